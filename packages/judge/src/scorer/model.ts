import { BUCKETS } from './ngrams.ts';
import type { MatchingModel } from './matching.ts';
import type { PassageModel } from './passages.ts';
import type { SenseModel } from './sense.ts';
import type { WholeFaultsModel } from './whole-faults.ts';
import { FAULTS, SIGNALS, type SignalId } from '../rubric.ts';

/** What the scorer predicts for an answer: each signal's level, then the verdict. */
export const TARGETS = [...SIGNALS, 'verdict'] as const;
/** What it predicts for a sentence: how much it earned for each signal, for any signal, and how likely it is a fault. */
export const SENTENCE_COLUMNS = SIGNALS.length + 2;
const ANY = SIGNALS.length;
const FAULT = SIGNALS.length + 1;

/** Linear weights over hashed word sequences, one column a target, bucket-major. */
export interface GramModel {
  /** Inverse document frequency of each bucket; 0 for one too rare to use. */
  readonly idf: Float32Array;
  readonly columns: number;
  readonly weights: Float32Array;
  readonly intercepts: Float64Array;
}

/** Linear weights over the reasoning features that hold in every making. */
export interface FormModel {
  readonly center: Float64Array;
  readonly spread: Float64Array;
  /** Target-major. */
  readonly weights: Float64Array;
  readonly intercepts: Float64Array;
}

/** How the parts are put together for one target. */
export interface Blend {
  readonly center: readonly number[];
  readonly spread: readonly number[];
  readonly weights: readonly number[];
  readonly intercept: number;
  readonly passage: PassageBlend;
  /** How the score is read: for text like interview answers, and for text like passages that were written for other ends. */
  readonly readings: readonly [answer: ScoreReading, passage: ScoreReading];
}

/** How a target of passages is scored, from what they are read as. */
export interface PassageBlend {
  /** Whether the target has a reading of its own; a signal that too few passages call for is read as the verdict. */
  readonly own: boolean;
  /** Of readings of passages that the fit had not seen. */
  readonly reading: Moments;
  /** Spread of the places that they are put at together. */
  readonly together: number;
  /** What the levels of passages are stretched to. */
  readonly levels: Moments;
}

export interface Moments {
  readonly mean: number;
  readonly spread: number;
}

/**
 * Where a passage stands among others, in standard deviations of its readings. The verdict stands by its own reading and by
 * those of the signals that the question calls for, the root of their number times their mean.
 */
export function passagePlace(
  target: number,
  readings: ArrayLike<number>,
  called: readonly SignalId[],
  blends: readonly { readonly passage: PassageBlend }[],
): number {
  const placeOf = (at: number): number => {
    const { reading } = (blends[at] as { readonly passage: PassageBlend }).passage;
    return ((readings[at] as number) - reading.mean) / reading.spread;
  };
  if (target !== TARGETS.length - 1) return placeOf(target);
  const places = called
    .map((signal) => SIGNALS.indexOf(signal))
    .filter((at) => blends[at]?.passage.own === true)
    .map(placeOf);
  return placeOf(target) + places.reduce((a, b) => a + b, 0) / Math.sqrt(Math.max(1, places.length));
}

/** Score of a passage, in levels or in verdicts. */
export function passageScore(
  target: number,
  readings: ArrayLike<number>,
  called: readonly SignalId[],
  blends: readonly { readonly passage: PassageBlend }[],
): number {
  const { levels, together } = (blends[target] as { readonly passage: PassageBlend }).passage;
  return levels.mean + (levels.spread * passagePlace(target, readings, called, blends)) / together;
}

/** From a blended score to levels, and how far it errs. */
export interface ScoreReading {
  /** Three cut points between the four levels. */
  readonly cuts: readonly number[];
  /** Half-width of the 90% band, in levels. */
  readonly width: number;
  /** Standard deviation of the error, in levels. */
  readonly error: number;
}

/** How a score is read that is `share` a passage's. */
export const readingAt = ([answer, passage]: Blend['readings'], share: number): ScoreReading => ({
  cuts: answer.cuts.map((cut, k) => (1 - share) * cut + share * (passage.cuts[k] as number)),
  width: (1 - share) * answer.width + share * passage.width,
  error: (1 - share) * answer.error + share * passage.error,
});

export interface ScorerModel {
  readonly text: GramModel;
  readonly sentence: GramModel;
  readonly form: FormModel;
  readonly passages: PassageModel;
  readonly blends: readonly Blend[];
  readonly sense: SenseModel;
  readonly matching: MatchingModel;
  readonly wholeFaults: WholeFaultsModel;
}

/** A unit-length vector over buckets. */
export interface GramVector {
  readonly buckets: readonly number[];
  readonly values: readonly number[];
}

