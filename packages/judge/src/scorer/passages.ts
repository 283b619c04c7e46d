import type { Sentence } from '../text/index.ts';
import { SIGNALS } from '../rubric.ts';
import { featureNames, type AskedFor } from './features.ts';
import { patternCounts, patternIds } from './lexicon/pattern-counts.ts';
import { wordBucket } from './ngrams.ts';
import { presenceScores, type SelectedWords } from './selected-words.ts';
import type { SentenceReading } from './sentence-reading.ts';
import { standardValues, type Standard } from './standard.ts';
import { TARGETS } from './model.ts';
import { bestWorth, worthScores, WORTHS, worthValues, type WorthModel } from './worth.ts';

/**
 * How text is read that is not like the interview answers of the corpus: by weights learned from passages that real people
 * wrote or said. They count the reasoning features and the patterns, what its best sentences are worth, the words it holds, and
 * the scores that it would have as an answer. Length, numbers, dates and first-person acts are left out of the features: they
 * tell how a thing is told.
 */
export interface PassageModel {
  readonly manner: MannerModel;
  readonly worth: WorthModel;
  /** Of `passageValues`. */
  readonly values: Standard;
  /** By target, of `passageSupports`. */
  readonly supports: readonly Standard[];
  /** Target-major: over the values, then the supports. */
  readonly weights: readonly number[];
  /** A column a target. */
  readonly words: SelectedWords;
}

/** How much a text reads like a passage of real people, by the words it holds. */
export interface MannerModel {
  readonly words: SelectedWords;
  /** Of answers that the fit had not seen, 19 in 20 score below: they are read as answers. */
  readonly from: number;
  /** Of passages that it had not seen, 19 in 20 score above, or hardly less: they are read as passages. */
  readonly to: number;
}

/** How far a text that holds these words, in buckets, is read as a passage, 0 to 1. */
export function passageShare(words: Iterable<number>, { words: model, from, to }: MannerModel): number {
  return rampShare(presenceScores(words, model)[0] as number, from, to);
}

/** 0 up to `from`, 1 from `to` on, and evenly between. */
export const rampShare = (score: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (score - from) / (to - from)));

/** Whether a text with this share is rather a passage than an answer. */
export const isUnlike = (share: number): boolean => share >= 0.5;

/** Buckets of the single words of a text. */
export function wordsOf(readings: readonly SentenceReading[]): Set<number> {
  const words = new Set<number>();
  for (const { stems } of readings) for (const stem of stems) words.add(wordBucket(stem));
  return words;
}

const MANNER = /^(?:logWords|logSentences|meanWords|distinct|commas|ownShare)$|ownAction|number|[+:]time$/;
const kept = featureNames().flatMap((name, k) => (MANNER.test(name) ? [] : [k]));

/** Names of the values, in the order of `passageValues`. */
export function passageNames(): string[] {
  const names = featureNames();
  return [
    ...kept.map((k) => names[k] as string),
    ...patternIds.flatMap((id) => [`pattern:${id}`, `pattern share:${id}`]),
  ];
}

/** Reasoning features of a text and, of each pattern, the logarithm of its count and the share of sentences that hold it. */
export function passageValues(dense: Float64Array, sentences: readonly Pick<Sentence, 'text'>[]): number[] {
  const counts = sentences.map(patternCounts);
  return [
    ...kept.map((k) => dense[k] as number),
    ...patternIds.flatMap((_, pattern) => {
      const hits = counts.map((count) => count[pattern] as number);
      const all = hits.reduce((a, b) => a + b, 0);
      return [Math.log1p(all), hits.filter((count) => count > 0).length / Math.max(1, hits.length)];
    }),
  ];
}

/** What each sentence is worth, by sentence and WORTHS. */
export const worthsOf = (
  sentences: readonly { readonly sentence: Pick<Sentence, 'text'>; readonly reading: SentenceReading }[],
  asked: AskedFor,
  model: WorthModel,
): Float64Array[] =>
  sentences.map(({ sentence, reading }) =>
    worthScores(worthValues(reading, sentence, asked), wordsOf([reading]), model),
  );

export const SUPPORTS = [
  'worth to any',
  'worth to its own',
  ...TARGETS.map((target) => `answer:${target}` as const),
] as const;

/** What else counts for a target: what its best sentences are worth to any signal and to its own, and its scores as an answer. */
export function passageSupports(target: number, worths: readonly Float64Array[], answer: ArrayLike<number>): number[] {
  const own = target < SIGNALS.length ? target + 1 : WORTHS.indexOf('any');
  const column = (at: number): number[] => worths.map((row) => row[at] as number);
  return [bestWorth(column(0)), bestWorth(column(own)), ...Array.from(answer)];
}

/** What the passage is read as, by target, in levels or verdicts before they are stretched. */
export function passageReadings(
  values: readonly number[],
  words: Iterable<number>,
  worths: readonly Float64Array[],
  answer: ArrayLike<number>,
  model: Omit<PassageModel, 'manner'>,
): Float64Array {
  const standard = standardValues(values, model.values);
  const width = standard.length + SUPPORTS.length;
  return presenceScores(words, model.words).map((score, target) =>
    [
      ...standard,
      ...standardValues(passageSupports(target, worths, answer), model.supports[target] as Standard),
    ].reduce((sum, value, k) => sum + value * (model.weights[target * width + k] as number), score),
  );
}
