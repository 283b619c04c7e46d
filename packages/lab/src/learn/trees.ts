import type { Numbers } from '../metrics/input.ts';
import { logit } from '../random/index.ts';
import { boost, type BoostingOptions } from './boosting.ts';
import { fillLogLossPairs } from './log-loss-gradient.ts';
import { checkOption, checkTraining, LearnInputError, type Table } from './table.ts';
import type { TreesModel } from './tree-model.ts';

export interface TreesOptions extends BoostingOptions {
  /** Weight of a positive row against a negative one: a number, or 'balanced' for negatives / positives. Default 1. */
  readonly positiveWeight?: number | 'balanced';
}

/**
 * Gradient-boosted trees on quantile bins, log loss, leaf-wise growth (Friedman 2001; second-order gains as Chen and
 * Guestrin 2016). Same table, labels, options and stream give the same bytes. Throws LearnInputError on bad input.
 */
export function trainTrees(table: Table, labels: Numbers, options: TreesOptions = {}, weights?: Numbers): TreesModel {
  checkTraining(table, labels, weights);
  const rowWeights = combinedWeights(labels, options.positiveWeight ?? 1, weights);
  const targets = Uint8Array.from(labels);
  const base = startOf(targets, rowWeights);
  return boost(table, base, (margins, pairs) => fillLogLossPairs(margins, targets, rowWeights, pairs), options);
}

function combinedWeights(
  labels: Numbers,
  positiveWeight: number | 'balanced',
  weights: Numbers | undefined,
): Float32Array | undefined {
  if (positiveWeight === 1) return weights === undefined ? undefined : Float32Array.from(weights);
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 1) positives += weights?.[i] ?? 1;
    else negatives += weights?.[i] ?? 1;
  }
  const factor = positiveWeight === 'balanced' ? negatives / positives : positiveWeight;
  checkOption('positiveWeight', factor, 1e-9, 1e9);
  return Float32Array.from({ length: labels.length }, (_, i) => (weights?.[i] ?? 1) * (labels[i] === 1 ? factor : 1));
}

function startOf(targets: Uint8Array, weights: Float32Array | undefined): number {
  let positives = 0;
  let total = 0;
  for (let i = 0; i < targets.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    total += weight;
    positives += weight * targets[i]!;
  }
  if (!(positives > 0 && positives < total)) {
    throw new LearnInputError('weights', 'are 0 for one whole class: both classes must count');
  }
  return logit(positives / total);
}
