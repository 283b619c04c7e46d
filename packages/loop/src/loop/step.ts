import type { FaultId, Finding } from '@legible/judge';
import { claimsIn } from '../claims/extract.ts';
import { checkSum, type SumCheck } from '../claims/sums.ts';
import type { Contradiction } from '../claims/types.ts';
import { spentLines } from '../interview/interrupt.ts';
import { judgmentRequest, openInterview } from '../interview/interview.ts';
import { step } from '../interview/step.ts';
import type { InterviewEffect, InterviewEvent, Reader } from '../interview/types.ts';
import { mix, pick } from '../language/seeded.ts';
import { clip } from '../language/sentences.ts';
import { makePacket } from '../packet/packet.ts';
import { agendaOf, freshContradiction, sumOf } from './agenda.ts';
import { openItem } from './item.ts';
import { REMARKS } from './lines/openings.ts';
import { STAGE } from './lines/stages.ts';
import { meanLevels } from './means.ts';
import { policyOf, PROBES } from './plan.ts';
import { STYLE } from './presets.ts';
import type { Loop, LoopEffect, LoopEvent, LoopHost, LoopStep, Mark, Planned, Round, StageId, Turn } from './types.ts';

/** A pause longer than this, in milliseconds, does not run on the interviewer's clock. */
const PAUSE = 120_000;
/** Mean level below which a signal is weak enough for another probe. */
const WEAK = 1.5;

/**
 * One step of a loop. Pure, as the interview's own step: the events, the seed, the preset and the bank are the whole loop. An
 * event that does not fit gives one `refused` effect and the same state; the last answer of the last round gives the packet.
 */
export function stepLoop(state: Loop, event: LoopEvent, host: LoopHost): LoopStep {
  const reason = refusal(state, event);
  if (reason !== null) return { state, effects: [{ type: 'refused', ...reason }] };
  if (event.type === 'loop-left') return end({ ...state, now: event.at, endedEarly: true, current: null }, host);
  if (event.type === 'round-opened') return openRound(state, event.at, host);
  return talk(state, event, host);
}

