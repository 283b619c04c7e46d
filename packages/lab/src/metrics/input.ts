/** What the metrics share: their input types, the checks on it, and the walk over scores with ties. */
import { orderByScore } from './order.ts';

/** Any list of numbers: an array or a typed array. */
export type Numbers = ArrayLike<number>;

/** A metric of 0/1 labels, scores (higher means more likely 1) and optional weights, one for each row. */
export type BinaryMetric = (labels: Numbers, scores: Numbers, weights?: Numbers) => number;

/** Bad input to a metric: the message names the field, the reason and the mend. */
export class MetricInputError extends RangeError {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(`${field} ${reason}`);
    this.name = 'MetricInputError';
    this.field = field;
  }
}

/** Checks lengths, labels (0 or 1), scores (finite) and weights (finite, not negative, not all 0). */
export function checkBinary(labels: Numbers, scores: Numbers, weights?: Numbers, scoresName = 'scores'): void {
  checkRows('labels', labels, scoresName, scores);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label !== 0 && label !== 1) {
      throw new MetricInputError(`labels[${i}]`, `is ${label}: a label is 0 or 1; drop rows that have none`);
    }
  }
  checkFinite(scoresName, scores);
  if (weights !== undefined) checkWeights(weights, labels.length);
}

/** `checkBinary` for probabilities of label 1, which must also be in [0, 1]. */
export function checkForecast(labels: Numbers, probabilities: Numbers, weights?: Numbers): void {
  checkBinary(labels, probabilities, weights, 'probabilities');
  checkProbabilities('probabilities', probabilities);
}

/** Checks that two lists are of one length and not empty. */
export function checkRows(firstName: string, first: Numbers, secondName: string, second: Numbers): void {
  if (first.length === 0) throw new MetricInputError(firstName, 'is empty: give at least one row');
  if (first.length !== second.length) {
    throw new MetricInputError(
      secondName,
      `has ${second.length} rows, ${firstName} has ${first.length}: give one each`,
    );
  }
}

/** Checks that no value is NaN or infinite. */
export function checkFinite(name: string, values: Numbers): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new MetricInputError(`${name}[${i}]`, `is ${values[i]}: it must be a finite number`);
    }
  }
}

/** Checks that every value is in [0, 1]. */
export function checkProbabilities(name: string, values: Numbers): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value <= 1)) {
      throw new MetricInputError(`${name}[${i}]`, `is ${value}: it must be a probability in [0, 1]; calibrate first`);
    }
  }
}

/** Checks weights: one a row, finite, not negative, with a positive sum. */
export function checkWeights(weights: Numbers, rows: number): void {
  if (weights.length !== rows) {
    throw new MetricInputError('weights', `has ${weights.length} rows, labels has ${rows}: give one weight a row`);
  }
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new MetricInputError(`weights[${i}]`, `is ${weight}: a weight is finite and not negative`);
    }
    total += weight;
  }
  if (!(total > 0)) throw new MetricInputError('weights', 'sum to 0: at least one row must count');
}

/** Checks that a name, such as a count or a share, is a number in [low, high]. */
export function checkNumber(name: string, value: number, low: number, high = Infinity): void {
  if (!(value >= low && value <= high)) {
    const rule = high === Infinity ? `at least ${low}` : `between ${low} and ${high}`;
    throw new MetricInputError(name, `is ${value}: it must be ${rule}`);
  }
}

/** Weighted counts above each distinct score, from the highest down: one entry for each run of equal scores. */
export interface ScoreSteps {
  /** The distinct scores, falling. */
  readonly thresholds: Float64Array;
  /** Weight of positives with a score at or above the threshold. */
  readonly truePositives: Float64Array;
  /** Weight of negatives with a score at or above the threshold. */
  readonly falsePositives: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** Walks the scores from high to low, taking equal scores as one step, as scikit-learn does. */
export function scoreSteps(labels: Numbers, scores: Numbers, weights?: Numbers): ScoreSteps {
  checkBinary(labels, scores, weights);
  const order = orderByScore(scores);
  const rows = order.length;
  const thresholds = new Float64Array(rows);
  const truePositives = new Float64Array(rows);
  const falsePositives = new Float64Array(rows);
  let steps = 0;
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < rows; i++) {
    const row = order[i]!;
    const weight = weights === undefined ? 1 : weights[row]!;
    if (labels[row] === 1) positives += weight;
    else negatives += weight;
    if (i + 1 < rows && scores[order[i + 1]!] === scores[row]) continue;
    thresholds[steps] = scores[row]!;
    truePositives[steps] = positives;
    falsePositives[steps] = negatives;
    steps++;
  }
  return {
    thresholds: thresholds.slice(0, steps),
    truePositives: truePositives.slice(0, steps),
    falsePositives: falsePositives.slice(0, steps),
    positives,
    negatives,
  };
}

/** Throws when a class has no weight, since the metric named would be undefined. */
export function needBothClasses(metric: string, positives: number, negatives: number): void {
  if (positives > 0 && negatives > 0) return;
  const missing = positives > 0 ? 'negative (0)' : 'positive (1)';
  throw new MetricInputError('labels', `hold no ${missing} row: ${metric} needs both classes; take a longer window`);
}

/** Throws when no positive has weight. */
export function needPositives(metric: string, positives: number): void {
  if (positives > 0) return;
  throw new MetricInputError('labels', `hold no positive (1) row: ${metric} needs one; take a longer window`);
}
