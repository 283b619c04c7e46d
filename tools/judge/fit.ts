/** Fits the scorer: word model, form model, sentence model, and the blend of them on predictions that training had not seen. */
import { SIGNALS } from '@legible/judge';
import { BUCKETS } from '@legible/judge/scorer/ngrams';
import {
  blend,
  blendInputs,
  BLEND_NAMES,
  formScores,
  gramScores,
  readingFor,
  type ScoreReading,
  SENTENCE_COLUMNS,
  TARGETS,
  weigh,
  type Blend,
  type FormModel,
  type GramModel,
  type ScorerModel,
} from '@legible/judge/scorer/model';
import { fitBelonging, type BelongingReport } from './belonging-fit.ts';
import type { Example } from './examples.ts';
import { fitRidge, type DualFit } from './ridge.ts';
import { gram, sparseRidge, sparseRows } from './sparse.ts';

export const VERDICT = TARGETS.length - 1;
const INNER_FOLDS = 6;
const LAMBDA = { words: 0.35, form: 1000, sentence: 3, blend: 30 };
/** A word sequence must be in this many answers to count. */
const RARE = 3;

export const targetOf = (example: Example, target: number): number | undefined =>
  target === VERDICT ? example.answer.verdict : example.answer.levels[SIGNALS[target]!];

function idfOf(documents: readonly (readonly Uint16Array[])[], rare: number): Float32Array {
  const frequency = new Float64Array(BUCKETS);
  for (const lists of documents) for (const bucket of new Set(lists.flatMap((list) => [...list]))) frequency[bucket]!++;
  return Float32Array.from(frequency, (count) =>
    count < rare ? 0 : Math.log((documents.length + 1) / (count + 1)) + 1,
  );
}

interface OutOfFold {
  /** By target, by example: prediction from a fit without the example's group, NaN where the target is not called for. */
  readonly scores: Float64Array[];
}

interface FittedWords {
  readonly model: GramModel;
  readonly out: OutOfFold;
  readonly passage: GramModel;
  /** By example: passage score from a fit without its group. */
  readonly passageOut: Float64Array;
}

function fitWords(examples: readonly Example[], groups: readonly string[]): FittedWords {
  const idf = idfOf(
    examples.map((example) => example.grams),
    RARE,
  );
  const vectors = examples.map((example) => weigh(example.grams, idf));
  const rows = sparseRows(
    vectors.map(({ buckets, values }) => new Map(buckets.map((bucket, k) => [bucket, values[k]!]))),
  );
  const kernel = gram(rows, BUCKETS);
  const columns = TARGETS.length;
  const weights = new Float32Array(BUCKETS * columns);
  const intercepts = new Float64Array(columns);
  const scores = TARGETS.map((_, target) => {
    const { fit, rows: own } = fitTarget(examples, kernel, groups, target, LAMBDA.words);
    intercepts[target] = fit.intercept;
    own.forEach((i, k) =>
      vectors[i]!.buckets.forEach(
        (bucket, at) => (weights[bucket * columns + target]! += fit.alpha[k]! * vectors[i]!.values[at]!),
      ),
    );
    return predictions(
      examples,
      own,
      fit,
      (i) => gramScores(examples[i]!.grams, { idf, columns, weights, intercepts })[target]!,
    );
  });
  const gate = fitRidge(
    kernel,
    examples.length,
    examples.map((example) => (example.answer.making === 'field' ? 1 : 0)),
    1,
    groups,
  );
  const passage = new Float32Array(BUCKETS);
  vectors.forEach(({ buckets, values }, i) =>
    buckets.forEach((bucket, at) => (passage[bucket]! += gate.alpha[i]! * values[at]!)),
  );
  return {
    model: { idf, columns, weights, intercepts },
    out: { scores },
    passage: { idf, columns: 1, weights: passage, intercepts: Float64Array.of(gate.intercept) },
    passageOut: gate.outOfFold,
  };
}

