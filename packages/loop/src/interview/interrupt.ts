import type { FaultId, Finding } from '@legible/judge';
import { factsOf } from '../language/facts.ts';
import { chooseLine } from './choose-line.ts';
import { FAULT_LINES, GRAVITY } from './lines/index.ts';
import type { Interruption, Interview, Reader } from './types.ts';

/** Line ids used so far in this interview and before it. */
export function spentLines(state: Interview): ReadonlySet<string> {
  return new Set([
    ...state.spent,
    ...state.interruptions.map(({ lineId }) => lineId),
    ...state.followUps.map(({ lineId }) => lineId),
  ]);
}

/**
 * The interruption that the closed sentences call for, with its finding, or null: the gravest open finding that the judge is
 * sure enough of, the latest where two are as grave; never twice for one fault, never in the quiet start, never one too many.
 */
export function chooseInterruption(state: Interview, reader: Reader): (Interruption & { finding: Finding }) | null {
  const { policy, interruptions, now, askedAt } = state;
  if (interruptions.length >= policy.interruptions || now - askedAt < policy.quietMs) return null;
  const raised = new Set<FaultId>(interruptions.map(({ fault }) => fault));
  const text = state.answer.slice(0, state.read);
  const open = reader
    .findings(state.question, text)
    .filter(({ fault, interrupts, quote }) => interrupts && quote.text.trim() !== '' && !raised.has(fault));
  for (const finding of byGravity(open)) {
    const facts = factsOf(state.question, text, finding);
    const line = chooseLine(
      FAULT_LINES[finding.fault],
      facts,
      spentLines(state),
      state.seed,
      `i${interruptions.length}`,
    );
    if (line === null) continue;
    return {
      id: `i${interruptions.length + 1}`,
      lineId: line.id,
      fault: finding.fault,
      quote: finding.quote,
      line: line.say(facts),
      at: now,
      status: 'open',
      reply: '',
      finding,
    };
  }
  return null;
}

/** Gravest first; of equally grave ones the surer, then the later. */
export function byGravity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      GRAVITY.indexOf(a.fault) - GRAVITY.indexOf(b.fault) || b.confidence - a.confidence || b.quote.from - a.quote.from,
  );
}
