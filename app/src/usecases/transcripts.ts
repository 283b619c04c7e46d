import { exchangesOf, judgeReader, loopFromExchanges, parseTranscript, TranscriptError } from '@legible/loop';
import { type Answers, type Endpoints, type Received, Refusal, type StoredPlan } from '../contract/index.ts';
import { resultOf, summariseLoop } from '../loop/read-loop.ts';
import type { Deps } from './deps.ts';
import { getLoop } from './loops.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

/** More questions than this are no interview, and would be judged for minutes. */
const MOST_EXCHANGES = 80;

/** Keeps a real interview as a loop that is over: it has a packet and no events, since nothing of it ran here. */
export async function importTranscript(deps: Deps, { body }: In<'importTranscript'>): Out<'importTranscript'> {
  const { store, bank, clock } = deps;
  const { id, preset, name, transcript, candidate } = body;
  if ((await store.loop(id)) !== null)
    throw new Refusal('conflict', `The id "${id}" belongs to another loop.`, { field: 'id', mend: 'Make a new id.' });
  const exchanges = read(() => exchangesOf(parseTranscript(transcript, name), candidate));
  if (exchanges.length > MOST_EXCHANGES)
    throw new Refusal('bad-request', `The transcript holds ${exchanges.length} questions.`, {
      field: 'transcript',
      mend: `Bring at most ${MOST_EXCHANGES} at once: one interview.`,
    });
  const seed = 1;
  const questions = bank.map(({ id, kind, signals, seconds, text }) => ({ id, kind, signals, seconds, text }));
  const state = loopFromExchanges(exchanges, { preset, seed, reader: judgeReader(), bank: questions });
  if (state.packet === null) throw new Error('A loop from a transcript has a packet.');
  const plan: StoredPlan = {
    preset,
    seed,
    pace: 'sitting',
    rounds: state.rounds.map(({ kind, interviewer }) => ({ kind, style: interviewer.style })),
    bank: questions,
    stories: [],
    defence: null,
  };
  const result = resultOf(state, state.packet);
  const now = clock();
  await store.createLoop({ id, plan, startedAt: now });
  await store.finishLoop(id, now, result, summariseLoop(result));
  return getLoop(deps, { params: { id } });
}

function read<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TranscriptError)) throw error;
    const field = { file: 'transcript', speaker: 'candidate' }[error.field] ?? 'transcript';
    throw new Refusal('bad-request', error.message, { field, mend: error.mend });
  }
}
