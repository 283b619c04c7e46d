import type { Sentence } from '../text/index.ts';
import { SIGNALS } from '../rubric.ts';
import type { AskedFor } from './features.ts';
import { patternCounts, patternIds } from './lexicon/pattern-counts.ts';
import { presenceScores, type SelectedWords } from './selected-words.ts';
import { conceptPhrases, movePhrases, type SentenceReading } from './sentence-reading.ts';
import { standardValues, type Standard } from './standard.ts';

/** What a sentence of a passage is worth: to any signal, then to each. */
export const WORTHS = ['any', ...SIGNALS] as const;

/**
 * How likely graders point at a sentence as what earned a signal, learned from the sentences of real people's passages that
 * they pointed at. The length of a sentence and its place are left out: they tell how a thing is told.
 */
export interface WorthModel extends Standard {
  /** Worth-major: over the values of `worthValues`. */
  readonly weights: readonly number[];
  /** A column a worth. */
  readonly words: SelectedWords;
}

/** Names of the values, in the order of `worthValues`. */
export const worthNames = (): string[] => [
  'asks',
  'commas',
  'numbers',
  ...movePhrases.ids.map((id) => `move:${id}`),
  'concepts',
  ...conceptPhrases.ids.map((id) => `concept:${id}`),
  ...patternIds.map((id) => `pattern:${id}`),
  'notions',
  'asked',
  'asked share',
];

/** What a sentence holds that may be worth something; counts are cut off early, since a second says little more than the first. */
export function worthValues(reading: SentenceReading, sentence: Pick<Sentence, 'text'>, asked: AskedFor): number[] {
  const { stems, moves, concepts, terms } = reading;
  const met = stems.reduce((sum, stem) => sum + (asked.stems.has(stem) ? 1 : 0), 0);
  const named = Array.from(concepts, (count) => Math.min(1, count));
  return [
    reading.asks ? 1 : 0,
    reading.commas,
    Math.min(3, reading.numbers),
    ...Array.from(moves, (count) => Math.min(2, count)),
    named.reduce((sum, one) => sum + one, 0),
    ...named,
    ...patternCounts(sentence).map((count) => Math.min(2, count)),
    terms.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    Math.min(3, met),
    met / Math.max(1, stems.length),
  ];
}

/** Each of WORTHS of a sentence with these values that holds these words, in buckets: about the share of graders who would point at it. */
export function worthScores(values: readonly number[], words: Iterable<number>, model: WorthModel): Float64Array {
  const standard = standardValues(values, model);
  const scores = presenceScores(words, model.words);
  const width = standard.length;
  return scores.map((score, column) =>
    standard.reduce((sum, value, k) => sum + value * (model.weights[column * width + k] as number), score),
  );
}

/** Sentences that carry an answer. */
const BEST = 3;

/** Of one worth over the sentences: the mean of the best three, so that more sentences alone raise nothing. */
export function bestWorth(worths: readonly number[]): number {
  const best = worths.toSorted((a, b) => b - a).slice(0, BEST);
  return best.reduce((sum, worth) => sum + worth, 0) / Math.max(1, best.length);
}
