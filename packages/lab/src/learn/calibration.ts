import { checkBinary, checkFinite, needBothClasses, type Numbers } from '../metrics/input.ts';
import { orderByScore } from '../metrics/order.ts';
import { log, sigmoid } from '../random/elementary.ts';

/** Maps a score to a probability, as plain data. `none` leaves probabilities as they are. */
export type Calibration =
  | { readonly kind: 'none' }
  | { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'isotonic'; readonly scores: readonly number[]; readonly probabilities: readonly number[] };

/**
 * Platt scaling: P(y = 1 | s) = sigmoid(slope * s + intercept), fitted by Newton's method to targets drawn in from 0
 * and 1 by Platt's prior counts, (N+ + 1) / (N+ + 2) and 1 / (N- + 2) (Platt 1999, Lin, Lin and Weng 2007). Fit it on
 * rows the model was not trained on. Scores may be probabilities or margins.
 */
export function fitPlatt(labels: Numbers, scores: Numbers, weights?: Numbers): Calibration {
  checkBinary(labels, scores, weights);
  const rows = labels.length;
  let positives = 0;
  let negatives = 0;
  let mean = 0;
  for (let i = 0; i < rows; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (labels[i] === 1) positives += weight;
    else negatives += weight;
    mean += weight * scores[i]!;
  }
  needBothClasses('Platt scaling', positives, negatives);
  mean /= positives + negatives;
  let spread = 0;
  for (let i = 0; i < rows; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    spread += weight * (scores[i]! - mean) * (scores[i]! - mean);
  }
  spread = Math.sqrt(spread / (positives + negatives)) || 1;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  // The scores are standardised while fitting, so that their scale does not matter.
  const at = (a: number, b: number) => {
    let loss = 0;
    let g0 = 0;
    let g1 = 0;
    let h00 = 1e-12;
    let h01 = 0;
    let h11 = 1e-12;
    for (let i = 0; i < rows; i++) {
      const weight = weights === undefined ? 1 : weights[i]!;
      const x = (scores[i]! - mean) / spread;
      const p = sigmoid(a * x + b);
      const target = labels[i] === 1 ? high : low;
      loss -= weight * (target * log(Math.max(p, 1e-300)) + (1 - target) * log(Math.max(1 - p, 1e-300)));
      const d = weight * (p - target);
      const c = weight * p * (1 - p);
      g0 += d * x;
      g1 += d;
      h00 += c * x * x;
      h01 += c * x;
      h11 += c;
    }
    return { loss, g0, g1, h00, h01, h11 };
  };
  let a = 0;
  let b = log((positives + 1) / (negatives + 1));
  let state = at(a, b);
  for (let iteration = 0; iteration < 100; iteration++) {
    const determinant = state.h00 * state.h11 - state.h01 * state.h01;
    const stepA = (state.h11 * state.g0 - state.h01 * state.g1) / determinant;
    const stepB = (state.h00 * state.g1 - state.h01 * state.g0) / determinant;
    let share = 1;
    let next = at(a - stepA, b - stepB);
    while (next.loss > state.loss + 1e-12 * Math.abs(state.loss) && share > 1e-8) {
      share /= 2;
      next = at(a - share * stepA, b - share * stepB);
    }
    a -= share * stepA;
    b -= share * stepB;
    state = next;
    if (Math.max(Math.abs(state.g0), Math.abs(state.g1)) <= 1e-9 * (positives + negatives)) break;
  }
  return { kind: 'platt', slope: a / spread, intercept: b - (a * mean) / spread };
}

/**
 * Isotonic regression: the non-decreasing step function nearest to the labels in weighted squared error, by pooling
 * adjacent violators; equal scores are pooled first. Between its points `calibrate` interpolates, and outside it holds
 * the end values, as scikit-learn does with `out_of_bounds='clip'`.
 */
export function fitIsotonic(labels: Numbers, scores: Numbers, weights?: Numbers): Calibration {
  checkBinary(labels, scores, weights);
  const order = orderByScore(scores);
  const lowest: number[] = [];
  const highest: number[] = [];
  const sums: number[] = [];
  const masses: number[] = [];
  for (let at = order.length - 1; at >= 0;) {
    const score = scores[order[at]!]!;
    let sum = 0;
    let mass = 0;
    for (; at >= 0 && scores[order[at]!] === score; at--) {
      const row = order[at]!;
      const weight = weights === undefined ? 1 : weights[row]!;
      sum += weight * labels[row]!;
      mass += weight;
    }
    if (mass === 0) continue;
    lowest.push(score);
    highest.push(score);
    sums.push(sum);
    masses.push(mass);
    for (let last = sums.length - 1; last > 0; last--) {
      if (sums[last - 1]! / masses[last - 1]! < sums[last]! / masses[last]!) break;
      sums[last - 1] = sums[last - 1]! + sums[last]!;
      masses[last - 1] = masses[last - 1]! + masses[last]!;
      highest[last - 1] = highest[last]!;
      lowest.pop();
      highest.pop();
      sums.pop();
      masses.pop();
    }
  }
  const points: number[] = [];
  const probabilities: number[] = [];
  for (let i = 0; i < sums.length; i++) {
    const value = sums[i]! / masses[i]!;
    points.push(lowest[i]!);
    probabilities.push(value);
    if (highest[i] !== lowest[i]) {
      points.push(highest[i]!);
      probabilities.push(value);
    }
  }
  return { kind: 'isotonic', scores: points, probabilities };
}

/** The calibrated probability of each score. */
export function calibrate(calibration: Calibration, scores: Numbers): Float64Array {
  checkFinite('scores', scores);
  const made = Float64Array.from(scores);
  if (calibration.kind === 'platt') {
    for (let i = 0; i < made.length; i++) made[i] = sigmoid(calibration.slope * made[i]! + calibration.intercept);
  } else if (calibration.kind === 'isotonic') {
    for (let i = 0; i < made.length; i++)
      made[i] = interpolate(calibration.scores, calibration.probabilities, made[i]!);
  }
  return made;
}

function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  let low = 0;
  let high = xs.length - 1;
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs[high]!) return ys[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= x) low = middle;
    else high = middle;
  }
  const share = (x - xs[low]!) / (xs[high]! - xs[low]!);
  return ys[low]! + share * (ys[high]! - ys[low]!);
}
