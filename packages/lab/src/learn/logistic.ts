import { exp, log, logit, sigmoid } from '../random/elementary.ts';
import type { Numbers } from '../metrics/input.ts';
import { BLOCK, fillMissing, fillValues, fillWhole, standardisation, type Input } from './standardise.ts';
import { checkFeatures, checkOption, checkTraining, LearnInputError, type Table } from './table.ts';

export interface LogisticOptions {
  /** Strength of the L2 penalty on standardised coefficients (scikit-learn's 1 / C). Default 1. */
  readonly l2?: number;
  /** Weight of a positive row against a negative one: a number, or 'balanced' for negatives / positives. Default 1. */
  readonly positiveWeight?: number | 'balanced';
  /** Newton steps at most. Default 50. */
  readonly maxIterations?: number;
  /** Stops when no component of the gradient, a row, exceeds this. Default 1e-8. */
  readonly tolerance?: number;
}

/** A trained logistic regression, as plain data. */
export interface LogisticModel {
  readonly kind: 'logistic';
  readonly names: readonly string[];
  /** One an input: each feature, then an indicator for each feature that had missing values in training. */
  readonly inputs: readonly { readonly feature: number; readonly missing: boolean }[];
  readonly mean: readonly number[];
  /** Standard deviation; 1 where a feature is constant. */
  readonly scale: readonly number[];
  /** On standardised inputs. */
  readonly coefficients: readonly number[];
  readonly intercept: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** About how many rows, and of each class by weight, a sample of blocks must hold to be worth a start. */
const SAMPLE_ROWS = 50_000;
const SAMPLE_CLASS = 200;

/**
 * Fits P(y = 1) = sigmoid(intercept + x . coefficients) by Newton's method with step halving, on standardised inputs.
 * Minimises sum_i w_i logloss_i + l2/2 |coefficients|^2; the intercept is free. A missing value becomes the feature's
 * mean, and a feature that had any gets an indicator of its own. Throws LearnInputError on bad input.
 */
export function trainLogistic(
  table: Table,
  labels: Numbers,
  options: LogisticOptions = {},
  weights?: Numbers,
): LogisticModel {
  checkTraining(table, labels, weights);
  const { l2 = 1, positiveWeight = 1, maxIterations = 50, tolerance = 1e-8 } = options;
  checkOption('l2', l2, 0, 1e12);
  checkOption('maxIterations', maxIterations, 1, 10_000);
  const rows = table.rows;
  const rowWeights = new Float64Array(rows);
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < rows; i++) {
    rowWeights[i] = weights === undefined ? 1 : weights[i]!;
    if (labels[i] === 1) positives += rowWeights[i]!;
    else negatives += rowWeights[i]!;
  }
  if (!(positives > 0 && negatives > 0)) {
    throw new LearnInputError('weights', 'are 0 for one whole class: both classes must count');
  }
  const factor = positiveWeight === 'balanced' ? negatives / positives : positiveWeight;
  checkOption('positiveWeight', factor, 1e-9, 1e9);
  for (let i = 0; i < rows; i++) if (labels[i] === 1) rowWeights[i] = rowWeights[i]! * factor;
  const total = negatives + positives * factor;

  const { inputs, mean, scale } = standardisation(table, rowWeights);
  const width = inputs.length;
  const problem = { table, labels, rowWeights, inputs, mean, scale, l2, total };
  const start = new Float64Array(width + 1);
  start[width] = logit((positives * factor) / total);
  // Most of the way is walked on a sample of blocks, where a step is cheap; the full table decides where it ends.
  const stride = Math.floor(Math.min(rows / SAMPLE_ROWS, Math.min(positives, negatives) / SAMPLE_CLASS));
  let warmed: Float64Array = start;
  for (const step of [stride, Math.floor(stride / 4)]) {
    if (step <= 1) break;
    const rough = (1e-3 * Math.min(positives, negatives)) / total;
    const warm = newton(problem, warmed, step, rough, 20);
    if (!warm.converged) break;
    warmed = warm.beta;
  }
  const { beta, iterations, converged } = newton(problem, warmed, 1, tolerance, maxIterations, warmed !== start);
  return {
    kind: 'logistic',
    names: table.names,
    inputs: inputs.map(({ feature, missing }) => ({ feature, missing })),
    mean: [...mean],
    scale: [...scale],
    coefficients: [...beta.subarray(0, width)],
    intercept: beta[width]!,
    iterations,
    converged,
  };
}

