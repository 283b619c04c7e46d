import type { Question } from '../rubric.ts';
import type { AskedFor } from './features.ts';
import { wordBucket } from './ngrams.ts';
import type { SentenceReading } from './sentence-reading.ts';

/** Whether a text is an answer to this question at all: running English, about what was asked, in the kind asked for. */
export interface BelongingModel {
  /** Log-odds of each pair of neighbouring word classes in English against shuffled words, CLASSES × CLASSES. */
  readonly pairs: Float32Array;
  readonly center: readonly number[];
  readonly spread: readonly number[];
  readonly weights: readonly number[];
  readonly intercept: number;
  /** Log-odds below which a text does not belong. */
  readonly least: number;
  /** Mean log-odds of neighbouring words below which a text is no running English. */
  readonly leastOrder: number;
}

export const BELONGING_NAMES = [
  'cover',
  'hits',
  'notions',
  'notions per word',
  'speaking sentences',
  'order',
  'common',
  'cover of story',
  'cover of probe',
] as const;

const FUNCTION =
  'the a an to of and in is it i that we for on be with as this you not but have at by from or if so they my what would which can there will do he she one no all more than then when how who out up about into only also just because our their your its his her them us me could should may might must'.split(
    ' ',
  );
const ENDINGS = ['ing', 'ed', 'ly', 'tion', 's', 'er', 'al'];
const CLASS = new Map(FUNCTION.map((word, index) => [word, index]));
export const CLASSES = FUNCTION.length + ENDINGS.length + 2;

/** Class of a plain word: itself for the commonest words, else its ending. */
function classOf(word: string): number {
  const known = CLASS.get(word);
  if (known !== undefined) return known;
  if (word === '#') return CLASSES - 1;
  for (let k = 0; k < ENDINGS.length; k++)
    if (word.length > 4 && word.endsWith(ENDINGS[k] as string)) return FUNCTION.length + k;
  return CLASSES - 2;
}

/** Classes of the words of an answer, in order; sentences run on. */
export const classesOf = (sentences: readonly SentenceReading[]): number[] =>
  sentences.flatMap((s) => s.words.map(classOf));

/** What belonging is judged by, in the order of BELONGING_NAMES. */
export function belongingInputs(
  sentences: readonly SentenceReading[],
  question: Pick<Question, 'kind'>,
  asked: AskedFor,
  idf: Float32Array,
  pairs: Float32Array,
): number[] {
  const said = new Set<string>();
  for (const s of sentences) for (const stem of s.stems) said.add(stem);
  let all = 0;
  let met = 0;
  for (const stem of asked.stems) {
    const weight = idf[wordBucket(stem)] || 8;
    all += weight;
    if (said.has(stem)) met += weight;
  }
  let notions = 0;
  let shared = 0;
  asked.terms.forEach((count, term) => {
    if (count === 0) return;
    notions++;
    if (sentences.some((s) => (s.terms[term] as number) > 0)) shared++;
  });
  const named = new Set<number>();
  let speaking = 0;
  for (const sentence of sentences) {
    sentence.terms.forEach((count, term) => {
      if (count > 0) named.add(term);
    });
    if (sentence.concepts.some((count) => count > 0)) speaking++;
  }
  const classes = classesOf(sentences);
  let order = 0;
  let common = 0;
  for (let i = 0; i < classes.length; i++) {
    if ((classes[i] as number) < FUNCTION.length) common++;
    if (i > 0) order += pairs[(classes[i - 1] as number) * CLASSES + (classes[i] as number)] as number;
  }
  const cover = all === 0 ? 0 : met / all;
  const story = /^(?:story|why|transition|comp)/.test(question.kind) ? 1 : 0;
  return [
    cover,
    Math.log1p(met),
    notions === 0 ? 0.5 : shared / notions,
    named.size / Math.sqrt(Math.max(4, classes.length)),
    speaking / Math.max(1, sentences.length),
    order / Math.max(4, classes.length - 1),
    common / Math.max(4, classes.length),
    cover * story,
    cover * (question.kind === 'probe' ? 1 : 0),
  ];
}

/** Log-odds that the text is an answer to the question. */
export function belonging(
  inputs: readonly number[],
  model: Pick<BelongingModel, 'center' | 'spread' | 'weights' | 'intercept'>,
): number {
  let z = model.intercept;
  for (let k = 0; k < inputs.length; k++)
    z +=
      ((model.weights[k] as number) * ((inputs[k] as number) - (model.center[k] as number))) /
      (model.spread[k] as number);
  return z;
}

const COVER = BELONGING_NAMES.indexOf('cover');
const DENSITY = BELONGING_NAMES.indexOf('notions per word');
const ORDER = BELONGING_NAMES.indexOf('order');
const COMMON = BELONGING_NAMES.indexOf('common');

/** About something else: hardly a word of the question, and few notions of the field. Refuses 1 true answer in 70, and finds 3 in 4 of such texts. */
const elsewhere = (inputs: readonly number[]): boolean =>
  (inputs[COVER] as number) < 0.1 && (inputs[DENSITY] as number) < 1.1;

/** A bare list: running English has four of the commonest words in ten; a recital of terms has none. */
const recital = (inputs: readonly number[]): boolean => (inputs[COMMON] as number) < 0.05;

/**
 * Whether the text is running English and an answer to the question it was given to. Of a passage, whose manner the fit has
 * not seen, only what is plain is asked: the order of its words, and that it is about what was asked.
 */
export const belongs = (inputs: readonly number[], model: Omit<BelongingModel, 'pairs'>, passage: boolean): boolean =>
  (passage || belonging(inputs, model) >= model.least) &&
  (inputs[ORDER] as number) >= model.leastOrder &&
  !elsewhere(inputs) &&
  !recital(inputs);
