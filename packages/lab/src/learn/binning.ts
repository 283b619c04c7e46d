import { sortFloats } from './radix-sort.ts';
import type { Table } from './table.ts';
import type { TrainingMemory } from './training-memory.ts';

/** Bins that hold values; the bin after them, 255, holds missing values. */
export const MAX_VALUE_BINS = 255;
export const MISSING_BIN = 255;
/** Entries of one feature's histogram. */
export const BIN_SLOTS = 256;
const SAMPLE_ROWS = 200_000;

/**
 * A table cut into quantile bins, one byte a value. Four features share a 32-bit word, so that a histogram pass reads
 * four bins with one load: feature f is byte `f & 3` of `words[f >> 2]`.
 */
export interface BinnedTable {
  readonly rows: number;
  readonly features: number;
  /** Upper edges of all bins but the last: a value is in the first bin whose edge is at or above it. */
  readonly edges: readonly Float32Array[];
  readonly words: readonly Uint32Array[];
  /** 1 where the feature has missing values. */
  readonly hasMissing: Uint8Array;
}

/** Cuts every feature into at most `maxBins` bins of about equal mass; missing values get a bin of their own. */
export function binTable(table: Table, maxBins: number, memory: TrainingMemory): BinnedTable {
  const { rows, columns } = table;
  const features = columns.length;
  const edges = columns.map((column) => quantileEdges(column, maxBins));
  const words = Array.from({ length: (features + 3) >> 2 }, () => memory.uint32(rows));
  const hasMissing = new Uint8Array(features);
  columns.forEach((column, f) => {
    hasMissing[f] = fillBins(column, edges[f]!, words[f >> 2]!, (f & 3) * 8) ? 1 : 0;
  });
  return { rows, features, edges, words, hasMissing };
}

/** Edges between quantiles of an evenly spaced sample of rows; fewer where values tie. */
export function quantileEdges(column: Float32Array, maxBins: number): Float32Array {
  const stride = Math.max(1, Math.floor(column.length / SAMPLE_ROWS));
  const sample = new Float32Array(Math.ceil(column.length / stride));
  let count = 0;
  for (let i = 0; i < column.length; i += stride) {
    const value = column[i]!;
    if (value === value) sample[count++] = value;
  }
  const sorted = sortFloats(sample.subarray(0, count));
  const distinct = new Float32Array(maxBins + 1);
  let kinds = 0;
  for (let i = 0; i < count && kinds <= maxBins; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) distinct[kinds++] = sorted[i]!;
  }
  const edges: number[] = [];
  if (kinds <= maxBins) {
    for (let k = 1; k < kinds; k++) edges.push(edgeBetween(distinct[k - 1]!, distinct[k]!));
    return Float32Array.from(edges);
  }
  for (let k = 1; k < maxBins; k++) {
    let at = Math.floor((k * count) / maxBins);
    const value = sorted[at - 1]!;
    if (edges.length > 0 && value <= edges[edges.length - 1]!) continue;
    while (at < count && sorted[at] === value) at++;
    if (at < count) edges.push(edgeBetween(value, sorted[at]!));
  }
  return Float32Array.from(edges);
}

function edgeBetween(low: number, high: number): number {
  const middle = Math.fround(low / 2 + high / 2);
  return middle >= low && middle < high ? middle : low;
}

const GUIDE_CELLS = 2048;

/** Writes each value's bin into its byte of `words`; true when some value was missing. */
function fillBins(column: Float32Array, edges: Float32Array, words: Uint32Array, shift: number): boolean {
  // A guide table over evenly spaced cells bounds the search; skewed features fall back to a few steps of bisection.
  const last = edges.length;
  const lowest = last > 0 ? edges[0]! : 0;
  const span = last > 1 ? edges[last - 1]! - lowest : 0;
  const factor = span > 0 && span < Infinity ? GUIDE_CELLS / span : 0;
  const guide = new Uint8Array(GUIDE_CELLS + 2);
  for (let cell = 0, bin = 0; cell <= GUIDE_CELLS; cell++) {
    while (bin < last && (edges[bin]! - lowest) * factor < cell - 1) bin++;
    guide[cell] = bin;
  }
  guide[GUIDE_CELLS + 1] = last;
  let missing = false;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    let low = MISSING_BIN;
    if (value === value) {
      low = 0;
      let high = last;
      if (factor > 0 && value > lowest) {
        const place = (value - lowest) * factor;
        if (place < GUIDE_CELLS) {
          const cell = place | 0;
          low = guide[cell]!;
          high = cell + 3 <= GUIDE_CELLS ? guide[cell + 3]! : last;
        } else if (value > edges[last - 1]!) low = last;
      } else if (factor > 0) high = 0;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (edges[middle]! < value) low = middle + 1;
        else high = middle;
      }
    } else missing = true;
    words[i] = words[i]! | (low << shift);
  }
  return missing;
}
