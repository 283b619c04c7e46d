/** Rows of bucket → value, compressed. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly values: Float64Array;
}

export function sparseRows(rows: readonly ReadonlyMap<number, number>[]): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.size));
  const buckets = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(starts[rows.length]!);
  rows.forEach((row, i) => {
    let at = starts[i]!;
    for (const [bucket, value] of row) {
      buckets[at] = bucket;
      values[at++] = value;
    }
  });
  return { starts, buckets, values };
}

/** Inner products of every pair of rows, row-major n×n. */
export function gram(rows: SparseRows, size: number): Float64Array {
  const n = rows.starts.length - 1;
  const out = new Float64Array(n * n);
  const dense = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) dense[rows.buckets[k]!] = rows.values[k]!;
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let k = rows.starts[j]!; k < rows.starts[j + 1]!; k++) s += rows.values[k]! * dense[rows.buckets[k]!]!;
      out[i * n + j] = s;
      out[j * n + i] = s;
    }
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) dense[rows.buckets[k]!] = 0;
  }
  return out;
}

/** Weights of ridge regression min |Xw + b − y|² + λ|w|², by conjugate gradients on the normal equations; `b` is the mean of y. */
export function sparseRidge(
  rows: SparseRows,
  size: number,
  y: Float64Array,
  lambda: number,
  steps = 40,
): { weights: Float64Array; intercept: number } {
  const n = rows.starts.length - 1;
  let intercept = 0;
  for (const value of y) intercept += value / Math.max(1, n);
  const product = new Float64Array(n);
  const times = (w: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      let s = 0;
      for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) s += rows.values[k]! * w[rows.buckets[k]!]!;
      product[i] = s;
    }
    for (let j = 0; j < size; j++) out[j] = lambda * w[j]!;
    for (let i = 0; i < n; i++) {
      const p = product[i]!;
      for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) out[rows.buckets[k]!]! += rows.values[k]! * p;
    }
  };
  const weights = new Float64Array(size);
  const residual = new Float64Array(size);
  for (let i = 0; i < n; i++)
    for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++)
      residual[rows.buckets[k]!]! += rows.values[k]! * (y[i]! - intercept);
  const direction = Float64Array.from(residual);
  const image = new Float64Array(size);
  let norm = residual.reduce((s, v) => s + v * v, 0);
  const goal = norm * 1e-8;
  for (let step = 0; step < steps && norm > goal; step++) {
    times(direction, image);
    let curvature = 0;
    for (let j = 0; j < size; j++) curvature += direction[j]! * image[j]!;
    const a = norm / curvature;
    let next = 0;
    for (let j = 0; j < size; j++) {
      weights[j]! += a * direction[j]!;
      residual[j]! -= a * image[j]!;
      next += residual[j]! * residual[j]!;
    }
    const b = next / norm;
    for (let j = 0; j < size; j++) direction[j] = residual[j]! + b * direction[j]!;
    norm = next;
  }
  return { weights, intercept };
}
