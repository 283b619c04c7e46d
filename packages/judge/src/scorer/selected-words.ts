import type { GramVector } from './model.ts';

/** Linear weights over some of the buckets of word sequences: what takes few of them needs little page weight. */
export interface SelectedWords {
  /** Buckets that count, ascending. */
  readonly buckets: readonly number[];
  readonly columns: number;
  /** Row-major: bucket by column. */
  readonly weights: Float32Array;
  readonly intercepts: readonly number[];
}

const rowsOf = new WeakMap<SelectedWords, ReadonlyMap<number, number>>();

function rowsIn(model: SelectedWords): ReadonlyMap<number, number> {
  let rowOf = rowsOf.get(model);
  if (rowOf === undefined) rowsOf.set(model, (rowOf = new Map(model.buckets.map((bucket, row) => [bucket, row]))));
  return rowOf;
}

/** Score of each column. */
export function selectedScores({ buckets, values }: GramVector, model: SelectedWords): Float64Array {
  const rowOf = rowsIn(model);
  const { columns, weights } = model;
  const out = Float64Array.from(model.intercepts);
  for (let k = 0; k < buckets.length; k++) {
    const row = rowOf.get(buckets[k] as number);
    if (row === undefined) continue;
    const value = values[k] as number;
    for (let c = 0; c < columns; c++) out[c] = (out[c] as number) + value * (weights[row * columns + c] as number);
  }
  return out;
}

/** Score of each column of a text by which of the words it holds, however often: a unit-length vector over those that count. */
export function presenceScores(words: Iterable<number>, model: SelectedWords): Float64Array {
  const rowOf = rowsIn(model);
  const buckets = [...new Set(words)].filter((bucket) => rowOf.has(bucket));
  const value = 1 / Math.sqrt(Math.max(1, buckets.length));
  return selectedScores({ buckets, values: buckets.map(() => value) }, model);
}
