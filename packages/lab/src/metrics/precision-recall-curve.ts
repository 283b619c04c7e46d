import { needPositives, scoreSteps, type Numbers } from './input.ts';

/** One point for each distinct score, from the highest threshold down. */
export interface PrecisionRecallCurve {
  readonly thresholds: Float64Array;
  readonly precision: Float64Array;
  readonly recall: Float64Array;
}

/**
 * Precision TP / (TP + FP) and recall TP / P when all scores at or above each threshold are flagged. A step whose rows
 * all have weight 0 repeats the precision before it (1 at the start).
 * Source: scikit-learn's `precision_recall_curve`, in falling order and without its added last point.
 */
export function precisionRecallCurve(labels: Numbers, scores: Numbers, weights?: Numbers): PrecisionRecallCurve {
  const { thresholds, truePositives, falsePositives, positives } = scoreSteps(labels, scores, weights);
  needPositives('a precision-recall curve', positives);
  const precision = new Float64Array(thresholds.length);
  const recall = new Float64Array(thresholds.length);
  for (let i = 0; i < thresholds.length; i++) {
    const flagged = truePositives[i]! + falsePositives[i]!;
    precision[i] = flagged > 0 ? truePositives[i]! / flagged : i === 0 ? 1 : precision[i - 1]!;
    recall[i] = truePositives[i]! / positives;
  }
  return { thresholds, precision, recall };
}
