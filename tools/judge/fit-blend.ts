/** Fits how the parts are put together, and how a score is read. */
import { BLEND_NAMES, type Blend, type ScoreReading } from '@legible/judge/scorer/model';
import { fitRidge } from './ridge.ts';

const LAMBDA = 100;

export function fitBlend(
  inputs: readonly (readonly number[])[],
  y: readonly number[],
  groups: readonly string[],
): { blend: Omit<Blend, 'readings' | 'passage'>; outOfFold: Float64Array } {
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
  const fit = fitRidge(kernel, n, y, LAMBDA, groups);
  const weights = Array.from({ length: width }, (_, k) => fit.alpha.reduce((s, a, i) => s + a * z[i]![k]!, 0));
  return { blend: { center, spread, weights, intercept: fit.intercept }, outOfFold: fit.outOfFold };
}

/** Cut points that give the levels the graders' own frequencies, and the widths of the error. */
export function settle(scores: readonly number[], y: readonly number[], lowest: number): ScoreReading {
  const sorted = scores.toSorted((a, b) => a - b);
  const rounded = y.map((value) => Math.floor(value + 0.5) - lowest);
  const cuts = [1, 2, 3].map((level) => {
    const below = rounded.filter((value) => value < level).length;
    const at = Math.min(sorted.length - 1, Math.max(0, below));
    return (sorted[Math.max(0, at - 1)]! + sorted[at]!) / 2;
  });
  return { cuts, ...errorOf(scores, y) };
}

/** Half-width of the band that held 90 in 100, by split conformal, and the root mean square error. */
export function errorOf(scores: readonly number[], y: readonly number[]): Omit<ScoreReading, 'cuts'> {
  const errors = y.map((value, i) => Math.abs(value - scores[i]!)).toSorted((a, b) => a - b);
  const width = errors[Math.min(errors.length - 1, Math.ceil(0.9 * (errors.length + 1)) - 1)] ?? 2;
  const error = Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / errors.length);
  return { width, error };
}
