import { exp } from '../random/elementary.ts';
import { checkFinite, MetricInputError, needBothClasses, scoreSteps, type Numbers } from './input.ts';

/**
 * Kolmogorov-Smirnov distance between the scores of positives and of negatives, the greatest |TP/P - FP/N| over
 * thresholds: how far apart a score pulls the classes at its best point.
 */
export function ksOfClasses(labels: Numbers, scores: Numbers, weights?: Numbers): number {
  const { truePositives, falsePositives, positives, negatives } = scoreSteps(labels, scores, weights);
  needBothClasses('the KS distance of classes', positives, negatives);
  let most = 0;
  for (let i = 0; i < truePositives.length; i++) {
    most = Math.max(most, Math.abs(truePositives[i]! / positives - falsePositives[i]! / negatives));
  }
  return most;
}

/** Two-sample Kolmogorov-Smirnov distance, the greatest |F_a - F_b|, and its large-sample two-sided p-value. */
export interface KsTest {
  readonly distance: number;
  readonly pValue: number;
}

/**
 * Two-sample Kolmogorov-Smirnov test. The p-value is Kolmogorov's limit 2 sum (-1)^(j-1) exp(-2 j^2 z^2) with
 * z = D sqrt(n m / (n + m)). With many rows it calls differences that nobody would act on: look at the distance.
 * Source: Smirnov 1948; distance as `scipy.stats.ks_2samp`.
 */
export function ksTwoSample(first: Numbers, second: Numbers): KsTest {
  if (first.length === 0) throw new MetricInputError('first', 'is empty: give at least one value');
  if (second.length === 0) throw new MetricInputError('second', 'is empty: give at least one value');
  checkFinite('first', first);
  checkFinite('second', second);
  const a = Float64Array.from(first).sort();
  const b = Float64Array.from(second).sort();
  let distance = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= value) i++;
    while (j < b.length && b[j]! <= value) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const z = distance * Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { distance, pValue: kolmogorovTail(z) };
}

function kolmogorovTail(z: number): number {
  if (z < 0.04) return 1;
  if (z < 1.18) {
    // The theta-function form converges fast where the other does not.
    const y = -1.2337005501361697 / (z * z);
    return 1 - (2.5066282746310002 / z) * (exp(y) + exp(9 * y) + exp(25 * y) + exp(49 * y));
  }
  const y = -2 * z * z;
  return 2 * (exp(y) - exp(4 * y) + exp(9 * y) - exp(16 * y));
}
