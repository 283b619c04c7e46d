/** Levels and verdicts of answers that the predicting model never saw, in one row an answer and target. */
import { SIGNALS } from '@legible/judge';
import {
  passed,
  readingAt,
  TARGETS,
  type Blend,
  type ScorerModel,
  type ScoreReading,
} from '@legible/judge/scorer/model';
import { targetOf, VERDICT, type Example } from './examples.ts';
import { kappa } from './agreement.ts';
import { isAnswer, scoresOf, shareOf, type FittedScorer } from './fit.ts';

export interface Row {
  readonly example: Example;
  /** Unrounded, in levels or verdicts. */
  readonly score: number;
  /** Rounded at the cut points. */
  readonly given: number;
  /** Mean of the graders. */
  readonly truth: number;
  /** Each grader's own level. */
  readonly graders: readonly number[];
  /** How far the score lies from the cut point between a vote against and for, in standard deviations of its error. */
  readonly surety: number;
  readonly reading: ScoreReading;
}

/** The cut point between a vote against and a vote for; of a signal, between its middle levels. */
const FOR = 1;

export type Predictions = readonly (readonly Row[])[];

function rowOf(example: Example, target: number, score: number, shape: ScoreReading): Row {
  const lowest = target === VERDICT ? 1 : 0;
  const bounded = Math.max(lowest, Math.min(lowest + 3, score));
  const level = passed(bounded, shape.cuts);
  return {
    example,
    score: bounded,
    given: level + lowest,
    truth: targetOf(example, target)!,
    graders: example.answer.grades.flatMap((grade) =>
      target === VERDICT ? grade.verdict : (grade.signals[SIGNALS[target]!] ?? []),
    ),
    surety: Math.abs(bounded - shape.cuts[FOR]!) / shape.error,
    reading: shape,
  };
}

/** What rows are made of: a score by target and example, and by example how it was read and whether it was refused as no answer. */
export interface Scored {
  readonly scores: readonly Float64Array[];
  readonly shares: readonly number[];
  readonly refused: readonly boolean[];
  readonly blends: readonly Pick<Blend, 'readings'>[];
}

/** By target. */
export const rowsOf = (examples: readonly Example[], { scores, shares, refused, blends }: Scored): Predictions =>
  TARGETS.map((_, target) =>
    examples.flatMap((example, i) =>
      targetOf(example, target) === undefined || Number.isNaN(scores[target]![i]!)
        ? []
        : [
            rowOf(
              example,
              target,
              refused[i]! ? -Infinity : scores[target]![i]!,
              readingAt(blends[target]!.readings, shares[i]!),
            ),
          ],
    ),
  );

/** From out-of-fold scores. */
export const heldOutRows = (examples: readonly Example[], fitted: FittedScorer): Predictions =>
  rowsOf(examples, { ...fitted, scores: fitted.outOfFold, blends: fitted.model.blends });

/** From a model that was fitted on other answers. */
export function modelRows(
  examples: readonly Example[],
  model: ScorerModel,
  faultsOf: (example: Example) => readonly number[],
): Predictions {
  const scores = examples.map((example) => scoresOf(example, model, faultsOf(example)));
  const shares = examples.map((example) => shareOf(example, model));
  return rowsOf(examples, {
    scores: TARGETS.map((_, target) => Float64Array.from(scores, (row) => row[target]!)),
    shares,
    refused: examples.map((example, i) => !isAnswer(example, model, shares[i]!)),
    blends: model.blends,
  });
}

/** Mean quadratic weighted kappa of what was given with each grader. */
export function agreement(rows: readonly Row[]): number {
  const graders = Math.max(...rows.map((row) => row.graders.length), 0);
  const values: number[] = [];
  for (let g = 0; g < graders; g++) {
    const own = rows.filter((row) => row.graders[g] !== undefined);
    values.push(
      kappa(
        own.map((row) => row.given),
        own.map((row) => row.graders[g]!),
      ),
    );
  }
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}

/** Agreement of the two graders with each other; NaN with one grader. */
export function ceiling(rows: readonly Row[]): number {
  const own = rows.filter((row) => row.graders.length === 2);
  return own.length === 0
    ? Number.NaN
    : kappa(
        own.map((row) => row.graders[0]!),
        own.map((row) => row.graders[1]!),
      );
}

/** Standardised mean difference of what was given from the graders' mean. */
export function meanDifference(rows: readonly Row[]): number {
  const truth = rows.map((row) => row.truth);
  const mean = truth.reduce((a, b) => a + b, 0) / truth.length;
  const spread = Math.sqrt(truth.reduce((s, v) => s + (v - mean) ** 2, 0) / truth.length) || 1;
  return (rows.reduce((s, row) => s + row.given, 0) / rows.length - mean) / spread;
}
