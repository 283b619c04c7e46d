/** Fits the word model. */
import { BUCKETS } from '@legible/judge/scorer/ngrams';
import { gramScores, TARGETS, weigh, type GramModel } from '@legible/judge/scorer/model';
import { targetOf, VERDICT, type Example } from './examples.ts';
import { fitTarget, idfOf, predictions, type OutOfFold } from './fit-target.ts';
import { gram, sparseRows } from './sparse.ts';

const LAMBDA = 0.35;
/** A signal that fewer answers call for is read with the verdict's weights: the verdict's lowest stands for the signal's. */
const FEW = 60;

export interface FittedWords {
  readonly model: GramModel;
  readonly out: OutOfFold;
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
    const called = examples.filter((example) => targetOf(example, target) !== undefined).length;
    const taught = called < FEW ? VERDICT : target;
    const { fit, rows: own } = fitTarget(examples, kernel, groups, taught, LAMBDA);
    const lower = taught === target ? 0 : 1;
    intercepts[target] = fit.intercept - lower;
    own.forEach((i, k) =>
      vectors[i]!.buckets.forEach(
        (bucket, at) => (weights[bucket * columns + target]! += fit.alpha[k]! * vectors[i]!.values[at]!),
      ),
    );
    return predictions(
      examples,
      own,
      fit,
      (i) => gramScores(examples[i]!.grams, { idf, columns, weights, intercepts })[target]! + lower,
    ).map((score) => score - lower);
  });
  return {
    model: { idf, columns, weights, intercepts },
    out: { scores },
  };
}