/** The probability of label 1 for each row. */
export function predictLogistic(model: LogisticModel, table: Table): Float64Array {
  checkFeatures(table, model.names);
  const scores = new Float64Array(table.rows).fill(model.intercept);
  model.inputs.forEach(({ feature, missing }, j) => {
    const column = table.columns[feature]!;
    const center = model.mean[j]!;
    const factor = model.coefficients[j]! / model.scale[j]!;
    for (let i = 0; i < scores.length; i++) {
      const value = column[i]!;
      const isMissing = value !== value;
      if (missing) scores[i] = scores[i]! + ((isMissing ? 1 : 0) - center) * factor;
      else if (!isMissing) scores[i] = scores[i]! + (value - center) * factor;
    }
  });
  for (let i = 0; i < scores.length; i++) scores[i] = sigmoid(scores[i]!);
  return scores;
}

interface Problem {
  readonly table: Table;
  readonly labels: Numbers;
  readonly rowWeights: Float64Array;
  readonly inputs: readonly Input[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly l2: number;
  /** Sum of the weights. */
  readonly total: number;
}

/** A step that shrinks the gradient by this factor shows that the Hessian at hand still serves. */
const KEEPS_HESSIAN = 0.1;

/**
 * Newton's method with step halving on every `stride`-th block of rows. From a start that is `near` the optimum the
 * Hessian hardly changes any more: it is kept from step to step, and most passes are for the gradient alone.
 */
function newton(
  problem: Problem,
  start: Float64Array,
  stride: number,
  tolerance: number,
  maxIterations: number,
  near = false,
) {
  const limit = (tolerance * problem.total) / stride;
  let beta = start;
  let state = evaluate(problem, beta, stride, near);
  let iterations = 0;
  let converged = largest(state.gradient) <= limit;
  while (!converged && iterations < maxIterations) {
    iterations++;
    const step = solve(state.hessian, state.gradient, beta.length);
    let next: Float64Array;
    let ahead: Evaluation;
    let share = 1;
    for (;;) {
      next = beta.map((value, i) => value - share * step[i]!);
      ahead = evaluate(problem, next, stride, near, near ? state.hessian : undefined);
      // Near the optimum the loss changes in its last bits only, and a smaller gradient tells more. Farther off, a
      // step that does not raise the loss is taken.
      const better = near
        ? largest(ahead.gradient) <= largest(state.gradient)
        : ahead.loss <= state.loss + 1e-12 * Math.abs(state.loss);
      if (better || share < 1e-6) break;
      share /= 2;
    }
    converged = largest(ahead.gradient) <= limit;
    const slow = near && !converged && largest(ahead.gradient) > KEEPS_HESSIAN * largest(state.gradient);
    beta = next;
    state = slow ? evaluate(problem, beta, stride, near) : ahead;
  }
  return { beta, iterations, converged };
}

interface Evaluation {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * Loss, gradient and Hessian at `beta`, in blocks of rows so that no standardised copy of the table is made. With
 * `known` the Hessian is not computed but taken as that; `gradientOnly` leaves the loss at 0.
 */
function evaluate(
  problem: Problem,
  beta: Float64Array,
  stride: number,
  gradientOnly = false,
  known?: Float64Array,
): Evaluation {
  const { table, labels, rowWeights, inputs, mean, scale } = problem;
  const l2 = problem.l2 / stride;
  const width = inputs.length;
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = known ?? new Float64Array(size * size);
  const block = new Float64Array(size * BLOCK);
  const residual = new Float64Array(BLOCK);
  const curvature = new Float64Array(BLOCK);
  const weighted = new Float64Array(BLOCK);
  block.fill(1, width * BLOCK);
  let loss = 0;
  for (let start = 0; start < table.rows; start += BLOCK * stride) {
    const count = Math.min(BLOCK, table.rows - start);
    residual.fill(beta[width]!);
    for (let j = 0; j < width; j++) {
      const { feature, missing, whole } = inputs[j]!;
      const fill = missing ? fillMissing : whole ? fillWhole : fillValues;
      fill(block, j * BLOCK, table.columns[feature]!, start, count, mean[j]!, 1 / scale[j]!);
      const slope = beta[j]!;
      for (let i = 0; i < count; i++) residual[i] = residual[i]! + slope * block[j * BLOCK + i]!;
    }
    for (let i = 0; i < count; i++) {
      const margin = residual[i]!;
      const label = labels[start + i]!;
      const weight = rowWeights[start + i]!;
      // One exponential serves both the probability and the loss.
      const e = exp(-Math.abs(margin));
      const p = (margin >= 0 ? 1 : e) / (1 + e);
      if (!gradientOnly) loss += weight * (Math.max(0, label === 1 ? -margin : margin) + log(1 + e));
      residual[i] = weight * (p - label);
      curvature[i] = weight * p * (1 - p);
    }
    residual.fill(0, count);
    curvature.fill(0, count);
    for (let j = 0; j < size; j++) {
      const at = j * BLOCK;
      if (known) {
        gradient[j] = gradient[j]! + dot(residual, block, at);
        continue;
      }
      for (let i = 0; i < BLOCK; i++) weighted[i] = curvature[i]! * block[at + i]!;
      gradient[j] = gradient[j]! + dot(residual, block, at);
      for (let k = j; k < size; k++) hessian[j * size + k] = hessian[j * size + k]! + dot(weighted, block, k * BLOCK);
    }
  }
  for (let j = 0; j < size; j++) {
    if (!known) for (let k = 0; k < j; k++) hessian[j * size + k] = hessian[k * size + j]!;
    if (j === width) continue;
    loss += 0.5 * l2 * beta[j]! * beta[j]!;
    gradient[j] = gradient[j]! + l2 * beta[j]!;
    if (!known) hessian[j * size + j] = hessian[j * size + j]! + l2;
  }
  return { loss, gradient, hessian };
}

/** Sum of a[i] * block[at + i] in four running sums: the order is fixed, so the result is too. */
function dot(a: Float64Array, block: Float64Array, at: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < BLOCK; i += 4) {
    s0 += a[i]! * block[at + i]!;
    s1 += a[i + 1]! * block[at + i + 1]!;
    s2 += a[i + 2]! * block[at + i + 2]!;
    s3 += a[i + 3]! * block[at + i + 3]!;
  }
  return s0 + s1 + (s2 + s3);
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Solves H x = g for a symmetric H by Cholesky; a ridge is added where H is not positive to working precision. */
function solve(hessian: Float64Array, gradient: Float64Array, size: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += hessian[i * size + i]!;
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-12 * (trace / size) + 1e-300 : ridge * 100) {
    const lower = cholesky(hessian, size, ridge);
    if (lower === undefined) continue;
    const x = Float64Array.from(gradient);
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i] = x[i]! - lower[i * size + k]! * x[k]!;
      x[i] = x[i]! / lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i] = x[i]! - lower[k * size + i]! * x[k]!;
      x[i] = x[i]! / lower[i * size + i]!;
    }
    return x;
  }
}

function cholesky(matrix: Float64Array, size: number, ridge: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]! + (i === j ? ridge : 0);
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!;
      else if (sum > 1e-13 * matrix[i * size + i]!) lower[i * size + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}
