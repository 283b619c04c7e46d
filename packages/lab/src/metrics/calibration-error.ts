import { checkForecast, checkNumber, type Numbers } from './input.ts';
import { orderByScore } from './order.ts';

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  /** Weighted mean probability in the bin. */
  readonly predicted: number;
  /** Weighted rate of positives in the bin. */
  readonly observed: number;
  /** Sum of weights. */
  readonly weight: number;
}

/** How rows are put into bins: intervals of equal width, or groups of about equal weight. */
export type Binning = 'width' | 'mass';

/**
 * Reliability diagram. Equal width: bin b holds p in [b/m, (b+1)/m), and 1 falls in the last. Equal mass: rows sorted
 * by p are cut where the weight before them passes each m-th of the total; equal probabilities are never parted. Empty
 * bins are left out.
 */
export function reliabilityBins(
  labels: Numbers,
  probabilities: Numbers,
  binning: Binning,
  bins = 10,
  weights?: Numbers,
): ReliabilityBin[] {
  checkForecast(labels, probabilities, weights);
  checkNumber('bins', bins, 1, 100_000);
  const mass = new Float64Array(bins);
  const hits = new Float64Array(bins);
  const sums = new Float64Array(bins);
  const binOf = binning === 'width' ? widthBins(probabilities, bins) : massBins(probabilities, bins, weights);
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    const bin = binOf[i]!;
    mass[bin] = mass[bin]! + weight;
    hits[bin] = hits[bin]! + weight * labels[i]!;
    sums[bin] = sums[bin]! + weight * probabilities[i]!;
  }
  const made: ReliabilityBin[] = [];
  for (let bin = 0; bin < bins; bin++) {
    const weight = mass[bin]!;
    if (weight > 0) made.push({ predicted: sums[bin]! / weight, observed: hits[bin]! / weight, weight });
  }
  return made;
}

function widthBins(probabilities: Numbers, bins: number): Uint32Array {
  const made = new Uint32Array(probabilities.length);
  for (let i = 0; i < made.length; i++) made[i] = Math.min(bins - 1, Math.floor(probabilities[i]! * bins));
  return made;
}

function massBins(probabilities: Numbers, bins: number, weights: Numbers | undefined): Uint32Array {
  const order = orderByScore(probabilities);
  const made = new Uint32Array(order.length);
  let total = 0;
  for (let i = 0; i < order.length; i++) total += weights === undefined ? 1 : weights[i]!;
  let before = 0;
  for (let at = order.length - 1; at >= 0;) {
    const value = probabilities[order[at]!]!;
    // The small amount keeps rounding in the sum of weights from moving a group over a cut.
    const bin = Math.min(bins - 1, Math.floor((before / total) * bins + 1e-9));
    for (; at >= 0 && probabilities[order[at]!] === value; at--) {
      made[order[at]!] = bin;
      before += weights === undefined ? 1 : weights[order[at]!]!;
    }
  }
  return made;
}

/**
 * Expected calibration error: the weighted mean over bins of |observed - predicted|. It depends on the bins, falls with
 * fewer of them, and near 0 for a rare class says little: look at the bins too.
 * Source: Naeini, Cooper and Hauskrecht 2015 (equal width); Nixon et al. 2019 (equal mass).
 */
export function expectedCalibrationError(
  labels: Numbers,
  probabilities: Numbers,
  binning: Binning = 'width',
  bins = 10,
  weights?: Numbers,
): number {
  let sum = 0;
  let total = 0;
  for (const bin of reliabilityBins(labels, probabilities, binning, bins, weights)) {
    sum += bin.weight * Math.abs(bin.observed - bin.predicted);
    total += bin.weight;
  }
  return sum / total;
}
