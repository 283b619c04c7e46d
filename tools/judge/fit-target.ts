/** What every part of the scorer is fitted with: rare sequences left out, and predictions that training had not seen. */
import { BUCKETS, UNKNOWN } from '@legible/judge/scorer/ngrams';
import { targetOf, type Example } from './examples.ts';
import { fitRidge, type DualFit } from './ridge.ts';

/** A word sequence must be in this many texts to count. */
const RARE = 3;

/** Inverse document frequency of each bucket; 0 for one too rare to use, and for that of unknown sequences. */
export function idfOf(documents: readonly (readonly Uint16Array[])[]): Float32Array {
  const frequency = new Float64Array(BUCKETS);
  for (const lists of documents) for (const bucket of new Set(lists.flatMap((list) => [...list]))) frequency[bucket]!++;
  frequency[UNKNOWN] = 0;
  return Float32Array.from(frequency, (count) =>
    count < RARE ? 0 : Math.log((documents.length + 1) / (count + 1)) + 1,
  );
}

export interface OutOfFold {
  /** By target, by example: prediction from a fit without the example's group, NaN where the target is not called for. */
  readonly scores: Float64Array[];
}

/** Ridge regression of one target on the examples that have it, in order; `kernel` is of all examples. */
export function fitTarget(
  examples: readonly Example[],
  kernel: Float64Array,
  groups: readonly string[],
  target: number,
  lambda: number,
): { fit: DualFit; rows: number[] } {
  const n = examples.length;
  const rows = examples.flatMap((example, i) => (targetOf(example, target) === undefined ? [] : [i]));
  const own = new Float64Array(rows.length * rows.length);
  rows.forEach((i, a) => rows.forEach((j, b) => (own[a * rows.length + b] = kernel[i * n + j]!)));
  const y = rows.map((i) => targetOf(examples[i]!, target)!);
  return {
    fit: fitRidge(
      own,
      rows.length,
      y,
      lambda,
      rows.map((i) => groups[i]!),
    ),
    rows,
  };
}

/** Out-of-fold predictions where there are any, else those of the full fit (which never saw the target of that example). */
export function predictions(
  examples: readonly Example[],
  rows: readonly number[],
  fit: DualFit,
  full: (i: number) => number,
): Float64Array {
  const out = new Float64Array(examples.length).fill(Number.NaN);
  rows.forEach((i, k) => (out[i] = fit.outOfFold[k]!));
  for (let i = 0; i < out.length; i++) if (Number.isNaN(out[i]!)) out[i] = full(i);
  return out;
}
