import { KINDS, SIGNALS, type Question } from '../rubric.ts';
import { readText } from '../text/index.ts';
import { readQuestion, type AskedFor } from './features.ts';
import { weigh, type GramModel, type GramVector } from './model.ts';
import { ngrams, wordBucket } from './ngrams.ts';
import { selectedScores, type SelectedWords } from './selected-words.ts';
import { readSentence, type SentenceReading } from './sentence-reading.ts';

/** What an answer's words say of the question it was given to: each kind of question, then each signal called for. */
export const ASKED_COLUMNS = KINDS.length + SIGNALS.length;

/** Whether an answer answers the question asked, and not another one of the same field. */
export interface MatchingModel {
  /** A column for each of ASKED_COLUMNS. */
  readonly asked: SelectedWords;
  /** Of MATCHING_NAMES. */
  readonly center: readonly number[];
  readonly spread: readonly number[];
  /** Of the standardised inputs and of their products, in the order of `quadratic`. */
  readonly weights: readonly number[];
  readonly intercept: number;
  /** By FAMILIES. */
  readonly bars: readonly Bars[];
}

/** Log-odds that are asked of a text, by what kind of question it is under. */
export interface Bars {
  /** Below, it does not answer. */
  readonly answer: number;
  /** The same of a passage. */
  readonly passage: number;
  /** Below, it may not answer. */
  readonly doubtful: number;
}

/** Kinds of question that true answers stand alike under: a word of the matter is said in every story, and in few probes. */
export const FAMILIES = ['career', 'story', 'design', 'probe'] as const;

/** Index of the family of a kind of question. */
export function familyOf(kind: Question['kind']): number {
  const family = kind.startsWith('story')
    ? 'story'
    : kind.startsWith('design')
      ? 'design'
      : kind === 'probe'
        ? kind
        : 'career';
  return FAMILIES.indexOf(family);
}

export const MATCHING_NAMES = [
  'likeness',
  'likeness of the best sentence',
  'likeness of words',
  'likeness of notions',
  'cover',
  'notions shared',
  'kind',
  'kind against the likeliest',
  'signals',
  'length',
  'length of the question',
  'probe',
] as const;

/** A question as answers are compared with it. */
export interface AskedVector {
  /** By bucket: its weight in the question, of unit length together. */
  readonly weights: ReadonlyMap<number, number>;
  /** By stem, and by notion: the same. */
  readonly words: ReadonlyMap<string, number>;
  readonly notions: ReadonlyMap<number, number>;
}

