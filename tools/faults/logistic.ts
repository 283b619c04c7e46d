/** A row of a sparse matrix with its label; a weight of 0 leaves it out. */
export interface Row {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** L2-regularised logistic regression by AdaGrad, in a fixed order: the same rows give the same bytes. */
export function fitLogistic(
  rows: readonly Row[],
  labels: ArrayLike<number>,
  importance: ArrayLike<number>,
  size: number,
  options: FitOptions,
): Fitted {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  let bias = -2;
  let biasSquare = 1;
  const order = shuffled(rows.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of order) {
      const strength = importance[at] as number;
      if (strength === 0) continue;
      const { ids, values } = rows[at] as Row;
      let score = bias;
      for (let k = 0; k < ids.length; k++) score += (weights[ids[k] as number] as number) * (values[k] as number);
      const error = (1 / (1 + Math.exp(-score)) - (labels[at] as number)) * strength;
      biasSquare += error * error;
      bias -= (options.rate * error) / Math.sqrt(biasSquare);
      for (let k = 0; k < ids.length; k++) {
        const id = ids[k] as number;
        const gradient = error * (values[k] as number) + options.l2 * (weights[id] as number) * strength;
        squares[id] = (squares[id] as number) + gradient * gradient;
        weights[id] = (weights[id] as number) - (options.rate * gradient) / Math.sqrt(squares[id] as number);
      }
    }
  }
  return { bias, weights };
}

/** Slope and intercept that make scores into log odds (Platt 1999), by Newton steps with a weak prior. */
export function fitPlatt(scores: readonly number[], labels: readonly number[]): { slope: number; intercept: number } {
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < 50; step++) {
    let gs = 0.5 * (slope - 1);
    let gi = 0;
    let hss = 0.5;
    let hsi = 0;
    let hii = 1e-3;
    scores.forEach((score, i) => {
      const p = 1 / (1 + Math.exp(-(slope * score + intercept)));
      const error = p - (labels[i] as number);
      const w = p * (1 - p);
      gs += error * score;
      gi += error;
      hss += w * score * score;
      hsi += w * score;
      hii += w;
    });
    const determinant = hss * hii - hsi * hsi;
    if (!(determinant > 1e-9)) break;
    const ds = (gs * hii - gi * hsi) / determinant;
    const di = (gi * hss - gs * hsi) / determinant;
    slope = Math.max(0.05, slope - Math.max(-1, Math.min(1, ds)));
    intercept -= Math.max(-2, Math.min(2, di));
    if (Math.abs(ds) + Math.abs(di) < 1e-7) break;
  }
  return { slope, intercept };
}

function shuffled(size: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  let state = 0x9e3779b9;
  for (let i = size - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
