/** Fits what a sentence of a passage is worth, on the sentences that graders pointed at. */
import type { SignalId } from '@legible/judge';
import { WORTHS, worthNames, worthScores, type WorthModel } from '@legible/judge/scorer/worth';
import { standardValues } from '@legible/judge/scorer/standard';
import { foldsOf } from './fit-sentences.ts';
import { moments, type MeasuredPassage } from './passages.ts';
import { sparseRidge, sparseRows } from './sparse.ts';

/** Penalties of the values and of the words, in units of each other's; the best of few tried by documents held out. */
const VALUES = 600;
const WORDS = 8;
const STEPS = 60;
const FOLDS = 8;
/** A signal that fewer passages call for is worth what any is. */
const FEW = 60;

export interface FittedWorth {
  readonly model: WorthModel;
  /** By passage, by sentence: WORTHS from a fit that saw no passage of its document. */
  readonly outOfFold: readonly (readonly Float64Array[])[];
}

type Worth = (typeof WORTHS)[number];
const calls = ({ signals }: MeasuredPassage, worth: Worth): boolean =>
  worth === 'any' || signals.includes(worth as SignalId);
const markOf = (marks: MeasuredPassage['sentences'][number]['marks'], worth: Worth): number =>
  worth === 'any' ? Math.max(0, ...Object.values(marks)) : (marks[worth as SignalId] ?? 0);

/** `buckets`: of the words that count, ascending. */
export function fitWorth(passages: readonly MeasuredPassage[], buckets: readonly number[]): FittedWorth {
  const model = fitOn(passages, buckets);
  const folds = foldsOf(
    passages.map(({ document }) => document),
    FOLDS,
  );
  const outOfFold: Float64Array[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inner = fitOn(
      passages.filter((_, i) => folds[i] !== fold),
      buckets,
    );
    passages.forEach(({ sentences }, i) => {
      if (folds[i] === fold) outOfFold[i] = sentences.map(({ values, words }) => worthScores(values, words, inner));
    });
  }
  return { model, outOfFold };
}

function fitOn(passages: readonly MeasuredPassage[], buckets: readonly number[]): WorthModel {
  const all = passages.flatMap(({ sentences }) => sentences);
  const names = worthNames();
  const columns = names.map((_, k) => moments(all.map(({ values }) => values[k]!)));
  const shape = {
    center: columns.map(({ mean }) => mean),
    // A value that hardly ever stands would otherwise count for more than it can tell.
    spread: columns.map(({ spread }) => Math.max(spread, 0.05)),
  };
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const width = names.length;
  const size = buckets.length + width;
  const rowsOf = (of: readonly MeasuredPassage[]): Map<number, number>[] =>
    of.flatMap(({ sentences }) =>
      sentences.map(({ values, words }) => {
        const held = words.flatMap((bucket) => rowOf.get(bucket) ?? []);
        return new Map([
          ...held.map((row): [number, number] => [row, 1 / Math.sqrt(WORDS * held.length)]),
          ...standardValues(values, shape).map((value, k): [number, number] => [
            buckets.length + k,
            value / Math.sqrt(VALUES),
          ]),
        ]);
      }),
    );
  const weights: number[] = [];
  const words = new Float32Array(buckets.length * WORTHS.length);
  const intercepts: number[] = [];
  let any: ReturnType<typeof sparseRidge> | undefined;
  WORTHS.forEach((worth, column) => {
    const own = passages.filter((passage) => calls(passage, worth));
    const fit =
      any !== undefined && own.length < FEW
        ? any
        : sparseRidge(
            sparseRows(rowsOf(own)),
            size,
            Float64Array.from(own.flatMap(({ sentences }) => sentences.map(({ marks }) => markOf(marks, worth)))),
            1,
            STEPS,
          );
    any ??= fit;
    for (let k = 0; k < width; k++) weights.push(fit.weights[buckets.length + k]! / Math.sqrt(VALUES));
    buckets.forEach((_, row) => (words[row * WORTHS.length + column] = fit.weights[row]! / Math.sqrt(WORDS)));
    intercepts.push(fit.intercept);
  });
  return { ...shape, weights, words: { buckets, columns: WORTHS.length, weights: words, intercepts } };
}
