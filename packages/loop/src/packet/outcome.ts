import type { SignalId, Verdict } from '@legible/judge';
import { explains } from '../claims/contradictions.ts';
import { meanLevels, turnScore } from '../loop/means.ts';
import { PRESET, ROUND_WEIGHT, STYLE } from '../loop/presets.ts';
import type { Loop, Turn } from '../loop/types.ts';
import { GAPS, type Decision, type Gap } from './types.ts';

/** Mean level below which one of the three gaps is fatal, and how many answers must have called for it. */
const FATAL = 0.75;
const ENOUGH = 2;
/** Below the bar by no more than this is a lean yes; from here up a lean no. */
const NEAR = 0.35;
const LEAN_NO = 1.9;

export interface Outcome {
  readonly score: number;
  readonly decision: Decision;
  readonly fatal: { readonly gap: Gap; readonly mean: number } | null;
  readonly means: Readonly<Partial<Record<SignalId, number>>>;
}

/**
 * A round's score before rounding, 1 to 4: the mean over its turns, leaned by the interviewer's style, 0.1 up or down for each sum
 * (0.2 at most), 0.15 down for a contradiction left unexplained, 0.1 down where the interviewer had to help.
 */
export function roundScore(loop: Loop, turns: readonly Turn[], round: number): number | null {
  const here = turns.filter((turn) => turn.round === round);
  const of = loop.rounds[round];
  if (here.length === 0 || of === undefined) return null;
  const mean = here.reduce((sum, turn) => sum + turnScore(turn), 0) / here.length;
  const sums = loop.sums.filter((sum) => sum.round === round).reduce((sum, { right }) => sum + (right ? 0.1 : -0.1), 0);
  const contradicted = loop.contradictions.some(({ later, reply }) => later.round === round && !explains(reply ?? ''))
    ? 0.15
    : 0;
  const helped = loop.rescue !== null && turns[loop.rescue.turn]?.round === round ? 0.1 : 0;
  const score = mean + STYLE[of.interviewer.style].lean + clamp(sums, -0.2, 0.2) - contradicted - helped;
  return clamp(score, 1, 4);
}

/** What the votes come to for some turns of a loop; `turns` may differ from the loop's own to see what would have been. */
export function outcomeOf(loop: Loop, turns: readonly Turn[]): Outcome {
  let sum = 0;
  let weight = 0;
  loop.rounds.forEach(({ kind }, round) => {
    const score = roundScore(loop, turns, round);
    if (score === null) return;
    sum += score * ROUND_WEIGHT[kind];
    weight += ROUND_WEIGHT[kind];
  });
  const score = weight === 0 ? 1 : sum / weight;
  const means = meanLevels(turns);
  const fatal = fatalGap(turns, means);
  const { bar } = PRESET[loop.preset];
  return { score, decision: decide(score, bar, fatal !== null), fatal, means };
}

function decide(score: number, bar: number, fatal: boolean): Decision {
  if (score >= bar && !fatal) return 'hire';
  if (score >= bar - NEAR && !fatal) return 'lean-yes';
  return score >= LEAN_NO ? 'lean-no' : 'no-hire';
}

function fatalGap(turns: readonly Turn[], means: Outcome['means']): Outcome['fatal'] {
  let worst: Outcome['fatal'] = null;
  for (const gap of GAPS) {
    const mean = means[gap];
    const called = turns.filter(({ interview }) => interview.question.signals.includes(gap)).length;
    if (mean === undefined || called < ENOUGH || mean >= FATAL) continue;
    if (worst === null || mean < worst.mean) worst = { gap, mean };
  }
  return worst;
}

/** A score as one person's vote. */
export function voteOf(score: number): Verdict {
  return clamp(Math.round(score), 1, 4) as Verdict;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
