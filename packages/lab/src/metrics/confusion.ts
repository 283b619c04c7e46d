import { checkBinary, MetricInputError, needPositives, type Numbers } from './input.ts';

/** Weight of each outcome when scores at or above a threshold are flagged. */
export interface Confusion {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** Counts outcomes, by weight, of flagging scores at or above `threshold`. */
export function confusion(labels: Numbers, scores: Numbers, threshold: number, weights?: Numbers): Confusion {
  checkBinary(labels, scores, weights);
  if (threshold !== threshold)
    throw new MetricInputError('threshold', 'is NaN: give a number, or Infinity to flag none');
  let truePositive = 0;
  let falsePositive = 0;
  let falseNegative = 0;
  let trueNegative = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (scores[i]! >= threshold) {
      if (labels[i] === 1) truePositive += weight;
      else falsePositive += weight;
    } else if (labels[i] === 1) falseNegative += weight;
    else trueNegative += weight;
  }
  return { truePositive, falsePositive, falseNegative, trueNegative };
}

/** TP / (TP + FP); 0 when nothing is flagged, as scikit-learn with `zero_division=0`. */
export function precision(labels: Numbers, scores: Numbers, threshold: number, weights?: Numbers): number {
  const { truePositive, falsePositive } = confusion(labels, scores, threshold, weights);
  return truePositive > 0 ? truePositive / (truePositive + falsePositive) : 0;
}

/** TP / (TP + FN). */
export function recall(labels: Numbers, scores: Numbers, threshold: number, weights?: Numbers): number {
  const { truePositive, falseNegative } = confusion(labels, scores, threshold, weights);
  needPositives('recall', truePositive + falseNegative);
  return truePositive / (truePositive + falseNegative);
}

/** (TP + TN) / all: what a constant guess wins when one class is rare; kept to show that. */
export function accuracy(labels: Numbers, scores: Numbers, threshold: number, weights?: Numbers): number {
  const { truePositive, falsePositive, falseNegative, trueNegative } = confusion(labels, scores, threshold, weights);
  return (truePositive + trueNegative) / (truePositive + falsePositive + falseNegative + trueNegative);
}
