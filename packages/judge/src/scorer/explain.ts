import type { SignalReading } from '../judgment.ts';
import { FAULTS } from '../rubric.ts';
import { featureNames } from './features.ts';
import { BLEND_NAMES, type Blend, type ScorerModel } from './model.ts';
import { phraseAt } from './ngrams.ts';
import type { Parts, ScoredSentence } from './score.ts';

const MOST = 6;
/** Word sequences that are looked up; most of the strongest are single short words, which explain nothing. */
const TRIED = 24;
let names: readonly string[] | null = null;

/** What moved a target's score most, with its effect in levels: faults, forms of reasoning, and telling word sequences. */
export function explain(
  target: number,
  sentences: readonly ScoredSentence[],
  parts: Parts,
  faults: readonly number[],
  model: ScorerModel,
): SignalReading['because'] {
  const shape = model.blends[target] as Blend;
  const rate = (name: (typeof BLEND_NAMES)[number]): number => {
    const k = BLEND_NAMES.indexOf(name);
    return (shape.weights[k] as number) / (shape.spread[k] as number);
  };
  const { columns } = model.text;
  const verdict = columns - 1;
  const [own, all] = [rate('words'), rate('words:verdict')];
  const { buckets, values } = parts.vector;
  const words: { bucket: number; effect: number; size: number }[] = [];
  let least = 0;
  for (let k = 0; k < buckets.length; k++) {
    const bucket = buckets[k] as number;
    const weight =
      own * (model.text.weights[bucket * columns + target] as number) +
      all * (model.text.weights[bucket * columns + verdict] as number);
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
  const out: { feature: string; effect: number }[] = [];
  for (const { bucket, effect } of words.slice(0, TRIED)) {
    const phrase = phraseOf(bucket, sentences);
    if (phrase !== '') out.push({ feature: `“${phrase}”`, effect });
  }
  FAULTS.forEach((fault, at) => {
    const k = BLEND_NAMES.indexOf(fault);
    const z = ((faults[at] as number) - (shape.center[k] as number)) / (shape.spread[k] as number);
    out.push({ feature: `fault:${fault}`, effect: (shape.weights[k] as number) * z });
  });
  names ??= featureNames();
  const width = parts.dense.length;
  const [ownForm, allForm] = [rate('form'), rate('form:verdict')];
  for (let k = 0; k < width; k++) {
    const weight =
      ownForm * (model.form.weights[target * width + k] as number) +
      allForm * (model.form.weights[verdict * width + k] as number);
    if (weight === 0) continue;
    const z = ((parts.dense[k] as number) - (model.form.center[k] as number)) / (model.form.spread[k] as number);
    out.push({ feature: names[k] as string, effect: z * weight });
  }
  return out
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST)
    .map(({ feature, effect }) => ({ feature, effect: Math.round(effect * 1000) / 1000 }));
}

/** The answer's own words behind a bucket; empty for a single word or a piece of one, which explains nothing. */
function phraseOf(bucket: number, sentences: readonly ScoredSentence[]): string {
  for (const { grams, reading } of sentences) {
    const index = grams.indexOf(bucket);
    if (index >= 0) return phraseAt(reading.stems, index);
  }
  return '';
}