/** The state and the effects after a list of events. */
export function replayLoop(opened: Loop, events: readonly LoopEvent[], host: LoopHost): LoopStep {
  let state = opened;
  const effects: LoopEffect[] = [];
  for (const event of events) {
    const next = stepLoop(state, event, host);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

type Refused = Omit<Extract<LoopEffect, { type: 'refused' }>, 'type'>;

function refusal(state: Loop, event: LoopEvent): Refused | null {
  if (!Number.isFinite(event.at) || event.at < 0)
    return { reason: 'malformed', mend: 'at: give milliseconds since the loop was opened.' };
  if (state.phase === 'ended') return { reason: 'ended', mend: 'The loop is over; read the packet or open another.' };
  if (event.at < state.now) return { reason: 'clock-went-back', mend: 'Events must come in the order of their time.' };
  if (event.type === 'loop-left') return null;
  if (event.type === 'round-opened')
    return state.phase === 'in-round'
      ? { reason: 'round-open', mend: 'Finish the round first, or leave the loop.' }
      : null;
  return state.phase === 'in-round' ? null : { reason: 'no-round-open', mend: 'Open the next round first.' };
}

function talk(state: Loop, event: InterviewEvent, host: LoopHost): LoopStep {
  const { current } = state;
  if (current === null)
    return { state, effects: [{ type: 'refused', reason: 'no-round-open', mend: 'Open the next round first.' }] };
  const reader = readerOf(state, current.planned, host.reader);
  const next = step(current.interview, event, reader, agendaOf(state, host.mark));
  const refused = next.effects.find((effect) => effect.type === 'refused');
  if (refused !== undefined) return { state, effects: [refused] };
  const clock = roundNow(state).clock + Math.min(event.at - state.now, PAUSE);
  const talked = withRound({ ...state, now: event.at, current: { ...current, interview: next.state } }, { clock });
  const finish = next.effects.some(({ type }) => type === 'finish');
  const effects = next.effects.filter(
    (effect): effect is Exclude<InterviewEffect, { type: 'finish' | 'refused' }> =>
      effect.type !== 'finish' && effect.type !== 'refused',
  );
  const helped = effects.find((effect) => effect.type === 'ask' && effect.followUp.aim.kind === 'rescue');
  const line = helped?.type === 'ask' ? helped.followUp.line : null;
  const noted = line === null ? talked : { ...talked, rescue: { turn: talked.turns.length, line } };
  const said: readonly LoopEffect[] = line === null ? effects : [...effects, { type: 'rescued', line }];
  if (!finish) return { state: noted, effects: said };
  const after = nextItem(closeTurn(noted, reader, host.mark), host);
  return { state: after.state, effects: [...said, ...after.effects] };
}

function roundNow(state: Loop): Round {
  const round = state.rounds[state.round];
  if (round === undefined) throw new RangeError(`A loop of ${state.rounds.length} rounds has no round ${state.round}.`);
  return round;
}

function withRound(state: Loop, change: Partial<Round>): Loop {
  return { ...state, rounds: state.rounds.map((round, i) => (i === state.round ? { ...round, ...change } : round)) };
}

function openRound(state: Loop, at: number, host: LoopHost): LoopStep {
  const { kind, interviewer, seconds } = roundNow(state);
  const opened = withRound({ ...state, phase: 'in-round', now: at }, { openedAt: at });
  const next = nextItem(opened, host);
  return {
    state: next.state,
    effects: [{ type: 'round', index: state.round, kind, interviewer, seconds }, ...next.effects],
  };
}

/** Asks the next planned item that there is still time and a question for, else closes the round. */
function nextItem(state: Loop, host: LoopHost): LoopStep {
  const round = roundNow(state);
  const late = round.clock >= round.seconds * 1000 && state.turns.some(({ round: of }) => of === state.round);
  const queue = late ? [] : extended(state, round);
  for (const [i, planned] of queue.entries()) {
    const opened = openItem(state, planned, host);
    if (opened === null) continue;
    const { question, topic, spends } = opened;
    const spent = [...state.spent, ...spends];
    const remark = remarkOf(state, round);
    const fresh = openInterview(question, mix(state.seed, question.id), {
      spent: remark === null ? spent : [...spent, remark.id],
      policy: policyOf(round, planned),
    });
    const interview = step(fresh, { type: 'asked', at: state.now }, host.reader).state;
    const asking = withRound(
      {
        ...state,
        spent: interview.spent,
        asked: state.asked.includes(question.id) ? state.asked : [...state.asked, question.id],
        current: { planned, topic, interview },
      },
      { queue: queue.slice(i + 1) },
    );
    const stage: StageId | null = planned.as === 'stage' ? planned.stage : null;
    return { state: asking, effects: [{ type: 'question', question, stage, remark: remark?.line ?? null }] };
  }
  return closeRound(withRound(state, { queue: [] }), late ? round.queue : [], host);
}

/** The depth round goes on past its five probes, up to eight, while a signal is weak. */
function extended(state: Loop, round: Round): readonly Planned[] {
  if (round.kind !== 'ml-depth' || round.queue.length > 0) return round.queue;
  const here = state.turns.filter((turn) => turn.round === state.round);
  const weak = Object.values(meanLevels(state.turns)).some((mean) => mean < WEAK);
  return here.length < PROBES.most && weak ? [{ as: 'probe' }] : [];
}

function remarkOf(state: Loop, round: Round): { readonly id: string; readonly line: string } | null {
  const last = state.turns.at(-1);
  if (round.interviewer.style !== 'friendly' || last === undefined || last.round !== state.round) return null;
  const quote = clip(last.readings[0]?.text ?? '', 9);
  const remark = pick(
    REMARKS.filter(({ id }) => !state.spent.includes(id)),
    state.seed,
    'remark',
    state.turns.length,
  );
  return quote === '' || remark === null ? null : { id: remark.id, line: remark.say(quote) };
}

function closeRound(state: Loop, unreached: readonly Planned[], host: LoopHost): LoopStep {
  const notReached = unreached.map((planned) => (planned.as === 'stage' ? STAGE[planned.stage].title : planned.as));
  const closed = withRound({ ...state, current: null, phase: 'between-rounds' }, { closedAt: state.now, notReached });
  const effect: LoopEffect = { type: 'round-closed', index: state.round, notReached };
  if (state.round + 1 < state.rounds.length) return { state: { ...closed, round: state.round + 1 }, effects: [effect] };
  const ended = end(closed, host);
  return { state: ended.state, effects: [effect, ...ended.effects] };
}

function end(state: Loop, host: LoopHost): LoopStep {
  const packet = makePacket(state, host);
  return { state: { ...state, phase: 'ended', packet }, effects: [{ type: 'packet', packet }] };
}

/** Files what was said: readings, claims, sums and contradictions that were asked about. */
function closeTurn(state: Loop, reader: Reader, mark: Mark | undefined): Loop {
  const { current } = state;
  if (current === null) return state;
  const { interview, planned, topic } = current;
  const readings = judgmentRequest(interview).turns.map(({ question, text }) => ({
    question,
    text,
    judgment: reader.judge(question, text),
  }));
  const text = readings.map((reading) => reading.text).join('\n');
  const marked = planned.as === 'truth' && mark !== undefined ? mark(planned.truth, text) : null;
  const turn: Turn = { round: state.round, planned, topic, interview, readings, marked };
  const claims = claimsIn(text, topic, state.round);
  const asked = interview.followUps.find(({ aim }) => aim.kind === 'contradiction');
  // The one that was asked about is the one its answer showed before any reply to it.
  const before = interview.followUps.slice(0, asked === undefined ? 0 : interview.followUps.indexOf(asked));
  const found =
    asked === undefined ? null : freshContradiction(state, judgmentRequest({ ...interview, followUps: before }).text);
  const contradictions: readonly Contradiction[] =
    asked === undefined || found === null ? [] : [{ ...found, line: asked.line, reply: asked.reply }];
  const sums = interview.followUps.flatMap((followUp): readonly SumCheck[] => {
    const sum = sumOf(interview, followUp);
    if (sum === null) return [];
    return [{ ...sum, ...checkSum(sum, followUp.reply), reply: followUp.reply, round: state.round }];
  });
  return {
    ...state,
    current: null,
    turns: [...state.turns, turn],
    claims: [...state.claims, ...claims],
    contradictions: [...state.contradictions, ...contradictions],
    sums: [...state.sums, ...sums],
    spent: [...spentLines(interview)],
  };
}

/** The stage in which an absence can be asked about; elsewhere it is not missing, it is not its turn. */
const STAGE_OF_ABSENCE: Partial<Record<FaultId, readonly StageId[]>> = {
  'no-baseline': ['model'],
  'offline-only': ['evaluation', 'operation'],
  'no-rollback': ['operation'],
  'label-from-nowhere': ['data'],
};

/** The judge as this interviewer uses it: the interrupter stops at less, and in a stage only its own absences count. */
function readerOf(state: Loop, planned: Planned, reader: Reader): Reader {
  const { stopsAt } = STYLE[roundNow(state).interviewer.style];
  const counts = ({ fault, quote }: Finding): boolean => {
    const stages = STAGE_OF_ABSENCE[fault];
    if (quote.text !== '' || stages === undefined || planned.as === 'question' || planned.as === 'probe') return true;
    return planned.as === 'stage' && stages.includes(planned.stage);
  };
  return {
    findings: (question, closed) =>
      reader.findings(question, closed).map((one) => (one.confidence >= stopsAt ? { ...one, interrupts: true } : one)),
    judge: (question, text) => {
      const judgment = reader.judge(question, text);
      return { ...judgment, findings: judgment.findings.filter(counts) };
    },
  };
}
