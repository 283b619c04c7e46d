import { log } from '../random/elementary.ts';
import { checkFinite, checkNumber, MetricInputError, type Numbers } from './input.ts';

/** Shares below this are taken as this, so that an empty bin does not make the index infinite. */
const LEAST_SHARE = 1e-4;

/** Cut points between bins of about equal mass in the reference, without repeats, and whether to keep one for missing. */
export function stabilityEdges(reference: Numbers, bins = 10): Float64Array {
  checkNumber('bins', bins, 2, 10_000);
  const values = Float64Array.from(reference).filter((value) => value === value);
  checkFinite('reference', values);
  if (values.length === 0) throw new MetricInputError('reference', 'has no value that is not missing: give some');
  values.sort();
  const edges: number[] = [];
  for (let k = 1; k < bins; k++) {
    const at = (k * (values.length - 1)) / bins;
    const low = Math.floor(at);
    const upper = values[Math.min(low + 1, values.length - 1)]!;
    const edge = values[low]! + (at - low) * (upper - values[low]!);
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge);
  }
  return Float64Array.from(edges);
}

/** Share of values in each bin: at or below the first edge, ..., above the last, and missing (NaN) at the end. */
export function shareByBin(values: Numbers, edges: Numbers): Float64Array {
  if (values.length === 0) throw new MetricInputError('values', 'is empty: give at least one value');
  const counts = new Float64Array(edges.length + 2);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let low = 0;
    let high = edges.length;
    if (value === value) {
      while (low < high) {
        const middle = (low + high) >> 1;
        if (edges[middle]! < value) low = middle + 1;
        else high = middle;
      }
    } else low = edges.length + 1;
    counts[low] = counts[low]! + 1;
  }
  return counts.map((count) => count / values.length);
}

/**
 * Population stability index of two lists of shares: sum of (a - e) ln(a / e), each share at least 1e-4. It is the
 * symmetrised Kullback-Leibler divergence; below 0.1 is usually called stable and above 0.25 shifted, though with few
 * rows it exceeds these by chance, by about (bins - 1) (1/n + 1/m).
 * Source: Siddiqi 2006; its distribution, Yurdakul 2018.
 */
export function stabilityOfShares(expected: Numbers, actual: Numbers): number {
  if (expected.length !== actual.length || expected.length === 0) {
    throw new MetricInputError(
      'actual',
      `has ${actual.length} shares, expected has ${expected.length}: give one a bin`,
    );
  }
  let sum = 0;
  for (let i = 0; i < expected.length; i++) {
    const e = Math.max(LEAST_SHARE, expected[i]!);
    const a = Math.max(LEAST_SHARE, actual[i]!);
    sum += (a - e) * log(a / e);
  }
  return sum;
}

/** Population stability index of a sample against a reference, on the reference's quantile bins; NaN is a bin too. */
export function populationStability(reference: Numbers, values: Numbers, bins = 10): number {
  const edges = stabilityEdges(reference, bins);
  return stabilityOfShares(shareByBin(reference, edges), shareByBin(values, edges));
}
