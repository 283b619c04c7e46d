import type { Agreement, GradedAnswer } from '../contract/index.ts';
import { SIGNALS } from '@legible/judge/rubric';

interface Pair {
  readonly own: number;
  readonly panel: number;
}

/**
 * Quadratic weighted kappa: 1 - sum of squared differences / the sum expected if the two readers were independent.
 * 1 is full agreement, 0 is chance. Null when neither reader ever varied, where it is undefined. (Cohen, 1968.)
 */
export function quadraticWeightedKappa(pairs: readonly Pair[]): number | null {
  let observed = 0;
  let expected = 0;
  for (const { own, panel } of pairs) observed += (own - panel) ** 2;
  for (const a of pairs) for (const b of pairs) expected += (a.own - b.panel) ** 2;
  return expected === 0 ? null : 1 - (observed * pairs.length) / expected;
}

/** The user's agreement with the panel so far. Each graded answer gives one pair a grader. */
export function agreementOf(graded: readonly GradedAnswer[]): Agreement {
  const row = (read: (grade: { signals: GradedAnswer['own']['signals']; verdict: number }) => number | undefined) => {
    const pairs: Pair[] = [];
    let n = 0;
    let error = 0;
    for (const { own, panel } of graded) {
      const mine = read(own);
      const theirs = panel.map(read).filter((value) => value !== undefined);
      if (mine === undefined || theirs.length === 0) continue;
      n += 1;
      error += mine - theirs.reduce((sum, value) => sum + value, 0) / theirs.length;
      pairs.push(...theirs.map((value) => ({ own: mine, panel: value })));
    }
    return { n, qwk: quadraticWeightedKappa(pairs), meanError: n === 0 ? null : error / n };
  };
  const signals = SIGNALS.map((signal) => [signal, row((grade) => grade.signals[signal])] as const).filter(
    ([, { n }]) => n > 0,
  );
  return { graded: graded.length, verdict: row(({ verdict }) => verdict), signals: Object.fromEntries(signals) };
}

/** Mean absolute error of the user's levels by signal, drawn towards `prior` while there are few. */
export function errorBySignal(graded: readonly GradedAnswer[], prior = 0.5, weight = 3): ReadonlyMap<string, number> {
  return new Map(
    SIGNALS.map((signal) => {
      let sum = prior * weight;
      let n = weight;
      for (const { own, panel } of graded) {
        const mine = own.signals[signal];
        const theirs = panel.map((grade) => grade.signals[signal]).filter((value) => value !== undefined);
        if (mine === undefined || theirs.length === 0) continue;
        sum += Math.abs(mine - theirs.reduce<number>((total, value) => total + value, 0) / theirs.length);
        n += 1;
      }
      return [signal, sum / n];
    }),
  );
}
