import {
  type Answers,
  type Endpoints,
  type Interview,
  type InterviewResult,
  type Received,
  Refusal,
} from '../contract/index.ts';
import { readInterview } from '../interview/read-interview.ts';
import type { ResultSummary, StoredInterview } from '../ports.ts';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

const noInterview = (id: string) =>
  new Refusal('not-found', `There is no interview "${id}".`, {
    field: 'id',
    mend: 'It may have been deleted in another tab; go back to the history.',
  });

export async function startInterview(
  { store, bank, clock }: Deps,
  { body }: In<'startInterview'>,
): Out<'startInterview'> {
  const question = bank.find(({ id }) => id === body.questionId);
  if (question === undefined)
    throw new Refusal('not-found', `There is no question "${body.questionId}" in the bank.`, {
      field: 'questionId',
      mend: 'GET /api/questions lists them.',
    });
  await store.createInterview({ id: body.id, question, seed: body.seed, startedAt: clock() });
  const kept = await whole(store, body.id);
  if (kept.question.id !== question.id || kept.seed !== body.seed)
    throw new Refusal('conflict', `The id "${body.id}" belongs to another interview.`, {
      field: 'id',
      mend: 'Make a new id.',
    });
  return kept;
}

export async function appendEvents({ store }: Deps, { params, body }: In<'appendEvents'>): Out<'appendEvents'> {
  const appended = await store.appendEvents(params.id, body.events);
  switch (appended.outcome) {
    case 'kept':
      return { acknowledged: appended.acknowledged };
    case 'missing':
      throw noInterview(params.id);
    case 'finished':
      throw new Refusal('conflict', 'This interview is finished and takes no more events.', {
        mend: 'Start a new one.',
      });
    case 'conflict':
      throw new Refusal(
        'conflict',
        `Event ${appended.seq} is already there with other content: the interview is open in another tab.`,
        {
          field: 'events',
          mend: 'Reload the page to continue where the other tab is.',
          detail: { seq: appended.seq },
        },
      );
  }
}

export async function getInterview({ store }: Deps, { params }: In<'getInterview'>): Out<'getInterview'> {
  return whole(store, params.id);
}

export async function listInterviews({ store }: Deps, { query }: In<'listInterviews'>): Out<'listInterviews'> {
  const found = await store.interviews({ ...query, limit: query.limit + 1 });
  return { interviews: found.slice(0, query.limit), more: found.length > query.limit };
}

export async function finishInterview(
  { store, clock }: Deps,
  { params, body }: In<'finishInterview'>,
): Out<'finishInterview'> {
  const kept = await store.interview(params.id);
  if (kept === null) throw noInterview(params.id);
  if (kept.result === null) {
    if (kept.acknowledged < body.lastSeq)
      throw new Refusal(
        'not-ready',
        `Events up to ${kept.acknowledged} have arrived, and the last is ${body.lastSeq}.`,
        {
          field: 'lastSeq',
          mend: `Send the events from ${kept.acknowledged + 1} on, then finish.`,
          detail: { acknowledged: kept.acknowledged },
        },
      );
    const events = (await store.events(params.id)).filter(({ seq }) => seq <= body.lastSeq);
    const result = readInterview(kept.question, kept.seed, events);
    await store.finishInterview(params.id, clock(), result, summarise(result));
  }
  return whole(store, params.id);
}

export async function deleteInterview({ store }: Deps, { params }: In<'deleteInterview'>): Out<'deleteInterview'> {
  if (!(await store.deleteInterview(params.id))) throw noInterview(params.id);
  return { done: true };
}

/** What a history line shows of a result: the reading of the question itself, not of the follow-ups. */
export function summarise(result: InterviewResult): ResultSummary {
  const judgment = result.turns[0]!.judgment;
  return {
    verdict: judgment.verdict,
    unsure: judgment.unsure,
    levels: Object.fromEntries(judgment.signals.map(({ signal, level }) => [signal, level])),
    faults: [...new Set(judgment.findings.map(({ fault }) => fault))],
    interruptions: result.interruptions.length,
    seconds: result.seconds,
    words: result.words,
  };
}

async function whole(store: Deps['store'], id: string): Promise<Interview> {
  const [kept, events, disputes] = await Promise.all([store.interview(id), store.events(id), store.disputes(id)]);
  if (kept === null) throw noInterview(id);
  return { ...describe(kept), events, disputes };
}

function describe({ id, question, seed, startedAt, finishedAt, acknowledged, result }: StoredInterview) {
  return {
    id,
    question,
    seed,
    status: finishedAt === null ? ('running' as const) : ('finished' as const),
    startedAt,
    finishedAt,
    acknowledged,
    result,
  };
}
