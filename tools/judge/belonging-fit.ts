/** Fits whether a text belongs to its question, on true pairs, on answers given to other questions, and on texts without sense. */
import type { Question } from '@legible/judge';
import {
  belonging,
  belongingInputs,
  BELONGING_NAMES,
  CLASSES,
  classesOf,
  type BelongingModel,
} from '@legible/judge/scorer/belonging';
import { readQuestion } from '@legible/judge/scorer/features';
import { ngrams } from '@legible/judge/scorer/ngrams';
import { readSentence, type SentenceReading } from '@legible/judge/scorer/sentence-reading';
import { readText } from '@legible/judge';
import { draws } from './batteries.ts';
import { lexicon } from './battery-words.ts';
import type { Example } from './examples.ts';

/** Share of true answers that may fall below the cut, on questions that the fit had not seen. */
const WRONGLY_REFUSED = 0.01;
/** The same for the cut on the order of words. */
const WRONGLY_SENSELESS = 0.004;
const FOLDS = 5;

interface Pair {
  readonly readings: readonly SentenceReading[];
  readonly grams: readonly Uint16Array[];
  readonly question: Question;
  readonly belongs: boolean;
  /** How the text was made that does not belong. */
  readonly making?: string;
  readonly fold: number;
}

type Fitted = Omit<BelongingModel, 'least' | 'leastOrder'>;

/** Grammar of neighbouring word classes: log-odds of a pair in the texts against the same words in any order. */
function pairOdds(examples: readonly Example[]): Float32Array {
  const seen = new Float64Array(CLASSES * CLASSES).fill(0.5);
  const single = new Float64Array(CLASSES).fill(0.5);
  let pairs = 0;
  let words = 0;
  for (const example of examples) {
    const classes = classesOf(example.readings);
    classes.forEach((here, i) => {
      single[here]!++;
      words++;
      if (i === 0) return;
      seen[classes[i - 1]! * CLASSES + here]!++;
      pairs++;
    });
  }
  return Float32Array.from(seen, (count, at) =>
    Math.log(count / pairs / ((single[Math.floor(at / CLASSES)]! / words) * (single[at % CLASSES]! / words))),
  );
}

const read = (text: string): Pick<Pair, 'readings' | 'grams'> => {
  const readings = readText(text).map(readSentence);
  return { readings, grams: readings.map((reading) => ngrams(reading.stems)) };
};

/** True pairs, and for each one text that does not belong: mostly an answer to another question. */
function pairsOf(examples: readonly Example[], folds: Int32Array): Pair[] {
  const draw = draws(17);
  const sound = examples.filter((example) =>
    example.answer.grades.every((grade) => grade.faults.every((fault) => fault.id !== 'off-topic')),
  );
  return examples.flatMap((example, i): Pair[] => {
    const base = { question: example.answer.question, fold: folds[i]! };
    const truth = sound.includes(example);
    const out: Pair[] = truth ? [{ ...base, readings: example.readings, grams: example.grams, belongs: true }] : [];
    const dice = draw();
    if (dice < 0.72) {
      let other = sound[Math.floor(draw() * sound.length)]!;
      while (other.answer.question.id === base.question.id) other = sound[Math.floor(draw() * sound.length)]!;
      out.push({
        ...base,
        readings: other.readings,
        grams: other.grams,
        belongs: false,
        making: other.answer.question.kind === base.question.kind ? 'same kind' : 'other kind',
      });
    } else if (dice < 0.86) {
      const words = example.answer.text.split(/\s+/);
      for (let k = words.length - 1; k > 0; k--) {
        const j = Math.floor(draw() * (k + 1));
        [words[k], words[j]] = [words[j]!, words[k]!];
      }
      out.push({ ...base, ...read(words.join(' ')), belongs: false, making: 'salad' });
    } else if (dice < 0.93) {
      const count = 1 + Math.floor(draw() * 6);
      out.push({
        ...base,
        ...read(
          Array.from({ length: count }, () => lexicon.unrelated[Math.floor(draw() * lexicon.unrelated.length)]!).join(
            ' ',
          ),
        ),
        belongs: false,
        making: 'elsewhere',
      });
    } else {
      const letters = 'abcdefghijklmnoprstuvwz';
      out.push({
        ...base,
        ...read(example.answer.text.replace(/\p{L}/gu, () => letters[Math.floor(draw() * letters.length)]!)),
        belongs: false,
        making: 'gibberish',
      });
    }
    return out;
  });
}

const asked = new WeakMap<Question, ReturnType<typeof readQuestion>>();
function inputsOf(pair: Pair, idf: Float32Array, pairs: Float32Array): number[] {
  let known = asked.get(pair.question);
  if (known === undefined) asked.set(pair.question, (known = readQuestion(pair.question)));
  return belongingInputs(pair.readings, pair.question, known, idf, pairs);
}

