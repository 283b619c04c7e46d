/** Fits how passages of real people are read, and how their readings become levels. */
import { passagePlace, TARGETS, type PassageBlend, type ScoreReading } from '@legible/judge/scorer/model';
import {
  passageNames,
  passageReadings,
  passageSupports,
  SUPPORTS,
  type PassageModel,
} from '@legible/judge/scorer/passages';
import { standardValues, type Standard } from '@legible/judge/scorer/standard';
import { worthScores } from '@legible/judge/scorer/worth';
import { VERDICT } from './examples.ts';
import { errorOf } from './fit-blend.ts';
import { foldsOf } from './fit-sentences.ts';
import { fitWorth } from './fit-worth.ts';
import { levelOf, moments, wordsIn, type MeasuredPassage } from './passages.ts';
import { fitRidge } from './ridge.ts';

/** Passages that a word must be in to count. */
const COMMON = 5;
/** A signal that fewer passages call for is read with the verdict's weights. */
const FEW = 60;
/** Penalties, in units of each other's: few values of a support say much, many features and words say little each. */
const VALUES = 3000;
const WORDS = 3;
const WORTH = 10;
const ANSWER = 100;
/** Levels are stretched to this share of the graders' spread, where agreement on passages that the fits had not seen was best. */
const STRETCH = 1.2;

export interface FittedPassages {
  readonly model: Omit<PassageModel, 'manner'>;
  /** Buckets of the words that count, ascending. */
  readonly buckets: readonly number[];
  /** By target, by passage: reading from weights that its document did not teach; what the sentences of others are worth it did. */
  readonly outOfFold: readonly Float64Array[];
  readonly blends: readonly PassageBlend[];
  /** By target: how far levels are wrong that the fits had not seen. */
  readonly errors: readonly Omit<ScoreReading, 'cuts'>[];
}

const done = new WeakMap<readonly MeasuredPassage[], FittedPassages>();

/** Fits on the passages alone; once, however often it is asked for the same ones. */
export function fitPassages(passages: readonly MeasuredPassage[]): FittedPassages {
  let fitted = done.get(passages);
  if (fitted === undefined) done.set(passages, (fitted = fit(passages)));
  return fitted;
}

const standardOf = (rows: readonly (readonly number[])[]): Standard => {
  const columns = rows[0]!.map((_, k) => moments(rows.map((row) => row[k]!)));
  return { center: columns.map(({ mean }) => mean), spread: columns.map(({ spread }) => Math.max(spread, 1e-3)) };
};

/** Words that enough passages hold. */
function commonWords(passages: readonly MeasuredPassage[]): number[] {
  const holders = new Map<number, number>();
  for (const passage of passages)
    for (const bucket of wordsIn(passage)) holders.set(bucket, (holders.get(bucket) ?? 0) + 1);
  return [...holders].flatMap(([bucket, count]) => (count < COMMON ? [] : [bucket])).toSorted((a, b) => a - b);
}

