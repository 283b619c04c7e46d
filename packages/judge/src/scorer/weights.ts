import { linkIndices, type LinkModel } from './links.ts';
import { CLASSES, type BelongingModel } from './belonging.ts';
import { BUCKETS } from './ngrams.ts';
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
  /** Names of the form features it was trained with; reading refuses other ones. */
  readonly features: readonly string[];
  readonly text: PackedGrams;
  readonly sentence: PackedGrams;
  readonly form: {
    readonly center: readonly number[];
    readonly spread: readonly number[];
    readonly weights: readonly (readonly [feature: number, weight: number])[][];
    readonly intercepts: readonly number[];
  };
  readonly links: Omit<LinkModel, 'at'>;
  readonly blends: readonly Blend[];
  readonly belonging: Omit<BelongingModel, 'pairs'> & {
    readonly pairs: string;
    readonly pairScale: number;
  };
  readonly passage: PackedGrams;
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

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

function fromBase64(text: string, length: number): Uint8Array {
  const raw = atob(text);
  if (raw.length !== length)
    throw new Error(`Scorer weights hold ${raw.length} values and ${length} were expected: run npm run train:judge.`);
  return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}

const short = (value: number): number => Number(value.toPrecision(6));

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

function packBelonging({ pairs, ...rest }: BelongingModel): ScorerWeights['belonging'] {
  const pairScale = short(pairs.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127);
  return {
    center: rest.center.map(short),
    spread: rest.spread.map(short),
    weights: rest.weights.map(short),
    intercept: short(rest.intercept),
    least: short(rest.least),
    leastOrder: short(rest.leastOrder),
    pairs: toBase64(Uint8Array.from(pairs, (value) => Math.round(value / pairScale) + 127)),
    pairScale,
  };
}

function unpackBelonging({ pairs, pairScale, ...rest }: ScorerWeights['belonging']): BelongingModel {
  return {
    ...rest,
    pairs: Float32Array.from(fromBase64(pairs, CLASSES * CLASSES), (value) => (value - 127) * pairScale),
  };
}

const packReading = (reading: ScoreReading): ScoreReading => ({
  cuts: reading.cuts.map(short),
  width: short(reading.width),
  error: short(reading.error),
});

const packMoments = ({ mean, spread }: Moments): Moments => ({ mean: short(mean), spread: short(spread) });

export function packScorer(model: ScorerModel, features: readonly string[]): ScorerWeights {
  const width = features.length;
  return {
    features,
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
    links: {
      center: model.links.center.map(short),
      spread: model.links.spread.map(short),
      weights: model.links.weights.map(short),
    },
    blends: model.blends.map((blend) => ({
      center: blend.center.map(short),
      spread: blend.spread.map(short),
      weights: blend.weights.map(short),
      intercept: short(blend.intercept),
      passage: {
        links: packMoments(blend.passage.links),
        levels: packMoments(blend.passage.levels),
        unknown: short(blend.passage.unknown),
      },
      readings: [packReading(blend.readings[0]), packReading(blend.readings[1])],
    })),
    belonging: packBelonging(model.belonging),
    passage: packGrams(model.passage),
  };
}

/** Throws when the weights were trained with other features than `features`. */
export function unpackScorer(packed: ScorerWeights, features: readonly string[]): ScorerModel {
  if (packed.features.join() !== features.join())
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
    links: { ...packed.links, at: linkIndices(features) },
    blends: packed.blends,
    belonging: unpackBelonging(packed.belonging),
    passage: unpackGrams(packed.passage, 1),
  };
}
