/** Training for a plan: real fits on the rows that its labels give, and scores from what was fitted. */
import {
  calibrate,
  fitIsotonic,
  fitPlatt,
  predict,
  tableOf,
  trainLogistic,
  trainTrees,
  type Calibration,
  type Model,
  type Table,
} from '../../../learn/index.ts';
import { thinNegatives, type LabelledRows } from '../observe/labels.ts';
import type { Plan } from '../plan/types.ts';
import { log1p, logit } from '../../../random/index.ts';
import { NothingToLearn } from '../../world.ts';
import type { FeatureOrder, Observatory } from '../life.ts';

/** Fraud is rare: few leaves and a firm penalty, or trees learn single cases by heart. */
const TREES = { learningRate: 0.15, maxLeaves: 8, minChildWeight: 1, l2: 4, maxBins: 128 } as const;

/** A model with what stands before and after it: logarithms of heavy-tailed columns, and a calibration. */
export interface Scorer {
  readonly model: Model;
  readonly logarithms: readonly string[];
  readonly calibration: Calibration;
}

/** Values of the plan's features at rows of the log. */
export function tableAt(world: Observatory, features: readonly FeatureOrder[], rows: Uint32Array, asOf: number): Table {
  return tableOf(world.columns(features, rows, asOf));
}

/** Fits one kind of model on these rows, honest ones thinned by the plan's rate. */
export function fitModel(
  world: Observatory,
  plan: Pick<Plan, 'features' | 'model'>,
  kind: 'logistic' | 'trees',
  labelled: LabelledRows,
  lot: Float32Array,
  asOf: number,
): Scorer {
  const kept = thinNegatives(labelled, lot, plan.model.negativeRate);
  const frauds = kept.labels.reduce((sum, label) => sum + label, 0);
  if (frauds < 5 || frauds === kept.labels.length) {
    throw new NothingToLearn(
      'labels',
      `give ${frauds} fraud rows of ${kept.labels.length} to train on; shorten the maturity window or take another source`,
    );
  }
  const table = tableAt(world, plan.features, kept.rows, asOf);
  if (kind === 'trees') {
    const model = trainTrees(table, kept.labels, { ...TREES, trees: plan.model.trees }, kept.weights);
    return { model, logarithms: [], calibration: { kind: 'none' } };
  }
  const logarithms = table.names.filter((_, c) => heavyTailed(table.columns[c]!));
  const options = { l2: 5, maxIterations: 25, tolerance: 1e-6 };
  const model = trainLogistic(withLogarithms(table, logarithms), kept.labels, options, kept.weights);
  return { model, logarithms, calibration: { kind: 'none' } };
}

function heavyTailed(column: Float32Array): boolean {
  let most = 0;
  for (const x of column) if (Math.abs(x) > most) most = Math.abs(x);
  return most > 30;
}

function withLogarithms(table: Table, names: readonly string[]): Table {
  if (names.length === 0) return table;
  const columns = table.columns.map((column, c) =>
    names.includes(table.names[c]!) ? column.map((x) => (x < 0 ? -log1p(-x) : log1p(x))) : column,
  );
  return { ...table, columns };
}

/** Scores before calibration. */
export function rawScores(scorer: Scorer, table: Table): Float64Array {
  return predict(scorer.model, withLogarithms(table, scorer.logarithms));
}

const MARGIN = 1e-9;

/** Calibration works on log-odds, where Platt's line is the right shape. */
function margins(scores: Float64Array): Float64Array {
  return scores.map((p) => logit(Math.min(1 - MARGIN, Math.max(MARGIN, p))));
}

/** Scores after calibration. */
export function calibrated(scorer: Scorer, raw: Float64Array): Float64Array {
  return scorer.calibration.kind === 'none' ? raw : calibrate(scorer.calibration, margins(raw));
}

/** Fits the calibration that a plan asks for on rows that the model has not seen. */
export function fitCalibration(
  kind: Plan['calibration'],
  labels: Uint8Array,
  raw: Float64Array,
  weights: Float64Array,
): Calibration {
  if (kind === 'none') return { kind: 'none' };
  return (kind === 'platt' ? fitPlatt : fitIsotonic)(labels, margins(raw), weights);
}
