import { needPositives, scoreSteps, type Numbers } from './input.ts';

/**
 * Average precision: sum over steps of (R_k - R_{k-1}) P_k, without interpolation. A constant score earns the
 * prevalence, so it must be read against that.
 * Source: scikit-learn's `average_precision_score`; equal scores are one step.
 */
export function averagePrecision(labels: Numbers, scores: Numbers, weights?: Numbers): number {
  const { truePositives, falsePositives, positives } = scoreSteps(labels, scores, weights);
  needPositives('average precision', positives);
  let sum = 0;
  let hit = 0;
  for (let i = 0; i < truePositives.length; i++) {
    const gained = truePositives[i]! - hit;
    if (gained > 0) sum += (gained * truePositives[i]!) / (truePositives[i]! + falsePositives[i]!);
    hit = truePositives[i]!;
  }
  return sum / positives;
}
