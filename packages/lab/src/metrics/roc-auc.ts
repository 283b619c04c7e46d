import { needBothClasses, scoreSteps, type Numbers } from './input.ts';

/**
 * Area under the ROC curve: the probability that a positive scores above a negative, ties counting one half,
 *   AUC = sum over steps of (FP_k - FP_{k-1}) (TP_k + TP_{k-1}) / 2 / (P N).
 * Blind to calibration and, for a rare class, to what happens at the few scores one can act on.
 * Source: Hanley and McNeil 1982; ties and weights as scikit-learn's `roc_auc_score`.
 */
export function rocAuc(labels: Numbers, scores: Numbers, weights?: Numbers): number {
  const { truePositives, falsePositives, positives, negatives } = scoreSteps(labels, scores, weights);
  needBothClasses('ROC AUC', positives, negatives);
  let area = 0;
  let hit = 0;
  let alarm = 0;
  for (let i = 0; i < truePositives.length; i++) {
    area += (falsePositives[i]! - alarm) * (truePositives[i]! + hit);
    hit = truePositives[i]!;
    alarm = falsePositives[i]!;
  }
  return area / (2 * positives * negatives);
}
