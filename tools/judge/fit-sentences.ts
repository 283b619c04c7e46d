/** Fits what a sentence earns, or is at fault, by itself. */
import { BUCKETS } from '@legible/judge/scorer/ngrams';
import { gramScores, SENTENCE_COLUMNS, weigh, type GramModel } from '@legible/judge/scorer/model';
import type { Example } from './examples.ts';
import { idfOf } from './fit-target.ts';
import { sparseRidge, sparseRows } from './sparse.ts';

const LAMBDA = 3;
const FOLDS = 6;

export function fitSentences(examples: readonly Example[]): GramModel {
  const all = examples.flatMap((example) => example.grams.map((grams) => [grams]));
  const idf = idfOf(all);
  const rows = sparseRows(
    all.map((lists) => {
      const { buckets, values } = weigh(lists, idf);
      return new Map(buckets.map((bucket, k) => [bucket, values[k]!]));
    }),
  );
  const weights = new Float32Array(BUCKETS * SENTENCE_COLUMNS);
  const intercepts = new Float64Array(SENTENCE_COLUMNS);
  for (let column = 0; column < SENTENCE_COLUMNS; column++) {
    const y = Float64Array.from(examples.flatMap((example) => example.earned.map((row) => row[column]!)));
    const fit = sparseRidge(rows, BUCKETS, y, LAMBDA, 25);
    intercepts[column] = fit.intercept;
    for (let b = 0; b < BUCKETS; b++) weights[b * SENTENCE_COLUMNS + column] = fit.weights[b]!;
  }
  return { idf, columns: SENTENCE_COLUMNS, weights, intercepts };
}

export const sentenceScores = (example: Example, model: GramModel): Float64Array[] =>
  example.grams.map((grams) => gramScores([grams], model));

/** By example: sentence scores from a fit that saw no example of its fold. */
export function sentencesOutOfFold(examples: readonly Example[], groups: readonly string[]): Float64Array[][] {
  const folds = foldsOf(groups, FOLDS);
  const out: Float64Array[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inner = fitSentences(examples.filter((_, i) => folds[i] !== fold));
    examples.forEach((example, i) => {
      if (folds[i] === fold) out[i] = sentenceScores(example, inner);
    });
  }
  return out;
}

/** Deals groups into folds, each group whole, in order of name. */
export function foldsOf(groups: readonly string[], count: number): Int32Array {
  const order = [...new Set(groups)].toSorted();
  const at = new Map(order.map((group, index) => [group, index % count]));
  return Int32Array.from(groups, (group) => at.get(group)!);
}
