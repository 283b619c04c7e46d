/** Fits the links of reasoning, and how passages are scored by them. */
import { featureNames } from '@legible/judge/scorer/features';
import { linkIndices, linkValues, type LinkModel } from '@legible/judge/scorer/links';
import { TARGETS, type Moments } from '@legible/judge/scorer/model';
import { targetOf, type Example } from './examples.ts';
import { fitRidge } from './ridge.ts';

/** Strong enough that every link counts about as much as it correlates. */
const LAMBDA = 3000;
const moments = (values: readonly number[]): Moments => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, spread: Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / values.length) || 1 };
};

export interface FittedLinks {
  readonly model: LinkModel;
  /** By target, by example: score from a fit that saw no example of its group. */
  readonly out: readonly Float64Array[];
}

/** `groups` as in the scorer's fit. Values and levels are taken around the mean of their making, so that no making teaches its own level. */
export function fitLinks(examples: readonly Example[], groups: readonly string[]): FittedLinks {
  const n = examples.length;
  const at = linkIndices(featureNames());
  const column = (k: number): Moments => moments(examples.map((example) => example.dense[k]!));
  const shape = {
    at,
    center: at.map((k) => column(k).mean),
    spread: at.map((k) => Math.max(column(k).spread, 1e-3)),
  };
  const values = examples.map((example) => linkValues(example.dense, shape));
  const makings = Map.groupBy(
    examples.map((example, i) => ({ making: example.answer.making, i })),
    ({ making }) => making,
  );
  const centred: number[][] = [];
  for (const own of makings.values()) {
    const middle = at.map((_, j) => own.reduce((sum, { i }) => sum + values[i]![j]!, 0) / own.length);
    for (const { i } of own) centred[i] = values[i]!.map((value, j) => value - middle[j]!);
  }
  const weights: number[] = [];
  const out = TARGETS.map((_, target) => {
    const rows = examples.flatMap((example, i) => (targetOf(example, target) === undefined ? [] : [i]));
    const level = new Map(
      [...makings].map(([making, own]) => {
        const levels = own.flatMap(({ i }) => targetOf(examples[i]!, target) ?? []);
        return [making, levels.reduce((a, b) => a + b, 0) / Math.max(1, levels.length)];
      }),
    );
    const y = rows.map((i) => targetOf(examples[i]!, target)! - level.get(examples[i]!.answer.making)!);
    const kernel = new Float64Array(rows.length ** 2);
    rows.forEach((i, a) =>
      rows.forEach((j, b) => {
        if (b > a) return;
        let s = 0;
        for (let k = 0; k < at.length; k++) s += centred[i]![k]! * centred[j]![k]!;
        kernel[a * rows.length + b] = s;
        kernel[b * rows.length + a] = s;
      }),
    );
    const fit = fitRidge(
      kernel,
      rows.length,
      y,
      LAMBDA,
      rows.map((i) => groups[i]!),
    );
    const own = at.map((_, j) => rows.reduce((sum, i, a) => sum + fit.alpha[a]! * centred[i]![j]!, 0));
    weights.push(...own);
    const scores = Float64Array.from({ length: n }, (_, i) =>
      values[i]!.reduce((sum, value, j) => sum + value * own[j]!, 0),
    );
    // What the held-out fit says differs from the whole fit's by the same amount whatever the centring.
    rows.forEach((i, a) => {
      const whole = centred[i]!.reduce((sum, value, j) => sum + value * own[j]!, fit.intercept);
      scores[i]! += fit.outOfFold[a]! - whole;
    });
    return scores;
  });
  return { model: { ...shape, weights }, out };
}
