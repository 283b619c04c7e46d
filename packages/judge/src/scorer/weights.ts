import type { MatchingModel } from './matching.ts';
import { passageNames, type PassageModel } from './passages.ts';
import { fromBase64, packSelected, short, sound, toBase64, unpackSelected, type PackedSelected } from './packing.ts';
import type { Standard } from './standard.ts';
import type { WholeFaultsModel } from './whole-faults.ts';
import { worthNames, type WorthModel } from './worth.ts';
import { CLASSES, type SenseModel } from './sense.ts';
import { BUCKETS, VOCABULARY } from './ngrams.ts';
import {
  SENTENCE_COLUMNS,
  TARGETS,
  type Blend,
  type FormModel,
  type GramModel,
  type Moments,
  type ScorerModel,
  type ScoreReading,
} from './model.ts';

/** A scorer as committed: whole-number weights in base64, a scale a column. */
export interface ScorerWeights {
  /** Fingerprint of the names of the values, and of the word sequences, that it was trained with; reading refuses other ones. */
  readonly features: string;
  readonly text: PackedGrams;
  readonly sentence: PackedGrams;
  readonly form: {
    readonly center: readonly number[];
    readonly spread: readonly number[];
    readonly weights: readonly (readonly [feature: number, weight: number])[][];
    readonly intercepts: readonly number[];
  };
  readonly passages: PackedPassages;
  readonly blends: readonly Blend[];
  readonly sense: {
    readonly pairs: string;
    readonly pairScale: number;
    readonly leastOrder: number;
  };
  readonly matching: Omit<MatchingModel, 'asked'> & { readonly asked: PackedSelected };
  readonly wholeFaults: Omit<WholeFaultsModel, 'words'> & { readonly words: PackedSelected };
}

/** Weights over standardised values are kept in whole steps. */
interface PackedPassages extends Omit<PassageModel, 'manner' | 'worth' | 'words'> {
  readonly manner: Omit<PassageModel['manner'], 'words'> & { readonly words: PackedSelected };
  readonly worth: Omit<WorthModel, 'words'> & { readonly words: PackedSelected };
  readonly words: PackedSelected;
}

interface PackedGrams {
  readonly idf: string;
  readonly idfScale: number;
  readonly weights: string;
  readonly scales: readonly number[];
  readonly intercepts: readonly number[];
}

/** Weights are kept as whole numbers from -STEPS to STEPS: finer ones cost page weight and earn no agreement. */
const STEPS = 7;

/** FNV-1a, in hexadecimal, over the names of all values that weights are of and the known word sequences; with the number of names. */
function fingerprint(features: readonly string[]): string {
  const names = [...features, ...passageNames(), ...worthNames(), VOCABULARY];
  let h = 0x811c9dc5;
  for (const character of names.join()) h = Math.imul(h ^ character.charCodeAt(0), 0x01000193);
  return `${names.length}-${(h >>> 0).toString(16)}`;
}

/** Steps a unit of the weights of passages; on standardised values, less than a thousandth of a level says nothing. Whole numbers pack best. */
const PASSAGE_STEPS = 10_000;
const toStep = (weight: number): number => Math.round(sound(weight) * PASSAGE_STEPS);
const fromStep = (steps: number): number => steps / PASSAGE_STEPS;
const rough = (value: number): number => Number(sound(value).toPrecision(3));

function packGrams(model: GramModel): PackedGrams {
  const { columns } = model;
  const idfScale = Math.max(...model.idf) / 255 || 1;
  const scales = Array.from({ length: columns }, (_, column) => {
    const sizes: number[] = [];
    for (let b = 0; b < BUCKETS; b++) if (model.idf[b]! > 0) sizes.push(Math.abs(model.weights[b * columns + column]!));
    sizes.sort((a, b) => a - b);
    // The few largest weights are cut off, so that the many are not rounded away.
    return short((sizes[Math.floor(sizes.length * 0.999)] ?? 1) / STEPS || 1);
  });
  const bytes = new Uint8Array(BUCKETS * columns);
  for (let b = 0; b < BUCKETS; b++)
    for (let c = 0; c < columns; c++) {
      const value = model.idf[b]! > 0 ? Math.round(model.weights[b * columns + c]! / scales[c]!) : 0;
      // Column-major: like values stand together and pack well.
      bytes[c * BUCKETS + b] = Math.max(-STEPS, Math.min(STEPS, value)) + STEPS;
    }
  return {
    idf: toBase64(Uint8Array.from(model.idf, (value) => (value > 0 ? Math.max(1, Math.round(value / idfScale)) : 0))),
    idfScale: short(idfScale),
    weights: toBase64(bytes),
    scales,
    intercepts: [...model.intercepts].map(short),
  };
}

function unpackGrams(packed: PackedGrams, columns: number): GramModel {
  const bytes = fromBase64(packed.weights, BUCKETS * columns);
  const weights = new Float32Array(BUCKETS * columns);
  for (let b = 0; b < BUCKETS; b++)
    for (let c = 0; c < columns; c++) weights[b * columns + c] = (bytes[c * BUCKETS + b]! - STEPS) * packed.scales[c]!;
  return {
    idf: Float32Array.from(fromBase64(packed.idf, BUCKETS), (value) => value * packed.idfScale),
    columns,
    weights,
    intercepts: Float64Array.from(packed.intercepts),
  };
}

