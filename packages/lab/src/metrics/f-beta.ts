import { confusion } from './confusion.ts';
import { checkNumber, needPositives, type Numbers } from './input.ts';

/**
 * F-beta: (1 + b^2) P R / (b^2 P + R) = (1 + b^2) TP / ((1 + b^2) TP + b^2 FN + FP). Recall counts b times as much as
 * precision. It ignores true negatives and says nothing of money. Source: van Rijsbergen 1979.
 */
export function fBeta(labels: Numbers, scores: Numbers, threshold: number, beta = 1, weights?: Numbers): number {
  checkNumber('beta', beta, 0);
  const { truePositive, falsePositive, falseNegative } = confusion(labels, scores, threshold, weights);
  needPositives('F-beta', truePositive + falseNegative);
  const square = beta * beta;
  return ((1 + square) * truePositive) / ((1 + square) * truePositive + square * falseNegative + falsePositive || 1);
}