// Counting needs one number a bucket; the array is kept and left all zero, so that reading a sentence costs its length.
const counts = new Uint16Array(BUCKETS);
const LOGS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/** tf-idf vector of bucket lists, of unit length: (1 + log count) · idf (Salton & Buckley 1988). */
export function weigh(lists: readonly Uint16Array[], idf: Float32Array): GramVector {
  const buckets: number[] = [];
  for (const list of lists)
    for (let k = 0; k < list.length; k++) {
      const bucket = list[k] as number;
      if ((idf[bucket] as number) === 0) continue;
      if (counts[bucket] === 0) buckets.push(bucket);
      counts[bucket] = (counts[bucket] as number) + 1;
    }
  const values: number[] = [];
  let square = 0;
  for (let k = 0; k < buckets.length; k++) {
    const bucket = buckets[k] as number;
    const value = (LOGS[Math.min(255, counts[bucket] as number)] as number) * (idf[bucket] as number);
    counts[bucket] = 0;
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) / length;
  return { buckets, values };
}

/** Scores of bucket lists under each column of `model`. */
export const gramScores = (lists: readonly Uint16Array[], model: GramModel): Float64Array =>
  vectorScores(weigh(lists, model.idf), model);

/** Scores of a weighted vector under each column of `model`. */
export function vectorScores({ buckets, values }: GramVector, model: GramModel): Float64Array {
  const out = Float64Array.from(model.intercepts);
  const { columns, weights } = model;
  for (let k = 0; k < buckets.length; k++) {
    const base = (buckets[k] as number) * columns;
    const value = values[k] as number;
    for (let c = 0; c < columns; c++) out[c] = (out[c] as number) + value * (weights[base + c] as number);
  }
  return out;
}

/** Scores of a feature vector under each target of `model`. */
export function formScores(dense: Float64Array, model: FormModel): Float64Array {
  const out = Float64Array.from(model.intercepts);
  const n = dense.length;
  for (let t = 0; t < out.length; t++) {
    let s = out[t] as number;
    for (let k = 0; k < n; k++) {
      const w = model.weights[t * n + k] as number;
      if (w !== 0) s += (w * ((dense[k] as number) - (model.center[k] as number))) / (model.spread[k] as number);
    }
    out[t] = s;
  }
  return out;
}

export const BLEND_NAMES = [
  'words',
  'words:verdict',
  'form',
  'form:verdict',
  'earned:best',
  'earned:best two',
  'earned:mean',
  'any:best',
  'any:best two',
  'any:mean',
  'fault:worst',
  'fault:worst two',
  'fault:mean',
  'words:called',
  'words:weakest',
  ...FAULTS,
] as const;

/**
 * What is blended for `target`: the word scores, the form scores, and what the best and the worst sentences say.
 * `bySentence` holds SENTENCE_COLUMNS values a sentence; `called` are the signals that the
 * question calls for; `faults` the probability of each of FAULTS.
 */
export function blendInputs(
  target: number,
  words: Float64Array,
  form: Float64Array,
  bySentence: readonly Float64Array[],
  called: readonly SignalId[],
  faults: readonly number[],
): number[] {
  const verdict = TARGETS.length - 1;
  const own = target === verdict ? ANY : target;
  const signals = called.map((signal) => words[SIGNALS.indexOf(signal)] as number);
  const mean = signals.reduce((a, b) => a + b, 0) / Math.max(1, signals.length);
  return [
    words[target] as number,
    words[verdict] as number,
    form[target] as number,
    form[verdict] as number,
    ...pool(bySentence, own),
    ...pool(bySentence, ANY),
    ...pool(bySentence, FAULT),
    mean,
    signals.length > 0 ? Math.min(...signals) : 0,
    ...faults,
  ];
}

function pool(rows: readonly Float64Array[], column: number): [number, number, number] {
  let first = 0;
  let second = 0;
  let sum = 0;
  rows.forEach((row, at) => {
    const value = row[column] as number;
    sum += value;
    if (at === 0 || value > first) {
      second = at === 0 ? value : first;
      first = value;
    } else if (at === 1 || value > second) second = value;
  });
  return [first, (first + second) / 2, sum / Math.max(1, rows.length)];
}

/** The blended score of a target, in levels (or in verdicts). */
export function blend(inputs: readonly number[], model: Omit<Blend, 'passage' | 'readings'>): number {
  let score = model.intercept;
  for (let k = 0; k < inputs.length; k++)
    score +=
      ((model.weights[k] as number) * ((inputs[k] as number) - (model.center[k] as number))) /
      (model.spread[k] as number);
  return score;
}

/** 0 to 3: how many cut points a score has passed. */
export const passed = (score: number, cuts: readonly number[]): number =>
  cuts.reduce((level, cut) => level + (score >= cut ? 1 : 0), 0);
