/** Fits linear weights over the word sequences that tell targets apart best. */
import type { SelectedWords } from '@legible/judge/scorer/selected-words';
import type { GramVector } from '@legible/judge/scorer/model';
import { UNKNOWN } from '@legible/judge/scorer/ngrams';
import type { Example } from './examples.ts';
import { fitRidgeWith, ridgeSystem } from './ridge.ts';
import { gram, sparseRows } from './sparse.ts';

/** Answers that a sequence must be in. */
const COMMON = 8;

export interface SelectedOptions {
  /** By example: 0 or 1 for each column. */
  readonly targets: readonly (readonly number[])[];
  /** Which examples must not inform each other's out-of-fold scores. */
  readonly groups: readonly string[];
  /** Buckets to keep. */
  readonly keep: number;
  readonly lambda: number;
}

/** Buckets of word sequences that differ most, by the chi-squared of some column, between the answers that have it and those that do not. */
function select(examples: readonly Example[], { targets, keep }: SelectedOptions): number[] {
  const columns = targets[0]!.length;
  const with1 = new Float64Array(columns);
  targets.forEach((row) => row.forEach((value, c) => (with1[c]! += value)));
  const counts = new Map<number, Float64Array>();
  const totals = new Map<number, number>();
  examples.forEach((example, i) => {
    for (const bucket of new Set(example.grams.flatMap((grams) => [...grams]))) {
      let own = counts.get(bucket);
      if (own === undefined) counts.set(bucket, (own = new Float64Array(columns)));
      for (let c = 0; c < columns; c++) own[c]! += targets[i]![c]!;
      totals.set(bucket, (totals.get(bucket) ?? 0) + 1);
    }
  });
  const n = examples.length;
  return [...counts]
    .flatMap(([bucket, own]) => {
      const total = totals.get(bucket)!;
      if (total < COMMON || total === n || bucket === UNKNOWN) return [];
      const share = total / n;
      let best = 0;
      for (let c = 0; c < columns; c++) {
        const ones = with1[c]!;
        if (ones < COMMON) continue;
        best = Math.max(best, ((own[c]! - ones * share) ** 2 / (ones * share * (1 - share))) * (n / (n - ones)));
      }
      return [{ bucket, best }];
    })
    .toSorted((a, b) => b.best - a.best || a.bucket - b.bucket)
    .slice(0, keep)
    .map(({ bucket }) => bucket)
    .toSorted((a, b) => a - b);
}

/** By example, `out` holds the score of each column from a fit that saw no example of its group. */
export function fitSelected(
  examples: readonly Example[],
  vectors: readonly GramVector[],
  options: SelectedOptions,
): { readonly model: SelectedWords; readonly out: readonly Float64Array[] } {
  const buckets = select(examples, options);
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const rows = sparseRows(
    vectors.map(
      (vector) =>
        new Map(
          vector.buckets.flatMap((bucket, k) => {
            const row = rowOf.get(bucket);
            return row === undefined ? [] : [[row, vector.values[k]!] as const];
          }),
        ),
    ),
  );
  const n = examples.length;
  const columns = options.targets[0]!.length;
  const system = ridgeSystem(gram(rows, buckets.length), n, options.lambda);
  const fits = Array.from({ length: columns }, (_, c) =>
    fitRidgeWith(
      system,
      options.targets.map((row) => row[c]!),
      options.groups,
    ),
  );
  const weights = new Float32Array(buckets.length * columns);
  fits.forEach((fit, c) => {
    for (let i = 0; i < n; i++)
      for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++)
        weights[rows.buckets[k]! * columns + c]! += fit.alpha[i]! * rows.values[k]!;
  });
  return {
    model: { buckets, columns, weights, intercepts: fits.map((fit) => fit.intercept) },
    out: examples.map((_, i) => Float64Array.from(fits, (fit) => fit.outOfFold[i]!)),
  };
}