const packSense = ({ pairs, leastOrder }: SenseModel): ScorerWeights['sense'] => {
  const pairScale = short(pairs.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127);
  return {
    leastOrder: short(leastOrder),
    pairs: toBase64(Uint8Array.from(pairs, (value) => Math.round(value / pairScale) + 127)),
    pairScale,
  };
};

const unpackSense = ({ pairs, pairScale, leastOrder }: ScorerWeights['sense']): SenseModel => ({
  leastOrder,
  pairs: Float32Array.from(fromBase64(pairs, CLASSES * CLASSES), (value) => (value - 127) * pairScale),
});

const packMatching = ({ asked, ...rest }: MatchingModel): ScorerWeights['matching'] => ({
  center: rest.center.map(short),
  spread: rest.spread.map(short),
  weights: rest.weights.map(short),
  intercept: short(rest.intercept),
  bars: rest.bars.map(({ answer, passage, doubtful }) => ({
    answer: short(answer),
    passage: short(passage),
    doubtful: short(doubtful),
  })),
  asked: packSelected(asked),
});

const packWholeFaults = ({ words, center, spread, faults }: WholeFaultsModel): ScorerWeights['wholeFaults'] => ({
  words: packSelected(words),
  center: center.map(rough),
  spread: spread.map(rough),
  faults: faults.map((fault) => ({
    center: fault.center.map(rough),
    spread: fault.spread.map(rough),
    weights: fault.weights.map(rough),
    intercept: rough(fault.intercept),
  })),
});

const packStandard = ({ center, spread }: Standard): Standard => ({
  center: center.map(rough),
  spread: spread.map(rough),
});

const packPassages = ({ manner, worth, values, supports, weights, words }: PassageModel): PackedPassages => ({
  manner: { words: packSelected(manner.words), from: short(manner.from), to: short(manner.to) },
  worth: { ...packStandard(worth), weights: worth.weights.map(toStep), words: packSelected(worth.words) },
  values: packStandard(values),
  supports: supports.map(packStandard),
  weights: weights.map(toStep),
  words: packSelected(words),
});

const unpackPassages = (packed: PackedPassages): PassageModel => ({
  ...packed,
  manner: { ...packed.manner, words: unpackSelected(packed.manner.words) },
  worth: {
    ...packed.worth,
    weights: packed.worth.weights.map(fromStep),
    words: unpackSelected(packed.worth.words),
  },
  weights: packed.weights.map(fromStep),
  words: unpackSelected(packed.words),
});

const packReading = (reading: ScoreReading): ScoreReading => ({
  cuts: reading.cuts.map(short),
  width: short(reading.width),
  error: short(reading.error),
});

const packMoments = ({ mean, spread }: Moments): Moments => ({ mean: short(mean), spread: short(spread) });

export function packScorer(model: ScorerModel, features: readonly string[]): ScorerWeights {
  const width = features.length;
  return {
    features: fingerprint(features),
    text: packGrams(model.text),
    sentence: packGrams(model.sentence),
    form: {
      center: [...model.form.center].map(short),
      spread: [...model.form.spread].map(short),
      intercepts: [...model.form.intercepts].map(short),
      weights: TARGETS.map((_, target) =>
        Array.from({ length: width }, (_, k): [number, number] => [
          k,
          short(model.form.weights[target * width + k]!),
        ]).filter(([, weight]) => weight !== 0),
      ),
    },
    passages: packPassages(model.passages),
    blends: model.blends.map((blend) => ({
      center: blend.center.map(short),
      spread: blend.spread.map(short),
      weights: blend.weights.map(short),
      intercept: short(blend.intercept),
      passage: {
        own: blend.passage.own,
        reading: packMoments(blend.passage.reading),
        together: short(blend.passage.together),
        levels: packMoments(blend.passage.levels),
      },
      readings: [packReading(blend.readings[0]), packReading(blend.readings[1])],
    })),
    sense: packSense(model.sense),
    matching: packMatching(model.matching),
    wholeFaults: packWholeFaults(model.wholeFaults),
  };
}

/** Throws when the weights were trained with other features than `features`. */
export function unpackScorer(packed: ScorerWeights, features: readonly string[]): ScorerModel {
  if (packed.features !== fingerprint(features))
    throw new Error('Scorer weights were trained with other features: run npm run train:judge.');
  const width = features.length;
  const weights = new Float64Array(TARGETS.length * width);
  packed.form.weights.forEach((row, target) => {
    for (const [k, weight] of row) weights[target * width + k] = weight;
  });
  const form: FormModel = {
    center: Float64Array.from(packed.form.center),
    spread: Float64Array.from(packed.form.spread),
    weights,
    intercepts: Float64Array.from(packed.form.intercepts),
  };
  return {
    text: unpackGrams(packed.text, TARGETS.length),
    sentence: unpackGrams(packed.sentence, SENTENCE_COLUMNS),
    form,
    passages: unpackPassages(packed.passages),
    blends: packed.blends,
    sense: unpackSense(packed.sense),
    matching: { ...packed.matching, asked: unpackSelected(packed.matching.asked) },
    wholeFaults: { ...packed.wholeFaults, words: unpackSelected(packed.wholeFaults.words) },
  };
}
