import type { SignalReading } from '../judgment.ts';
import { FAULTS } from '../rubric.ts';
import { featureNames } from './features.ts';
import { passageNames, passageSupports, SUPPORTS } from './passages.ts';
import { standardValues } from './standard.ts';
import { BLEND_NAMES, TARGETS, type Blend, type ScorerModel } from './model.ts';
import { phraseAt } from './ngrams.ts';
import type { Parts, ScoredSentence } from './score.ts';

/** What moved a text that is no answer to its question, whatever else it says. */
export const NO_ANSWER = 'no answer to the question';
const MOST = 6;
/** Word sequences that are looked up; most of the strongest are single short words, which explain nothing. */
const TRIED = 24;
let known: readonly string[] | null = null;
const names = (): readonly string[] => (known ??= featureNames());

interface Effect {
  readonly feature: string;
  /** In levels. */
  readonly effect: number;
}

/** What moved a target's score most, with its effect in levels: faults, forms of reasoning, and telling word sequences. */
export function explain(
  target: number,
  sentences: readonly ScoredSentence[],
  parts: Parts,
  faults: readonly number[],
  model: ScorerModel,
): SignalReading['because'] {
  const shape = model.blends[target] as Blend;
  const { share } = parts;
  const read = passageEffects(target, parts, model);
  const scaled = (effects: readonly Effect[], by: number): Effect[] =>
    by === 0 ? [] : effects.map(({ feature, effect }) => ({ feature, effect: effect * by }));
  const effects = [
    ...scaled(
      [
        ...wordEffects(wordRates(target, shape, model), sentences, parts, model),
        ...faultEffects(shape, faults),
        ...formEffects(target, shape, parts, model),
      ],
      1 - share + share * read.answer,
    ),
    ...scaled(read.effects, share),
  ];
  return effects
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST)
    .map(({ feature, effect }) => ({ feature, effect: Math.round(effect * 1000) / 1000 }));
}

/** How far a level moves with each input of the blend. */
const rateOf = (shape: Blend, name: (typeof BLEND_NAMES)[number]): number => {
  const k = BLEND_NAMES.indexOf(name);
  return (shape.weights[k] as number) / (shape.spread[k] as number);
};

/** How far a level moves with each column of the word model. */
type WordRates = ReadonlyMap<number, number>;

const wordRates = (target: number, shape: Blend, model: ScorerModel): WordRates => {
  const verdict = model.text.columns - 1;
  const all = rateOf(shape, 'words:verdict');
  const own = rateOf(shape, 'words');
  return target === verdict
    ? new Map([[verdict, own + all]])
    : new Map([
        [target, own],
        [verdict, all],
      ]);
};

function wordEffects(
  rates: WordRates,
  sentences: readonly ScoredSentence[],
  { vector: { buckets, values } }: Parts,
  { text: { columns, weights } }: ScorerModel,
): Effect[] {
  const words: { bucket: number; effect: number; size: number }[] = [];
  let least = 0;
  for (let k = 0; k < buckets.length; k++) {
    const bucket = buckets[k] as number;
    let weight = 0;
    for (const [column, rate] of rates) weight += rate * (weights[bucket * columns + column] as number);
    const effect = weight * (values[k] as number);
    const size = Math.abs(effect);
    if (size <= least) continue;
    words.push({ bucket, effect, size });
    if (words.length < 2 * TRIED) continue;
    words.sort((a, b) => b.size - a.size);
    words.length = TRIED;
    least = (words[TRIED - 1] as { size: number }).size;
  }
  words.sort((a, b) => b.size - a.size);
  return words.slice(0, TRIED).flatMap(({ bucket, effect }) => {
    const phrase = phraseOf(bucket, sentences);
    return phrase === '' ? [] : { feature: `“${phrase}”`, effect };
  });
}

/** Of the faults that are likelier here than elsewhere, what they cost: that one is missing, or costs nothing, explains nothing. */
const faultEffects = (shape: Blend, faults: readonly number[]): Effect[] =>
  FAULTS.flatMap((fault, at) => {
    const k = BLEND_NAMES.indexOf(fault);
    const over = (faults[at] as number) - (shape.center[k] as number);
    const effect = ((shape.weights[k] as number) * over) / (shape.spread[k] as number);
    return over > 0 && effect < 0 ? [{ feature: `fault:${fault}`, effect }] : [];
  });

function formEffects(target: number, shape: Blend, { dense }: Parts, { form, text }: ScorerModel): Effect[] {
  const width = dense.length;
  const verdict = text.columns - 1;
  const [own, all] = [rateOf(shape, 'form'), rateOf(shape, 'form:verdict')];
  return names().flatMap((feature, k) => {
    const weight =
      own * (form.weights[target * width + k] as number) + all * (form.weights[verdict * width + k] as number);
    if (weight === 0) return [];
    return {
      feature,
      effect: (weight * ((dense[k] as number) - (form.center[k] as number))) / (form.spread[k] as number),
    };
  });
}

/**
 * What moved the reading of a passage: its features, patterns and best sentences; and how far its level moves with its score
 * as an answer. Single words are left out, and so are the readings of the signals that move the verdict.
 */
function passageEffects(
  target: number,
  { answer, passage }: Parts,
  { blends, passages }: ScorerModel,
): { readonly effects: readonly Effect[]; readonly answer: number } {
  if (passage === null) return { effects: [], answer: 0 };
  const { own: itsOwn, reading, together, levels } = (blends[target] as Blend).passage;
  const rate = levels.spread / (together * reading.spread);
  const supports = passages.supports[target] as (typeof passages.supports)[number];
  const values = [
    ...standardValues(passage.values, passages.values),
    ...standardValues(passageSupports(target, passage.worths, answer), supports),
  ];
  const weightOf = (k: number): number => passages.weights[target * values.length + k] as number;
  const first = values.length - SUPPORTS.length;
  const own = SUPPORTS.indexOf(`answer:${itsOwn ? (TARGETS[target] as (typeof TARGETS)[number]) : 'verdict'}`);
  const effects = passageNames().map((feature, k) => ({ feature, effect: rate * weightOf(k) * (values[k] as number) }));
  const best = SUPPORTS.reduce(
    (sum, name, k) =>
      name.startsWith('answer:') ? sum : sum + rate * weightOf(first + k) * (values[first + k] as number),
    0,
  );
  effects.push({ feature: 'best sentences', effect: best });
  return { effects, answer: (rate * weightOf(first + own)) / (supports.spread[own] as number) };
}

/** The answer's own words behind a bucket; empty for a single word, which explains nothing. */
function phraseOf(bucket: number, sentences: readonly ScoredSentence[]): string {
  for (const { grams, reading } of sentences) {
    const index = grams.indexOf(bucket);
    if (index >= 0) return phraseAt(reading.words, index).replaceAll('#', 'a number');
  }
  return '';
}
