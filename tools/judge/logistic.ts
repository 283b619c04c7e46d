/** Logistic regression with a ridge penalty, by Newton's method. */

import { solve } from './ridge.ts';

/** Steps of Newton's method; it settles in fewer. */
const STEPS = 15;

/** Weights of the columns of `rows` and the intercept (not penalised) that minimise the log loss plus ridge/2·|w|². */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  ridge: number,
): { readonly weights: number[]; readonly intercept: number } {
  const width = rows[0]?.length ?? 0;
  const x = rows.map((row) => [1, ...row]);
  const w = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((value, k) => (k === 0 ? 0 : -ridge * value));
    const hessian = w.map((_, a) => w.map((_, b) => (a !== b ? 0 : a === 0 ? 1e-9 : ridge)));
    x.forEach((row, i) => {
      let z = 0;
      for (let k = 0; k <= width; k++) z += row[k]! * w[k]!;
      const p = 1 / (1 + Math.exp(-z));
      const error = (labels[i]! ? 1 : 0) - p;
      const bend = p * (1 - p);
      for (let a = 0; a <= width; a++) {
        gradient[a]! += error * row[a]!;
        const scaled = bend * row[a]!;
        for (let b = 0; b <= a; b++) hessian[a]![b]! += scaled * row[b]!;
      }
    });
    for (let a = 0; a <= width; a++) for (let b = 0; b < a; b++) hessian[b]![a] = hessian[a]![b]!;
    solve(hessian, gradient).forEach((delta, k) => (w[k]! += delta));
  }
  return { weights: w.slice(1), intercept: w[0]! };
}
