import { type Loop, replayLoop, type Turn } from '@legible/loop';
import type { LoopEventRecord, StoredPlan } from '../contract/loop.ts';
import type { LoopResult, LoopTurn, PacketSummary } from '../contract/loop-result.ts';
import { Refusal } from '../contract/error.ts';
import { hostOf, openedFrom } from './host.ts';

/** Replays the events of a loop that is over. Throws a `Refusal` when they do not lead to its end. */
export function readLoop(plan: StoredPlan, records: readonly LoopEventRecord[]): LoopResult {
  const { state } = replayLoop(
    openedFrom(plan),
    records.map(({ event }) => event),
    hostOf(plan),
  );
  if (state.packet === null)
    throw new Refusal(
      'not-ready',
      `The loop is not over: it is in round ${state.round + 1} of ${state.rounds.length}.`,
      {
        mend: 'Send the events that are missing, go on with the loop, or leave it for good.',
        detail: { round: state.round + 1, rounds: state.rounds.length },
      },
    );
  return resultOf(state, state.packet);
}

/** The result of a loop that is over. */
export function resultOf(state: Loop, packet: LoopResult['packet']): LoopResult {
  return {
    packet,
    rounds: state.rounds.map(({ kind, interviewer, seconds, clock, notReached }) => ({
      kind,
      interviewer: { ...interviewer },
      seconds,
      used: clock / 1000,
      notReached: [...notReached],
    })),
    turns: state.turns.map(turnOf),
  };
}

function turnOf({ round, planned, interview, readings, marked }: Turn): LoopTurn {
  return {
    round,
    as: planned.as,
    question: interview.question,
    interruptions: interview.interruptions.map(({ quote, line, status, reply }) => ({
      quote: quote.text,
      line,
      status,
      reply,
    })),
    readings: readings.map(({ question, text, judgment }) => ({
      question,
      text,
      score: judgment.score,
      verdict: judgment.verdict,
      levels: Object.fromEntries(judgment.signals.map(({ signal, level }) => [signal, level])),
      faults: judgment.findings.map(({ fault, quote, better }) => ({ fault, quote: { ...quote }, better })),
    })),
    truth:
      planned.as === 'truth' && marked !== null
        ? { answer: planned.truth.answer, said: [...marked.said], missed: [...marked.missed] }
        : null,
  };
}

/** What a list and a comparison show of a result. */
export function summariseLoop({ packet }: LoopResult): PacketSummary {
  const { decision, score, means, interruptions, endedEarly, level } = packet;
  return { decision, score, means, interruptions, endedEarly, level: level.title };
}
