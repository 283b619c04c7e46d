import { BIN_SLOTS, type BinnedTable } from './binning.ts';
import type { HistogramKernel } from './histogram-kernel.ts';

/** Sums of gradient and hessian side by side for each bin of each feature; features padded to whole words. */
export function histogramLength(features: number): number {
  return ((features + 3) >> 2) * 4 * BIN_SLOTS * 2;
}

/**
 * Adds up gradients and hessians by bin for rows `indices[start..end)`. `pairs` holds gradient and hessian of each of
 * these rows in turn, in the order of the indices, from `start` on. With a kernel, all arrays lie in its memory.
 */
export function fillHistogram(
  table: BinnedTable,
  indices: Uint32Array,
  start: number,
  end: number,
  pairs: Float32Array,
  histogram: Float64Array,
  kernel: HistogramKernel | undefined,
): void {
  histogram.fill(0);
  const whole = end - start === table.rows;
  const partLength = 8 * BIN_SLOTS;
  for (let w = 0; w < table.words.length; w++) {
    const words = table.words[w]!;
    if (kernel !== undefined) {
      const run = whole ? kernel.all : kernel.rows;
      const target = histogram.byteOffset + w * partLength * 8;
      run(words.byteOffset, indices.byteOffset, pairs.byteOffset, target, start, end);
      continue;
    }
    const part = histogram.subarray(w * partLength, (w + 1) * partLength);
    if (whole) addAllRows(words, pairs, part);
    else addRows(words, indices, start, end, pairs, part);
  }
}

function addRows(
  words: Uint32Array,
  indices: Uint32Array,
  start: number,
  end: number,
  pairs: Float32Array,
  part: Float64Array,
): void {
  for (let i = start; i < end; i++) {
    const word = words[indices[i]!]!;
    const gradient = pairs[2 * i]!;
    const hessian = pairs[2 * i + 1]!;
    const a = (word & 255) << 1;
    const b = ((word >>> 7) & 510) | 512;
    const c = ((word >>> 15) & 510) | 1024;
    const d = ((word >>> 23) & 510) | 1536;
    part[a] = part[a]! + gradient;
    part[a + 1] = part[a + 1]! + hessian;
    part[b] = part[b]! + gradient;
    part[b + 1] = part[b + 1]! + hessian;
    part[c] = part[c]! + gradient;
    part[c + 1] = part[c + 1]! + hessian;
    part[d] = part[d]! + gradient;
    part[d + 1] = part[d + 1]! + hessian;
  }
}

function addAllRows(words: Uint32Array, pairs: Float32Array, part: Float64Array): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const gradient = pairs[2 * i]!;
    const hessian = pairs[2 * i + 1]!;
    const a = (word & 255) << 1;
    const b = ((word >>> 7) & 510) | 512;
    const c = ((word >>> 15) & 510) | 1024;
    const d = ((word >>> 23) & 510) | 1536;
    part[a] = part[a]! + gradient;
    part[a + 1] = part[a + 1]! + hessian;
    part[b] = part[b]! + gradient;
    part[b + 1] = part[b + 1]! + hessian;
    part[c] = part[c]! + gradient;
    part[c + 1] = part[c + 1]! + hessian;
    part[d] = part[d]! + gradient;
    part[d + 1] = part[d + 1]! + hessian;
  }
}

/** larger = parent - smaller, in the parent's own memory. */
export function subtractHistogram(parent: Float64Array, smaller: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i] = parent[i]! - smaller[i]!;
}