function fitTarget(
  examples: readonly Example[],
  kernel: Float64Array,
  groups: readonly string[],
  target: number,
  lambda: number,
): { fit: DualFit; rows: number[] } {
  const n = examples.length;
  const rows = examples.flatMap((example, i) => (targetOf(example, target) === undefined ? [] : [i]));
  const own = new Float64Array(rows.length * rows.length);
  rows.forEach((i, a) => rows.forEach((j, b) => (own[a * rows.length + b] = kernel[i * n + j]!)));
  const y = rows.map((i) => targetOf(examples[i]!, target)!);
  return {
    fit: fitRidge(
      own,
      rows.length,
      y,
      lambda,
      rows.map((i) => groups[i]!),
    ),
    rows,
  };
}

/** Out-of-fold predictions where there are any, else those of the full fit (which never saw the target of that example). */
function predictions(
  examples: readonly Example[],
  rows: readonly number[],
  fit: DualFit,
  full: (i: number) => number,
): Float64Array {
  const out = new Float64Array(examples.length).fill(Number.NaN);
  rows.forEach((i, k) => (out[i] = fit.outOfFold[k]!));
  for (let i = 0; i < out.length; i++) if (Number.isNaN(out[i]!)) out[i] = full(i);
  return out;
}

/** Keeps a feature only where its sign of influence is the same in every making, so that a habit of one making cannot count. */
function consistent(examples: readonly Example[], target: number, spread: Float64Array): boolean[] {
  const makings = [...new Set(examples.map((example) => example.answer.making))].filter(
    (making) => examples.filter((e) => e.answer.making === making && targetOf(e, target) !== undefined).length >= 30,
  );
  const width = examples[0]!.dense.length;
  const keep = Array.from({ length: width }, () => true);
  for (let k = 0; k < width; k++) {
    if (spread[k]! < 1e-6) {
      keep[k] = false;
      continue;
    }
    let sign = 0;
    for (const making of makings) {
      const own = examples.filter((e) => e.answer.making === making && targetOf(e, target) !== undefined);
      const my = own.reduce((s, e) => s + targetOf(e, target)!, 0) / own.length;
      const mx = own.reduce((s, e) => s + e.dense[k]!, 0) / own.length;
      let xy = 0,
        xx = 0,
        yy = 0;
      for (const e of own) {
        const dx = e.dense[k]! - mx,
          dy = targetOf(e, target)! - my;
        xy += dx * dy;
        xx += dx * dx;
        yy += dy * dy;
      }
      const t = xx === 0 || yy === 0 ? 0 : (xy / Math.sqrt(xx * yy)) * Math.sqrt(own.length);
      if (Math.abs(t) < 0.7 || (sign !== 0 && Math.sign(t) !== sign)) {
        keep[k] = false;
        break;
      }
      sign = Math.sign(t);
    }
  }
  return keep;
}

function fitForm(examples: readonly Example[], groups: readonly string[]): { model: FormModel; out: OutOfFold } {
  const n = examples.length;
  const width = examples[0]!.dense.length;
  const center = new Float64Array(width);
  const spread = new Float64Array(width);
  for (let k = 0; k < width; k++) {
    for (const e of examples) center[k]! += e.dense[k]! / n;
    for (const e of examples) spread[k]! += (e.dense[k]! - center[k]!) ** 2 / n;
    spread[k] = Math.sqrt(spread[k]!);
  }
  const safe = spread.map((value) => Math.max(value, 1e-3));
  const z = examples.map((e) => e.dense.map((value, k) => (value - center[k]!) / safe[k]!));
  const weights = new Float64Array(TARGETS.length * width);
  const intercepts = new Float64Array(TARGETS.length);
  const scores = TARGETS.map((_, target) => {
    const keep = consistent(examples, target, spread).flatMap((ok, k) => (ok ? [k] : []));
    const kernel = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        let s = 0;
        for (const k of keep) s += z[i]![k]! * z[j]![k]!;
        kernel[i * n + j] = s;
        kernel[j * n + i] = s;
      }
    const { fit, rows } = fitTarget(examples, kernel, groups, target, LAMBDA.form);
    intercepts[target] = fit.intercept;
    rows.forEach((i, a) => {
      for (const k of keep) weights[target * width + k]! += fit.alpha[a]! * z[i]![k]!;
    });
    const model = { center, spread: safe, weights, intercepts };
    return predictions(examples, rows, fit, (i) => formScores(examples[i]!.dense, model)[target]!);
  });
  return { model: { center, spread: safe, weights, intercepts }, out: { scores } };
}

