/** Fits the word model, and how much a text reads like a passage. */
import { BUCKETS } from '@legible/judge/scorer/ngrams';
import { gramScores, TARGETS, weigh, type GramModel } from '@legible/judge/scorer/model';
import type { Example } from './examples.ts';
import { fitTarget, idfOf, predictions, type OutOfFold } from './fit-target.ts';
import { fitRidge } from './ridge.ts';
import { gram, sparseRows } from './sparse.ts';

const LAMBDA = 0.35;

export interface FittedWords {
  readonly model: GramModel;
  readonly out: OutOfFold;
  readonly passage: GramModel;
  /** By example: passage score from a fit without its group. */
  readonly passageOut: Float64Array;
}

export function fitWords(examples: readonly Example[], groups: readonly string[]): FittedWords {
  const idf = idfOf(examples.map((example) => example.grams));
  const vectors = examples.map((example) => weigh(example.grams, idf));
  const rows = sparseRows(
    vectors.map(({ buckets, values }) => new Map(buckets.map((bucket, k) => [bucket, values[k]!]))),
  );
  const kernel = gram(rows, BUCKETS);
  const columns = TARGETS.length;
  const weights = new Float32Array(BUCKETS * columns);
  const intercepts = new Float64Array(columns);
  const scores = TARGETS.map((_, target) => {
    const { fit, rows: own } = fitTarget(examples, kernel, groups, target, LAMBDA);
    intercepts[target] = fit.intercept;
    own.forEach((i, k) =>
      vectors[i]!.buckets.forEach(
        (bucket, at) => (weights[bucket * columns + target]! += fit.alpha[k]! * vectors[i]!.values[at]!),
      ),
    );
    return predictions(
      examples,
      own,
      fit,
      (i) => gramScores(examples[i]!.grams, { idf, columns, weights, intercepts })[target]!,
    );
  });
  const gate = fitRidge(
    kernel,
    examples.length,
    examples.map((example) => (example.answer.making === 'field' ? 1 : 0)),
    1,
    groups,
  );
  const passage = new Float32Array(BUCKETS);
  vectors.forEach(({ buckets, values }, i) =>
    buckets.forEach((bucket, at) => (passage[bucket]! += gate.alpha[i]! * values[at]!)),
  );
  return {
    model: { idf, columns, weights, intercepts },
    out: { scores },
    passage: { idf, columns: 1, weights: passage, intercepts: Float64Array.of(gate.intercept) },
    passageOut: gate.outOfFold,
  };
}