function fit(passages: readonly MeasuredPassage[]): FittedPassages {
  const buckets = commonWords(passages);
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const worth = fitWorth(passages, buckets);
  const values = standardOf(passages.map((passage) => passage.values));
  const standard = passages.map((passage) => standardValues(passage.values, values));
  const held = passages.map((passage) => wordsIn(passage).flatMap((bucket) => rowOf.get(bucket) ?? []));
  const width = passageNames().length;
  const scale = [
    ...Array.from({ length: width }, () => 1 / Math.sqrt(VALUES)),
    ...SUPPORTS.map((name) => 1 / Math.sqrt(name.startsWith('answer:') ? ANSWER : WORTH)),
  ];
  const sets = held.map((own) => new Set(own));
  const shared = passages.map((_, i) => sets.slice(0, i + 1).map((set) => sharedWords(held[i]!, set) / WORDS));
  const readTarget = (target: number) => {
    const supports = passages.map(({ answer }, i) => passageSupports(target, worth.outOfFold[i]!, answer));
    const rows = passages.flatMap((passage, i) => (levelOf(passage, target) === undefined ? [] : [i]));
    const shape = standardOf(rows.map((i) => supports[i]!));
    const x = passages.map((_, i) =>
      [...standard[i]!, ...standardValues(supports[i]!, shape)].map((value, k) => value * scale[k]!),
    );
    const n = rows.length;
    const kernel = new Float64Array(n * n);
    rows.forEach((i, a) =>
      rows.forEach((j, b) => {
        if (b > a) return;
        let s = shared[Math.max(i, j)]![Math.min(i, j)]!;
        for (let k = 0; k < scale.length; k++) s += x[i]![k]! * x[j]![k]!;
        kernel[a * n + b] = s;
        kernel[b * n + a] = s;
      }),
    );
    const ridge = fitRidge(
      kernel,
      n,
      rows.map((i) => levelOf(passages[i]!, target)!),
      1,
      rows.map((i) => passages[i]!.document),
    );
    const weights = scale.map((by, k) => by * rows.reduce((sum, i, a) => sum + ridge.alpha[a]! * x[i]![k]!, 0));
    const words = new Float32Array(buckets.length);
    rows.forEach((i, a) =>
      held[i]!.forEach((row) => (words[row]! += ridge.alpha[a]! / (WORDS * Math.sqrt(held[i]!.length)))),
    );
    const out = passages.map((_, i) => {
      let s = ridge.intercept;
      x[i]!.forEach((value, k) => (s += (value * weights[k]!) / scale[k]!));
      const root = Math.sqrt(Math.max(1, held[i]!.length));
      for (const row of held[i]!) s += words[row]! / root;
      return s;
    });
    rows.forEach((i, a) => (out[i] = ridge.outOfFold[a]!));
    return { shape, weights, words, intercept: ridge.intercept, out: Float64Array.from(out) };
  };
  const verdict = readTarget(VERDICT);
  const own = TARGETS.map(
    (_, target) =>
      target === VERDICT || passages.filter((passage) => levelOf(passage, target) !== undefined).length >= FEW,
  );
  const fits = TARGETS.map((_, target) => (target === VERDICT || !own[target]! ? verdict : readTarget(target)));
  const outOfFold = fits.map((one) => one.out);
  const blends = blendsOf(passages, outOfFold, own);
  const words = new Float32Array(buckets.length * TARGETS.length);
  fits.forEach((one, target) => one.words.forEach((weight, row) => (words[row * TARGETS.length + target] = weight)));
  return {
    model: {
      worth: worth.model,
      values,
      supports: fits.map((one) => one.shape),
      weights: fits.flatMap((one) => one.weights),
      words: { buckets, columns: TARGETS.length, weights: words, intercepts: fits.map((one) => one.intercept) },
    },
    buckets,
    outOfFold,
    blends,
    errors: TARGETS.map((_, target) => {
      const from = own[target]! ? target : VERDICT;
      const { levels, together } = blends[from]!;
      const pairs = passages.flatMap((passage, i) => {
        const level = levelOf(passage, from);
        const place = passagePlace(
          from,
          outOfFold.map((one) => one[i]!),
          passage.signals,
          wrapped(blends),
        );
        return level === undefined ? [] : [[levels.mean + (levels.spread * place) / together, level] as const];
      });
      return errorOf(
        pairs.map(([score]) => score),
        pairs.map(([, level]) => level),
      );
    }),
  };
}

const wrapped = (blends: readonly PassageBlend[]): { readonly passage: PassageBlend }[] =>
  blends.map((passage) => ({ passage }));

/** Words in common, as unit-length vectors of presence. */
function sharedWords(a: readonly number[], b: ReadonlySet<number>): number {
  let common = 0;
  for (const row of a) if (b.has(row)) common++;
  return common / Math.sqrt(Math.max(1, a.length) * Math.max(1, b.size));
}

function blendsOf(
  passages: readonly MeasuredPassage[],
  outOfFold: readonly Float64Array[],
  own: readonly boolean[],
): PassageBlend[] {
  const called = (target: number): number[] =>
    passages.flatMap((passage, i) => (levelOf(passage, target) === undefined ? [] : [i]));
  const every = passages.flatMap((passage) =>
    TARGETS.flatMap((_, k) => (k === VERDICT ? [] : (levelOf(passage, k) ?? []))),
  );
  const first = TARGETS.map((_, target): PassageBlend => {
    const rows = own[target]! ? called(target) : called(VERDICT);
    const levels = own[target]! ? moments(rows.map((i) => levelOf(passages[i]!, target)!)) : moments(every);
    return {
      own: own[target]!,
      reading: moments(rows.map((i) => outOfFold[target]![i]!)),
      together: 1,
      levels: { mean: levels.mean, spread: STRETCH * levels.spread },
    };
  });
  const places = passages.map((passage, i) =>
    passagePlace(
      VERDICT,
      outOfFold.map((one) => one[i]!),
      passage.signals,
      wrapped(first),
    ),
  );
  return first.map((blend, target) => (target === VERDICT ? { ...blend, together: moments(places).spread } : blend));
}

const PARTS = 5;

/** How each passage is read, by target, and how its readings become levels, by whole fits that saw nothing of its document. */
export function unseenReadings(
  passages: readonly MeasuredPassage[],
): { readonly readings: Float64Array; readonly blends: readonly PassageBlend[] }[] {
  const parts = foldsOf(
    passages.map(({ document }) => document),
    PARTS,
  );
  const fits = Array.from({ length: PARTS }, (_, part) => fit(passages.filter((_, i) => parts[i] !== part)));
  return passages.map((passage, i) => {
    const { model, blends } = fits[parts[i]!]!;
    const worths = passage.sentences.map(({ values, words }) => worthScores(values, words, model.worth));
    return { readings: passageReadings(passage.values, wordsIn(passage), worths, passage.answer, model), blends };
  });
}