/** Unit-length weights of what is counted: (1 + log count) · weight. */
function unit<T>(counts: ReadonlyMap<T, number>, weightOf: (key: T) => number): Map<T, number> {
  const out = new Map<T, number>();
  let square = 0;
  for (const [key, count] of counts) {
    const value = (1 + Math.log(count)) * weightOf(key);
    out.set(key, value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (const [key, value] of out) out.set(key, value / length);
  return out;
}

const dot = <T>(a: ReadonlyMap<T, number>, b: ReadonlyMap<T, number>): number => {
  let sum = 0;
  for (const [key, value] of b) sum += value * (a.get(key) ?? 0);
  return sum;
};

function wordsOf(readings: readonly SentenceReading[], idf: Float32Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of readings) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return unit(counts, (stem) => idf[wordBucket(stem)] || UNMET);
}

/** Concepts, then notions of the knowledge base. */
function notionsOf(readings: readonly SentenceReading[]): Map<number, number> {
  const counts = new Map<number, number>();
  const met = (notion: number): void => void counts.set(notion, (counts.get(notion) ?? 0) + 1);
  for (const { concepts, terms } of readings) {
    for (let k = 0; k < concepts.length; k++) if (concepts[k] !== 0) met(k);
    for (let k = 0; k < terms.length; k++) if (terms[k] !== 0) met(concepts.length + k);
  }
  return unit(counts, () => 1);
}

/** A question, read once for all answers to it. */
export interface AskedQuestion extends AskedFor {
  readonly vector: AskedVector;
}

/** Reads a question once for all answers to it; `idf` of the word model. */
export function readAsked(question: Pick<Question, 'text'>, idf: Float32Array): AskedQuestion {
  const readings = readText(question.text.slice(0, MOST_OF_A_QUESTION)).map(readSentence);
  const { buckets, values } = weigh(
    readings.map((reading) => ngrams(reading.stems)),
    idf,
  );
  return {
    ...readQuestion(question),
    vector: {
      weights: new Map(buckets.map((bucket, k) => [bucket, values[k] as number])),
      words: wordsOf(readings, idf),
      notions: notionsOf(readings),
    },
  };
}

/** Characters of a question that are read. */
const MOST_OF_A_QUESTION = 4000;

/** Cosine of a text, or of one sentence, and the question. */
export function likeness({ buckets, values }: GramVector, { weights }: AskedVector): number {
  let sum = 0;
  for (let k = 0; k < buckets.length; k++) sum += (values[k] as number) * (weights.get(buckets[k] as number) ?? 0);
  return sum;
}

/** An answer as it is compared with questions. */
export interface Said {
  readonly readings: readonly SentenceReading[];
  /** Of the whole text, of unit length. */
  readonly vector: GramVector;
  /** Of each sentence, of unit length. */
  readonly sentences: readonly GramVector[];
}

/** What matching is judged by, in the order of MATCHING_NAMES; `scores` of ASKED_COLUMNS. */
export function matchingInputs(
  said: Said,
  scores: Float64Array,
  question: Pick<Question, 'kind' | 'signals'>,
  asked: AskedQuestion,
  idf: Float32Array,
  model: Pick<SelectedWords, 'intercepts'>,
): number[] {
  const { vector } = asked;
  const words = said.readings.reduce((sum, sentence) => sum + sentence.stems.length, 0);
  let notions = 0;
  let shared = 0;
  for (let term = 0; term < asked.terms.length; term++) {
    if (asked.terms[term] === 0) continue;
    notions++;
    if (said.readings.some((sentence) => (sentence.terms[term] as number) > 0)) shared++;
  }
  const kinds = scores.subarray(0, KINDS.length);
  // A kind of question that training never met says nothing.
  const met = KINDS.filter((_, k) => model.intercepts[k] !== 0);
  const kind = met.includes(question.kind) ? (kinds[KINDS.indexOf(question.kind)] as number) : Math.max(...kinds);
  const signals = SIGNALS.reduce((sum, signal, k) => {
    const score = scores[KINDS.length + k] as number;
    return sum + (question.signals.includes(signal) ? score : 1 - score);
  }, 0);
  return [
    likeness(said.vector, vector),
    Math.max(0, ...said.sentences.map((sentence) => likeness(sentence, vector))),
    dot(wordsOf(said.readings, idf), vector.words),
    dot(notionsOf(said.readings), vector.notions),
    coverOf(said.readings, asked, idf),
    notions === 0 ? 0.5 : shared / notions,
    kind,
    Math.max(...kinds) - kind,
    signals / SIGNALS.length,
    Math.log(Math.max(1, words)),
    Math.log(1 + asked.stems.size),
    question.kind === 'probe' ? 1 : 0,
  ];
}

/** Standardised inputs, bounded, then their products: all pairs in order, squares among them. */
export function quadratic(
  inputs: readonly number[],
  { center, spread }: Pick<MatchingModel, 'center' | 'spread'>,
): number[] {
  const z = inputs.map((value, k) =>
    Math.max(-MOST, Math.min(MOST, (value - (center[k] as number)) / (spread[k] as number))),
  );
  return [...z, ...z.flatMap((value, k) => z.slice(k).map((other) => value * other))];
}

/** Standard deviations beyond which an input says no more. */
const MOST = 3;

/** Log-odds that the text answers the question. */
export const matching = (inputs: readonly number[], model: Omit<MatchingModel, 'asked' | 'bars'>): number =>
  quadratic(inputs, model).reduce((sum, value, k) => sum + value * (model.weights[k] as number), model.intercept);

/** Weight of a word of the question that training hardly met: shared, it says the most. */
export const UNMET = 8;

/** Share of the question's words that the text holds, by how rare they are; 0 to 1. */
export function coverOf(sentences: readonly SentenceReading[], { stems }: AskedFor, idf: Float32Array): number {
  const said = new Set<string>();
  for (const sentence of sentences) for (const stem of sentence.stems) if (stems.has(stem)) said.add(stem);
  let all = 0;
  let met = 0;
  for (const stem of stems) {
    const weight = idf[wordBucket(stem)] || UNMET;
    all += weight;
    if (said.has(stem)) met += weight;
  }
  return all === 0 ? 0 : met / all;
}

/** Notions of the field, by the root of the length, below which an answer, or a passage, may be about something else. */
const FEW = [1.1, 0.4] as const;
/** Log-odds below which a text that shares hardly a word with its question is about something else. */
const UNLIKELY = -1;

/** Hardly a word of the question, and few notions of the field. Passages say what they mean in words of their own, so fewer are asked of them. */
function isRemote(readings: readonly SentenceReading[], asked: AskedFor, idf: Float32Array, passage: boolean): boolean {
  if (coverOf(readings, asked, idf) >= 0.1) return false;
  const named = new Set<number>();
  let words = 0;
  for (const { terms, stems } of readings) {
    words += stems.length;
    terms.forEach((count, term) => {
      if (count > 0) named.add(term);
    });
  }
  return named.size / Math.sqrt(Math.max(4, words)) < FEW[passage ? 1 : 0];
}

/** Whether a text with these log-odds of answering is refused as no answer; `bars` of the family of its question. */
export function isRefused(
  odds: number,
  readings: readonly SentenceReading[],
  asked: AskedFor,
  passage: boolean,
  bars: Bars,
  idf: Float32Array,
): boolean {
  return odds < (passage ? bars.passage : bars.answer) || (odds < UNLIKELY && isRemote(readings, asked, idf, passage));
}

/** Whether a text answers its question: what is refused earns nothing, and of what is doubtful a person should be asked. */
export type Answering = 'yes' | 'doubtful' | 'no';

/** Whether the text answers this question, and not another one; of a passage less is asked. */
export function answering(
  said: Said,
  question: Pick<Question, 'kind' | 'signals'>,
  asked: AskedQuestion,
  passage: boolean,
  { matching: model, text }: { readonly matching: MatchingModel; readonly text: GramModel },
): Answering {
  const inputs = matchingInputs(said, selectedScores(said.vector, model.asked), question, asked, text.idf, model.asked);
  const odds = matching(inputs, model);
  const bars = model.bars[familyOf(question.kind)] as Bars;
  if (isRefused(odds, said.readings, asked, passage, bars, text.idf)) return 'no';
  return odds < bars.doubtful ? 'doubtful' : 'yes';
}
