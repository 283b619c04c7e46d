import type { Sentence } from '../text/index.ts';
import { featureNames } from './features.ts';
import { PATTERNS } from './lexicon/patterns.ts';

/**
 * A second reading of passages: linear weights over the reasoning features and the patterns, learned from passages that real
 * people wrote. Length, numbers, dates and first-person acts are left out: they tell how a thing is told.
 */
export interface PassageModel {
  readonly center: readonly number[];
  readonly spread: readonly number[];
  /** Target-major. */
  readonly weights: readonly number[];
  /** Log-odds that a text is a passage and no interview answer, by the same values. */
  readonly manner: { readonly weights: readonly number[]; readonly intercept: number };
}

/** How the word score and the log-odds of the manner are put together; the manner's can hardly exceed its most. */
const WORDS = 9.7;
const MANNER_SHARE = 0.8;
const OFFSET = -3.1;
const MOST_MANNER = 3;
/** Of interview answers by writers that the fits had not seen, 19 in 20 score below the middle of these; of people's notes, blogs and talks, 9 in 10 above. */
const FROM = -1.5;
const TO = -0.9;

/** How far a text is read as a passage, 0 to 1, by its word score and, where that leaves it open, the log-odds of its manner. */
export function passageShare(words: number, manner: () => number): number {
  const score = WORDS * words + OFFSET;
  if (score + MANNER_SHARE * MOST_MANNER <= FROM) return 0;
  const whole = score + MANNER_SHARE * Math.min(MOST_MANNER, manner());
  return Math.max(0, Math.min(1, (whole - FROM) / (TO - FROM)));
}

/** Log-odds of the manner, from `passageValues`. */
export const mannerOdds = (values: readonly number[], model: PassageModel): number =>
  standardValues(values, model).reduce(
    (sum, value, k) => sum + value * (model.manner.weights[k] as number),
    model.manner.intercept,
  );

const patterns = Object.values(PATTERNS).map((source) => new RegExp(source, 'giu'));
const MANNER = /^(?:logWords|logSentences|meanWords|distinct|commas|ownShare)$|ownAction|number|[+:]time$/;
/** Standard deviations from the mean beyond which a value says no more. */
const MOST = 3;

const kept = featureNames().flatMap((name, k) => (MANNER.test(name) ? [] : [k]));

/** Names of the values, in the order of `passageValues`. */
export function passageNames(): string[] {
  const names = featureNames();
  return [
    ...kept.map((k) => names[k] as string),
    ...Object.keys(PATTERNS).flatMap((id) => [`pattern:${id}`, `pattern share:${id}`]),
  ];
}

/** Reasoning features of a text and, of each pattern, the logarithm of its count and the share of sentences that hold it. */
export function passageValues(dense: Float64Array, sentences: readonly Pick<Sentence, 'text'>[]): number[] {
  const texts = sentences.map((sentence) => sentence.text.replaceAll('’', "'"));
  return [
    ...kept.map((k) => dense[k] as number),
    ...patterns.flatMap((pattern) => {
      const hits = texts.map((text) => text.match(pattern)?.length ?? 0);
      const all = hits.reduce((a, b) => a + b, 0);
      return [Math.log1p(all), hits.filter((count) => count > 0).length / Math.max(1, texts.length)];
    }),
  ];
}

/** Standardised values, bounded. */
export const standardValues = (
  values: readonly number[],
  { center, spread }: Pick<PassageModel, 'center' | 'spread'>,
): number[] =>
  values.map((value, k) => Math.max(-MOST, Math.min(MOST, (value - (center[k] as number)) / (spread[k] as number))));

/** Score of each target, around 0. */
export function passageScores(values: readonly number[], model: PassageModel): Float64Array {
  const standard = standardValues(values, model);
  const width = standard.length;
  return Float64Array.from({ length: model.weights.length / width }, (_, target) =>
    standard.reduce((sum, value, k) => sum + value * (model.weights[target * width + k] as number), 0),
  );
}