function fitSentences(examples: readonly Example[]): GramModel {
  const all = examples.flatMap((example) => example.grams.map((grams) => [grams]));
  const idf = idfOf(all, RARE);
  const rows = sparseRows(
    all.map((lists) => {
      const { buckets, values } = weigh(lists, idf);
      return new Map(buckets.map((bucket, k) => [bucket, values[k]!]));
    }),
  );
  const weights = new Float32Array(BUCKETS * SENTENCE_COLUMNS);
  const intercepts = new Float64Array(SENTENCE_COLUMNS);
  for (let column = 0; column < SENTENCE_COLUMNS; column++) {
    const y = Float64Array.from(examples.flatMap((example) => example.earned.map((row) => row[column]!)));
    const fit = sparseRidge(rows, BUCKETS, y, LAMBDA.sentence, 25);
    intercepts[column] = fit.intercept;
    for (let b = 0; b < BUCKETS; b++) weights[b * SENTENCE_COLUMNS + column] = fit.weights[b]!;
  }
  return { idf, columns: SENTENCE_COLUMNS, weights, intercepts };
}

export const sentenceScores = (example: Example, model: GramModel): Float64Array[] =>
  example.grams.map((grams) => gramScores([grams], model));

/** Deals groups into folds, each group whole, in order of name. */
export function foldsOf(groups: readonly string[], count: number): Int32Array {
  const order = [...new Set(groups)].toSorted();
  const at = new Map(order.map((group, index) => [group, index % count]));
  return Int32Array.from(groups, (group) => at.get(group)!);
}

export interface FitOptions {
  /** Which examples must not inform each other's out-of-fold predictions. */
  readonly groupOf: (example: Example) => string;
  /** Fault probabilities of an answer that it did not inform; an answer without them teaches the parts but not the blend. */
  readonly faultsOf: (example: Example) => readonly number[] | undefined;
  readonly onProgress?: (step: string) => void;
}

/** Fits everything on `examples`. Deterministic: same examples in the same order, same model. */
export function fitScorer(
  examples: readonly Example[],
  { groupOf, faultsOf, onProgress }: FitOptions,
): { model: ScorerModel; outOfFold: Float64Array[]; as: (0 | 1)[]; belonging: BelongingReport } {
  const groups = examples.map(groupOf);
  onProgress?.('words');
  const words = fitWords(examples, groups);
  onProgress?.('form');
  const form = fitForm(examples, groups);
  onProgress?.('sentences');
  const sentence = fitSentences(examples);
  const folds = foldsOf(groups, INNER_FOLDS);
  const bySentence: Float64Array[][] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const inner = fitSentences(examples.filter((_, i) => folds[i] !== fold));
    examples.forEach((example, i) => {
      if (folds[i] === fold) bySentence[i] = sentenceScores(example, inner);
    });
  }
  onProgress?.('blend');
  const faults = examples.map(faultsOf);
  const outOfFold: Float64Array[] = [];
  const blends = TARGETS.map((_, target): Blend => {
    const rows = examples.flatMap((example, i) =>
      targetOf(example, target) === undefined || faults[i] === undefined ? [] : [i],
    );
    const inputs = rows.map((i) =>
      blendInputs(
        target,
        column(words.out.scores, i),
        column(form.out.scores, i),
        bySentence[i]!,
        examples[i]!.answer.question.signals,
        faults[i]!,
      ),
    );
    const y = rows.map((i) => targetOf(examples[i]!, target)!);
    const fitted = fitBlend(
      inputs,
      y,
      rows.map((i) => groups[i]!),
    );
    const score = new Float64Array(examples.length).fill(Number.NaN);
    const lowest = target === VERDICT ? 1 : 0;
    const as = rows.map((i) => readingFor(words.passageOut[i]!));
    const of = (side: 0 | 1): number[] => as.flatMap((one, k) => (one === side ? [k] : []));
    const settled = (own: readonly number[]): ScoreReading =>
      settle(
        own.map((k) => fitted.outOfFold[k]!),
        own.map((k) => y[k]!),
        lowest,
      );
    const answer = settled(of(0));
    const passages = of(1);
    // Passages have cut points of their own only by their one grader's habits; how far the score errs on them is their own.
    const { width, error } =
      passages.length >= FEW_PASSAGES ? settled(passages) : { width: answer.width * 1.3, error: answer.error * 1.3 };
    const passage = { ...answer, width: Math.max(width, answer.width), error: Math.max(error, answer.error) };
    const readings: Blend['readings'] = [answer, passage];
    rows.forEach((i, k) => (score[i] = fitted.outOfFold[k]!));
    outOfFold.push(score);
    return { ...fitted.blend, readings };
  });
  onProgress?.('belonging');
  const { model: belonging, report } = fitBelonging(examples, words.model.idf);
  return {
    model: { text: words.model, sentence, form: form.model, blends, belonging, passage: words.passage },
    outOfFold,
    as: examples.map((_, i) => readingFor(words.passageOut[i]!)),
    belonging: report,
  };
}

