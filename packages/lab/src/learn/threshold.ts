import { costCurve, type OutcomeCosts } from '../metrics/cost.ts';
import { checkFinite, checkNumber, needPositives, scoreSteps, type Numbers } from '../metrics/input.ts';
import { orderByScore } from '../metrics/order.ts';
import { LearnInputError } from './table.ts';

/** A threshold: act on rows whose score is at or above `value`. Infinity acts on none. */
export interface Threshold {
  readonly value: number;
  /** What the choice promises on the rows it was made from: money, rows a day, or precision. */
  readonly promise: number;
}

/** The threshold of least total cost on these rows; of equal costs, the one that acts on fewest. */
export function thresholdByCost(labels: Numbers, scores: Numbers, costs: OutcomeCosts, weights?: Numbers): Threshold {
  const curve = costCurve(labels, scores, costs, weights);
  let best = 0;
  for (let i = 1; i < curve.totals.length; i++) if (curve.totals[i]! < curve.totals[best]!) best = i;
  return { value: curve.thresholds[best]!, promise: curve.totals[best]! };
}

/**
 * The lowest threshold at which a team that handles `perDay` rows a day is not overrun on average, for scores that came
 * over `days` days. Rows of equal score are taken together or not at all.
 */
export function thresholdByCapacity(scores: Numbers, perDay: number, days: number): Threshold {
  checkFinite('scores', scores);
  checkNumber('perDay', perDay, 0);
  checkNumber('days', days, 1e-9);
  if (scores.length === 0) throw new LearnInputError('scores', 'is empty: give the scores of at least one day');
  const order = orderByScore(scores);
  const room = perDay * days;
  let value = Infinity;
  let taken = 0;
  for (let i = 0; i < order.length; i++) {
    const score = scores[order[i]!]!;
    if (i + 1 < order.length && scores[order[i + 1]!] === score) continue;
    if (i + 1 > room) break;
    value = score;
    taken = i + 1;
  }
  return { value, promise: taken / days };
}

/** The lowest threshold whose precision on these rows is at least `precision`. Throws when no threshold reaches it. */
export function thresholdByPrecision(
  labels: Numbers,
  scores: Numbers,
  precision: number,
  weights?: Numbers,
): Threshold {
  checkNumber('precision', precision, 0, 1);
  const steps = scoreSteps(labels, scores, weights);
  needPositives('a threshold by precision', steps.positives);
  let value = Infinity;
  let promise = -1;
  let best = 0;
  for (let i = 0; i < steps.thresholds.length; i++) {
    const reached = steps.truePositives[i]! / (steps.truePositives[i]! + steps.falsePositives[i]!);
    best = Math.max(best, reached);
    if (reached < precision) continue;
    value = steps.thresholds[i]!;
    promise = reached;
  }
  if (promise < 0) {
    throw new LearnInputError(
      'precision',
      `is ${precision}: no threshold on these rows reaches it; the best is ${best.toFixed(4)}`,
    );
  }
  return { value, promise };
}
