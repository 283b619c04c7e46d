/** Ridge regression in its dual form, with exact leave-group-out predictions. */

/** Symmetric n×n kernel, row-major. */
export type Kernel = Float64Array;

export interface DualFit {
  /** One coefficient an example. */
  readonly alpha: Float64Array;
  readonly intercept: number;
  /** Prediction for each example from a fit that saw no example of its group. */
  readonly outOfFold: Float64Array;
}

/** Lower Cholesky factor of the n×n positive definite `a`, in place. Throws when `a` is not positive definite. */
export function cholesky(a: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    let d = a[rowJ + j]!;
    for (let k = 0; k < j; k++) d -= a[rowJ + k]! * a[rowJ + k]!;
    if (!(d > 0)) throw new Error(`Kernel is not positive definite at row ${j}.`);
    const root = Math.sqrt(d);
    a[rowJ + j] = root;
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n;
      let s = a[rowI + j]!;
      for (let k = 0; k < j; k++) s -= a[rowI + k]! * a[rowJ + k]!;
      a[rowI + j] = s / root;
    }
  }
  return a;
}

/** Inverse of a symmetric positive definite matrix. */
export function inverse(matrix: Float64Array, n: number): Float64Array {
  const l = cholesky(Float64Array.from(matrix), n);
  // Invert L, then multiply.
  const li = new Float64Array(n * n);
  for (let c = 0; c < n; c++) {
    li[c * n + c] = 1 / l[c * n + c]!;
    for (let i = c + 1; i < n; i++) {
      let s = 0;
      const row = i * n;
      for (let k = c; k < i; k++) s -= l[row + k]! * li[k * n + c]!;
      li[row + c] = s / l[row + i]!;
    }
  }
  // Transposed copy makes both inner loops walk memory in order.
  const t = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) t[j * n + i] = li[i * n + j]!;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let k = i; k < n; k++) s += t[i * n + k]! * t[j * n + k]!;
      out[i * n + j] = s;
      out[j * n + i] = s;
    }
  return out;
}

/** Solves the small dense system a x = b by Gaussian elimination with pivoting. */
export function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r]![c]!) > Math.abs(a[pivot]![c]!)) pivot = r;
    [a[c], a[pivot]] = [a[pivot]!, a[c]!];
    [b[c], b[pivot]] = [b[pivot]!, b[c]!];
    for (let r = c + 1; r < n; r++) {
      const f = a[r]![c]! / a[c]![c]!;
      if (f === 0) continue;
      for (let k = c; k < n; k++) a[r]![k]! -= f * a[c]![k]!;
      b[r]! -= f * b[c]!;
    }
  }
  for (let r = n - 1; r >= 0; r--) {
    for (let k = r + 1; k < n; k++) b[r]! -= a[r]![k]! * b[k]!;
    b[r]! /= a[r]![r]!;
  }
  return b;
}

/** Square of the constant feature that the intercept is: so large that the penalty hardly holds the intercept back. */
const BIAS = 100;

/** The inverse that every target of the same examples is fitted with: (K + 1 + λ W⁻¹)⁻¹, row-major n×n. */
export function ridgeSystem(kernel: Kernel, n: number, lambda: number, weights?: ArrayLike<number>): Float64Array {
  const system = Float64Array.from(kernel, (value) => value + BIAS);
  for (let i = 0; i < n; i++) system[i * n + i]! += lambda / (weights?.[i] ?? 1);
  return inverse(system, n);
}

/**
 * Kernel ridge regression: minimises Σ wᵢ(yᵢ − f(xᵢ))² + λ|f|². The intercept is a constant feature.
 * Leave-group-out predictions come from the identity y_G − f₋G = (M_GG)⁻¹ α_G with M = (K + λ W⁻¹)⁻¹ and α = M y
 * (Cook & Weisberg, Residuals and Influence in Regression, 1982, block form).
 */
export const fitRidge = (
  kernel: Kernel,
  n: number,
  y: ArrayLike<number>,
  lambda: number,
  groups: readonly string[],
  weights?: ArrayLike<number>,
): DualFit => fitRidgeWith(ridgeSystem(kernel, n, lambda, weights), y, groups);

/** The same with a system that `ridgeSystem` made. */
export function fitRidgeWith(m: Float64Array, y: ArrayLike<number>, groups: readonly string[]): DualFit {
  const n = y.length;
  const alpha = new Float64Array(n);
  let intercept = 0;
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let j = 0; j < n; j++) s += m[i * n + j]! * y[j]!;
    alpha[i] = s;
    intercept += s * BIAS;
  }
  const outOfFold = new Float64Array(n);
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const list = members.get(group);
    if (list === undefined) members.set(group, [i]);
    else list.push(i);
  });
  for (const rows of members.values()) {
    const left = solve(
      rows.map((i) => rows.map((j) => m[i * n + j]!)),
      rows.map((i) => alpha[i]!),
    );
    rows.forEach((i, k) => (outOfFold[i] = y[i]! - left[k]!));
  }
  return { alpha, intercept, outOfFold };
}
