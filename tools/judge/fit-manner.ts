/** Fits how text of real people is told from answers like those of the corpus, whatever their making. */
import { presenceScores } from '@legible/judge/scorer/selected-words';
import { rampShare, wordsOf, type MannerModel } from '@legible/judge/scorer/passages';
import type { Example } from './examples.ts';
import { foldsOf } from './fit-sentences.ts';
import { wordsIn, type MeasuredPassage } from './passages.ts';
import { sparseRidge, sparseRows } from './sparse.ts';

const LAMBDA = 1;
const STEPS = 60;
const FOLDS = 8;
/** Shares of unseen answers that are read wholly as answers, and of unseen passages that are read wholly as passages. */
const ANSWERS_BELOW = 0.95;
const PASSAGES_ABOVE = 0.95;

export interface FittedManner {
  readonly model: MannerModel;
  /** By example: how far it is read as a passage by a fit that saw no answer of its group. */
  readonly shares: readonly number[];
  /** By passage: the same by a fit that saw none of its document. */
  readonly passageShares: readonly number[];
}

interface Text {
  readonly words: readonly number[];
  readonly passage: boolean;
}

function fitOn(texts: readonly Text[], buckets: readonly number[]): MannerModel['words'] {
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const rows = texts.map(({ words }) => {
    const held = words.flatMap((bucket) => rowOf.get(bucket) ?? []);
    return new Map(held.map((row) => [row, 1 / Math.sqrt(held.length)]));
  });
  const y = Float64Array.from(texts, ({ passage }) => (passage ? 1 : 0));
  const fit = sparseRidge(sparseRows(rows), buckets.length, y, LAMBDA, STEPS);
  return { buckets, columns: 1, weights: Float32Array.from(fit.weights), intercepts: [fit.intercept] };
}

/** `buckets`: of the words that count, ascending; `groups` as in the scorer's fit. */
export function fitManner(
  passages: readonly MeasuredPassage[],
  examples: readonly Example[],
  groups: readonly string[],
  buckets: readonly number[],
): FittedManner {
  const answers = examples.map(({ readings }, i) => ({
    words: [...wordsOf(readings)],
    passage: false,
    group: groups[i]!,
  }));
  const texts = [
    ...answers,
    ...passages.map((passage) => ({ words: wordsIn(passage), passage: true, group: passage.document })),
  ];
  const order = foldsOf(
    texts.map(({ group }) => group),
    FOLDS,
  );
  const inner = Array.from({ length: FOLDS }, (_, fold) =>
    fitOn(
      texts.filter((_, i) => order[i] !== fold),
      buckets,
    ),
  );
  const scores = texts.map(({ words }, i) => presenceScores(words, inner[order[i]!]!)[0]!);
  const quantile = (passage: boolean, share: number): number => {
    const sorted = scores.filter((_, i) => texts[i]!.passage === passage).toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  };
  const from = quantile(false, ANSWERS_BELOW);
  const to = Math.max(from + 0.05, quantile(true, 1 - PASSAGES_ABOVE));
  const shares = scores.map((score) => rampShare(score, from, to));
  return {
    model: { words: fitOn(texts, buckets), from, to },
    shares: shares.slice(0, examples.length),
    passageShares: shares.slice(examples.length),
  };
}
