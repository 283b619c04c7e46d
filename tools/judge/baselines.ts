/** What a judge must beat: length alone, and a bag of words, on the same held-out writers. */
import { TARGETS } from '@legible/judge/scorer/model';
import { BUCKETS, UNKNOWN, wordBucket } from '@legible/judge/scorer/ngrams';
import { weigh } from '@legible/judge/scorer/model';
import { targetOf, VERDICT, type Example } from './examples.ts';
import { settle } from './fit-blend.ts';
import { rowsOf, type Predictions } from './predict.ts';
import { fitRidge } from './ridge.ts';
import { gram, sparseRows } from './sparse.ts';

function heldOut(
  examples: readonly Example[],
  kernel: Float64Array,
  lambda: number,
  groupOf: (example: Example) => string,
): Predictions {
  const n = examples.length;
  const scores: Float64Array[] = [];
  const blends = TARGETS.map((_, target) => {
    const rows = examples.flatMap((example, i) => (targetOf(example, target) === undefined ? [] : [i]));
    const own = new Float64Array(rows.length ** 2);
    rows.forEach((i, a) => rows.forEach((j, b) => (own[a * rows.length + b] = kernel[i * n + j]!)));
    const y = rows.map((i) => targetOf(examples[i]!, target)!);
    const fit = fitRidge(
      own,
      rows.length,
      y,
      lambda,
      rows.map((i) => groupOf(examples[i]!)),
    );
    const all = new Float64Array(n).fill(Number.NaN);
    rows.forEach((i, k) => (all[i] = fit.outOfFold[k]!));
    scores.push(all);
    const reading = settle([...fit.outOfFold], y, target === VERDICT ? 1 : 0);
    return { readings: [reading, reading] as const };
  });
  return rowsOf(examples, {
    scores,
    blends,
    shares: examples.map(() => 0),
    refused: examples.map(() => false),
  });
}

/** Ridge regression on the logarithm of the number of words. */
export function lengthOnly(examples: readonly Example[], groupOf: (example: Example) => string): Predictions {
  const x = examples.map((example) => Math.log1p(example.answer.text.split(/\s+/).length) - 4.8);
  const n = x.length;
  return heldOut(
    examples,
    Float64Array.from({ length: n * n }, (_, at) => x[Math.floor(at / n)]! * x[at % n]!),
    1,
    groupOf,
  );
}

/** Ridge regression on tf-idf of single words. */
export function bagOfWords(examples: readonly Example[], groupOf: (example: Example) => string): Predictions {
  const lists = examples.map((example) =>
    example.readings.map((reading) => Uint16Array.from(reading.stems, wordBucket)),
  );
  const frequency = new Float64Array(BUCKETS);
  for (const list of lists) for (const bucket of new Set(list.flatMap((words) => [...words]))) frequency[bucket]!++;
  frequency[UNKNOWN] = 0;
  const idf = Float32Array.from(frequency, (count) => (count < 2 ? 0 : Math.log((lists.length + 1) / (count + 1)) + 1));
  const rows = sparseRows(
    lists.map((list) => {
      const { buckets, values } = weigh(list, idf);
      return new Map(buckets.map((bucket, k) => [bucket, values[k]!]));
    }),
  );
  return heldOut(examples, gram(rows, BUCKETS), 0.5, groupOf);
}
