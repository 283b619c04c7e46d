import { checkForecast, checkNumber, type Numbers } from './input.ts';

/**
 * Brier score: the weighted mean of (p - y)^2. Proper; for a rare class nearly all of it is the prevalence, so read it
 * against `brierDecomposition(...).uncertainty`. Source: Brier 1950; as scikit-learn's `brier_score_loss`.
 */
export function brier(labels: Numbers, probabilities: Numbers, weights?: Numbers): number {
  checkForecast(labels, probabilities, weights);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    const error = probabilities[i]! - labels[i]!;
    sum += weight * error * error;
    total += weight;
  }
  return sum / total;
}

/** Brier score = reliability - resolution + uncertainty + withinBin. */
export interface BrierDecomposition {
  /** Mean squared distance between a bin's mean probability and its rate; 0 is calibrated. */
  readonly reliability: number;
  /** Mean squared distance between a bin's rate and the overall rate; more is better. */
  readonly resolution: number;
  /** Rate times (1 - rate): the score of always saying the rate. */
  readonly uncertainty: number;
  /** What binning hides: variance of p within bins less twice its covariance with the label; 0 if p is constant there. */
  readonly withinBin: number;
}

/**
 * Murphy's decomposition on equal-width bins, with the two within-bin terms of Stephenson, Coelho and Jolliffe 2008 as
 * one, so that the parts add up to the score exactly. Source: Murphy 1973.
 */
export function brierDecomposition(
  labels: Numbers,
  probabilities: Numbers,
  bins = 10,
  weights?: Numbers,
): BrierDecomposition {
  const score = brier(labels, probabilities, weights);
  checkNumber('bins', bins, 1, 100_000);
  const mass = new Float64Array(bins);
  const hits = new Float64Array(bins);
  const sums = new Float64Array(bins);
  let total = 0;
  let positives = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    const bin = Math.min(bins - 1, Math.floor(probabilities[i]! * bins));
    mass[bin] = mass[bin]! + weight;
    hits[bin] = hits[bin]! + weight * labels[i]!;
    sums[bin] = sums[bin]! + weight * probabilities[i]!;
    total += weight;
    positives += weight * labels[i]!;
  }
  const rate = positives / total;
  let reliability = 0;
  let resolution = 0;
  for (let bin = 0; bin < bins; bin++) {
    if (mass[bin] === 0) continue;
    const share = mass[bin]! / total;
    const observed = hits[bin]! / mass[bin]!;
    const miss = sums[bin]! / mass[bin]! - observed;
    reliability += share * miss * miss;
    resolution += share * (observed - rate) * (observed - rate);
  }
  const uncertainty = rate * (1 - rate);
  return { reliability, resolution, uncertainty, withinBin: score - reliability + resolution - uncertainty };
}
