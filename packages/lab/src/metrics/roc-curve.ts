import { needBothClasses, scoreSteps, type Numbers } from './input.ts';

/** One point for each distinct score, after the start (0, 0) at threshold Infinity. */
export interface RocCurve {
  readonly thresholds: Float64Array;
  readonly falsePositiveRate: Float64Array;
  readonly truePositiveRate: Float64Array;
}

/**
 * Receiver operating characteristic: FP / N and TP / P when all scores at or above each threshold are flagged.
 * Source: scikit-learn's `roc_curve` with `drop_intermediate=False`.
 */
export function rocCurve(labels: Numbers, scores: Numbers, weights?: Numbers): RocCurve {
  const steps = scoreSteps(labels, scores, weights);
  needBothClasses('an ROC curve', steps.positives, steps.negatives);
  const points = steps.thresholds.length + 1;
  const thresholds = new Float64Array(points).fill(Infinity);
  const falsePositiveRate = new Float64Array(points);
  const truePositiveRate = new Float64Array(points);
  for (let i = 1; i < points; i++) {
    thresholds[i] = steps.thresholds[i - 1]!;
    falsePositiveRate[i] = steps.falsePositives[i - 1]! / steps.negatives;
    truePositiveRate[i] = steps.truePositives[i - 1]! / steps.positives;
  }
  return { thresholds, falsePositiveRate, truePositiveRate };
}