/** Logistic regression by Newton's method with a small ridge. */
function logistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
): Pick<BelongingModel, 'center' | 'spread' | 'weights' | 'intercept'> {
  const n = rows.length;
  const width = BELONGING_NAMES.length;
  const center = Array.from({ length: width }, (_, k) => rows.reduce((s, row) => s + row[k]!, 0) / n);
  const spread = Array.from(
    { length: width },
    (_, k) => Math.sqrt(rows.reduce((s, row) => s + (row[k]! - center[k]!) ** 2, 0) / n) || 1,
  );
  const x = rows.map((row) => [1, ...row.map((value, k) => (value - center[k]!) / spread[k]!)]);
  const w = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < 12; step++) {
    const gradient = w.map((value, k) => (k === 0 ? 0 : -value));
    const hessian = w.map((_, a) => w.map((_, b) => (a === b ? 1 : 0)));
    x.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-row.reduce((s, value, k) => s + value * w[k]!, 0)));
      const error = (labels[i]! ? 1 : 0) - p;
      for (let a = 0; a <= width; a++) {
        gradient[a]! += error * row[a]!;
        for (let b = 0; b <= width; b++) hessian[a]![b]! += p * (1 - p) * row[a]! * row[b]!;
      }
    });
    solve(hessian, gradient).forEach((delta, k) => (w[k]! += delta));
  }
  return { center, spread, weights: w.slice(1), intercept: w[0]! };
}

function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let c = 0; c < n; c++)
    for (let r = c + 1; r < n; r++) {
      const f = a[r]![c]! / a[c]![c]!;
      for (let k = c; k < n; k++) a[r]![k]! -= f * a[c]![k]!;
      b[r]! -= f * b[c]!;
    }
  for (let r = n - 1; r >= 0; r--) {
    for (let k = r + 1; k < n; k++) b[r]! -= a[r]![k]! * b[k]!;
    b[r]! /= a[r]![r]!;
  }
  return b;
}

export interface BelongingReport {
  /** On questions that the fit had not seen: share of true answers refused, and of texts that do not belong found. */
  readonly wronglyRefused: number;
  readonly found: number;
  /** Share found, by how the text was made. */
  readonly byMaking: Readonly<Record<string, number>>;
}

export function fitBelonging(
  examples: readonly Example[],
  idf: Float32Array,
): { model: BelongingModel; report: BelongingReport } {
  const ids = [...new Set(examples.map((example) => example.answer.question.id))].toSorted();
  const folds = Int32Array.from(examples, (example) => ids.indexOf(example.answer.question.id) % FOLDS);
  const pairs = pairsOf(examples, folds);
  const build = (own: readonly Example[], taught: readonly Pair[]): Fitted => {
    const pairs = pairOdds(own);
    return {
      pairs,
      ...logistic(
        taught.map((pair) => inputsOf(pair, idf, pairs)),
        taught.map((pair) => pair.belongs),
      ),
    };
  };
  const ORDER = BELONGING_NAMES.indexOf('order');
  const scored: { z: number; order: number; belongs: boolean; making: string }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = build(
      examples.filter((_, i) => folds[i] !== fold),
      pairs.filter((pair) => pair.fold !== fold),
    );
    for (const pair of pairs)
      if (pair.fold === fold) {
        const inputs = inputsOf(pair, idf, fitted.pairs);
        scored.push({
          z: belonging(inputs, fitted),
          order: inputs[ORDER]!,
          belongs: pair.belongs,
          making: pair.making ?? 'true',
        });
      }
  }
  const truths = scored
    .filter((pair) => pair.belongs)
    .map((pair) => pair.z)
    .toSorted((a, b) => a - b);
  const least = truths[Math.floor(truths.length * WRONGLY_REFUSED)]!;
  const orders = scored
    .filter((pair) => pair.belongs)
    .map((pair) => pair.order)
    .toSorted((a, b) => a - b);
  const leastOrder = orders[Math.floor(orders.length * WRONGLY_SENSELESS)]!;
  const refused = (pair: { readonly z: number; readonly order: number }): boolean =>
    pair.z < least || pair.order < leastOrder;
  const strangers = scored.filter((pair) => !pair.belongs);
  const share = (of: readonly { readonly z: number; readonly order: number }[]): number =>
    of.filter(refused).length / Math.max(1, of.length);
  const report = {
    wronglyRefused: share(scored.filter((pair) => pair.belongs)),
    found: share(strangers),
    byMaking: Object.fromEntries(
      Object.entries(Object.groupBy(strangers, (pair) => pair.making)).map(([making, own]) => [
        making,
        share(own ?? []),
      ]),
    ),
  };
  return { model: { ...build(examples, pairs), least, leastOrder }, report };
}
