import { MetricInputError } from './input.ts';

/** The leading bits of a 32-bit float (sign, exponent, three of the fraction) name one of this many cells. */
const CELLS = 4096;
const SHIFT = 20;

/**
 * Bins of a fixed list of edges, made ready for binning many values: for each cell of floats the bins of its least and
 * greatest value. Most cells lie in one bin, so that a value is binned without a search.
 */
export interface BinGuide {
  readonly edges: Float64Array;
  readonly low: Uint16Array;
  readonly high: Uint16Array;
}

const word = new Int32Array(1);
const float = new Float32Array(word.buffer);

/** Floats order as integers once the bits of negative ones are flipped. */
function valueOf(key: number): number {
  word[0] = key < 0 ? key ^ 0x7fffffff : key;
  return float[0]!;
}

function binOf(value: number, edges: Float64Array): number {
  let bin = 0;
  while (bin < edges.length && edges[bin]! < value) bin++;
  return bin;
}

export function binGuide(edges: Float64Array): BinGuide {
  const low = new Uint16Array(CELLS);
  const high = new Uint16Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    const first = (cell - CELLS / 2) << SHIFT;
    const [least, most] = [valueOf(first), valueOf(first | 0xfffff)];
    // Cells of NaN are never asked for; those of an infinity hold its neighbours too.
    low[cell] = binOf(least === least ? least : -Infinity, edges);
    high[cell] = binOf(most === most ? most : Infinity, edges);
  }
  return { edges, low, high };
}

/** As `shareByBin`: at or below the first edge, ..., above the last, and missing (NaN) at the end. */
export function guidedShares(values: Float32Array, { edges, low, high }: BinGuide): Float64Array {
  if (values.length === 0) throw new MetricInputError('values', 'is empty: give at least one value');
  const words = new Int32Array(values.buffer, values.byteOffset, values.length);
  const missing = edges.length + 1;
  const counts = new Float64Array(missing + 1);
  for (let i = 0; i < words.length; i++) {
    const value = values[i]!;
    let bin = missing;
    if (value === value) {
      const bits = words[i]!;
      const cell = ((bits ^ ((bits >> 31) & 0x7fffffff)) >> SHIFT) + CELLS / 2;
      bin = low[cell]!;
      const most = high[cell]!;
      while (bin < most && edges[bin]! < value) bin++;
    }
    counts[bin] = counts[bin]! + 1;
  }
  return counts.map((count) => count / values.length);
}