const column = (scores: readonly Float64Array[], i: number): Float64Array =>
  Float64Array.from(scores, (row) => row[i]!);

function fitBlend(
  inputs: readonly (readonly number[])[],
  y: readonly number[],
  groups: readonly string[],
): { blend: Omit<Blend, 'readings'>; outOfFold: Float64Array } {
  const n = inputs.length;
  const width = BLEND_NAMES.length;
  const center = Array.from({ length: width }, (_, k) => inputs.reduce((s, row) => s + row[k]!, 0) / n);
  const spread = Array.from(
    { length: width },
    (_, k) => Math.sqrt(inputs.reduce((s, row) => s + (row[k]! - center[k]!) ** 2, 0) / n) || 1,
  );
  const z = inputs.map((row) => row.map((value, k) => (value - center[k]!) / spread[k]!));
  const kernel = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let k = 0; k < width; k++) s += z[i]![k]! * z[j]![k]!;
      kernel[i * n + j] = s;
      kernel[j * n + i] = s;
    }
  const fit = fitRidge(kernel, n, y, LAMBDA.blend, groups);
  const weights = Array.from({ length: width }, (_, k) => fit.alpha.reduce((s, a, i) => s + a * z[i]![k]!, 0));
  return { blend: { center, spread, weights, intercept: fit.intercept }, outOfFold: fit.outOfFold };
}

/** Fewer passages than this say nothing about how a score is to be read on them. */
const FEW_PASSAGES = 40;

/** Cut points that give the levels the graders' own frequencies, and the widths of the error. */
export function settle(scores: readonly number[], y: readonly number[], lowest: number): ScoreReading {
  const sorted = scores.toSorted((a, b) => a - b);
  const rounded = y.map((value) => Math.floor(value + 0.5) - lowest);
  const cuts = [1, 2, 3].map((level) => {
    const below = rounded.filter((value) => value < level).length;
    const at = Math.min(sorted.length - 1, Math.max(0, below));
    return (sorted[Math.max(0, at - 1)]! + sorted[at]!) / 2;
  });
  const errors = y.map((value, i) => Math.abs(value - scores[i]!)).toSorted((a, b) => a - b);
  const width = errors[Math.min(errors.length - 1, Math.ceil(0.9 * (errors.length + 1)) - 1)] ?? 2;
  const error = Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / errors.length);
  return { cuts, width, error };
}

/** The blended scores of an example under a fitted model, by target. */
export function scoresOf(example: Example, model: ScorerModel, faults: readonly number[]): Float64Array {
  const words = gramScores(example.grams, model.text);
  const form = formScores(example.dense, model.form);
  const bySentence = sentenceScores(example, model.sentence);
  return Float64Array.from(TARGETS, (_, target) =>
    blend(blendInputs(target, words, form, bySentence, example.answer.question.signals, faults), model.blends[target]!),
  );
}

/** How an example's scores are to be read under a fitted model. */
export const readingOf = (example: Example, model: ScorerModel): 0 | 1 =>
  readingFor(gramScores(example.grams, model.passage)[0]!);
