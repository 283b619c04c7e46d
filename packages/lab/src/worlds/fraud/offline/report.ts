/** The offline report: what the plan's own evaluation says, and the data to look at. It may lie; it sees no truth. */
import {
  accuracy,
  averagePrecision,
  brier,
  costCurve,
  expectedCalibrationError,
  logLoss,
  precisionRecallCurve,
  reliabilityBins,
  reviewAtCapacity,
  rocAuc,
  rocCurve,
} from '../../../metrics/index.ts';
import { NO_DISPUTE, type ObservedLog } from '../observe/log.ts';
import { HISTORY_DAYS } from '../config.ts';
import type { Plan } from '../plan/types.ts';
import type { BaseReport } from '../../world.ts';
import type { Observatory } from '../life.ts';
import { believedCosts, promisedSavings, type Launched } from './launch.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface OfflineReport extends BaseReport {
  readonly rows: {
    readonly labelled: number;
    readonly train: number;
    readonly test: number;
    readonly fraud: number;
    readonly testFraud: number;
  };
  readonly threshold: { readonly blockAt: number | null; readonly expectedDeclines: number };
  readonly roc: readonly Point[];
  readonly precisionRecall: readonly Point[];
  readonly calibration: readonly { readonly predicted: number; readonly observed: number; readonly weight: number }[];
  readonly cost: readonly Point[];
  readonly scores: readonly { readonly from: number; readonly honest: number; readonly fraud: number }[];
  /** Share with a chargeback by age of the payment in weeks: the label curve. */
  readonly labelCurve: readonly Point[];
  readonly slices: readonly {
    readonly slice: string;
    readonly payments: number;
    readonly fraud: number;
    readonly meanScore: number;
  }[];
  readonly features: readonly FeatureView[];
}

export interface FeatureView {
  readonly name: string;
  /** Empty share, quartiles and weeks are of a sample of all payments that were let through, labelled or not. */
  readonly nulls: number;
  readonly quartiles: readonly (number | null)[];
  /** Mean by week of history, oldest first; null where the week is empty. */
  readonly byWeek: readonly (number | null)[];
  /** Where the values of each label lie: shares of the label by bin, of labelled rows that have a value. */
  readonly bins: readonly { readonly from: number; readonly honest: number; readonly fraud: number }[];
  readonly auc: number;
  /** Share of the gain of the trees, or of the absolute coefficients; null for a rule. */
  readonly weight: number | null;
}

const POINTS = 60;

/** About POINTS points of a curve, its ends included. */
function thin(xs: Float64Array, ys: Float64Array): Point[] {
  const step = Math.max(1, Math.floor(xs.length / POINTS));
  const out: Point[] = [];
  for (let i = 0; i < xs.length; i += step) out.push({ x: xs[i]!, y: ys[i]! });
  if ((xs.length - 1) % step !== 0) out.push({ x: xs[xs.length - 1]!, y: ys[ys.length - 1]! });
  return out.filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y));
}

function labelCurve(log: ObservedLog): Point[] {
  const arrived = new Float64Array(13);
  const payments = new Float64Array(13);
  for (let row = 0; row < log.rows; row++) {
    if (log.day[row]! >= log.asOf || log.blocked[row] === 1) continue;
    // For payments of one age, count the chargebacks that had come by then.
    const age = log.asOf - log.day[row]!;
    for (let week = 1; week <= 12 && week * 7 <= age; week++) {
      payments[week] = payments[week]! + 1;
      if (log.disputedOn[row] !== NO_DISPUTE && log.disputedOn[row]! - log.day[row]! <= week * 7)
        arrived[week] = arrived[week]! + 1;
    }
  }
  return Array.from({ length: 12 }, (_, k) => ({
    x: k + 1,
    y: payments[k + 1]! > 0 ? (1000 * arrived[k + 1]!) / payments[k + 1]! : 0,
  }));
}

function slicesOf(log: ObservedLog, launched: Launched): OfflineReport['slices'] {
  const { test, scores } = launched.trial;
  const bands: Record<string, (row: number) => boolean> = {
    'below $25': (row) => log.amount[row]! < 25,
    '$25 to $100': (row) => log.amount[row]! >= 25 && log.amount[row]! < 100,
    '$100 to $400': (row) => log.amount[row]! >= 100 && log.amount[row]! < 400,
    'above $400': (row) => log.amount[row]! >= 400,
    'night, 0 to 6 h': (row) => log.hour[row]! < 6,
    'known device': (row) => log.sameDevice[row] === 1,
    'new device': (row) => log.sameDevice[row] === 0,
  };
  return Object.entries(bands).map(([slice, holds]) => {
    let payments = 0;
    let fraud = 0;
    let score = 0;
    test.rows.forEach((row, i) => {
      if (!holds(row)) return;
      payments++;
      fraud += test.labels[i]!;
      score += scores[i]!;
    });
    return { slice, payments, fraud, meanScore: payments > 0 ? score / payments : 0 };
  });
}

const SAMPLED = 40;
const BINS = 16;

/** Values by label, in bins of one width from the 1st to the 99th percentile of what is there; the ends take the rest. */
function binsOf(column: Float32Array, labels: Uint8Array, there: Float32Array): FeatureView['bins'] {
  const low = there[Math.floor(0.01 * (there.length - 1))] ?? 0;
  const high = there[Math.ceil(0.99 * (there.length - 1))] ?? 0;
  const width = (high - low) / BINS || 1;
  const counts = [new Float64Array(BINS), new Float64Array(BINS)] as const;
  const totals = [0, 0];
  column.forEach((x, i) => {
    if (x !== x) return;
    const label = labels[i] === 1 ? 1 : 0;
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((x - low) / width)));
    counts[label][bin] = counts[label][bin]! + 1;
    totals[label] = totals[label]! + 1;
  });
  const shareOf = (label: 0 | 1, bin: number): number => counts[label][bin]! / Math.max(1, totals[label]!);
  return Array.from({ length: BINS }, (_, k) => ({
    from: low + k * width,
    honest: shareOf(0, k),
    fraud: shareOf(1, k),
  }));
}

function featureViews(world: Observatory, plan: Plan, launched: Launched): FeatureView[] {
  const { log, labelled } = launched.trial;
  // All frauds and a sample of the rest: enough for a rank and for shares within a label.
  const at = [...labelled.rows.keys()].filter((i) => labelled.labels[i] === 1 || i % SAMPLED === 0);
  const rows = Uint32Array.from(at, (i) => labelled.rows[i]!);
  const labels = Uint8Array.from(at, (i) => labelled.labels[i]!);
  const columns = world.columns(plan.features, rows, 0);
  // A column against time is of all payments alike: among labelled ones the newest weeks hold little but fraud.
  const seen: number[] = [];
  for (let row = 0; row < log.rows; row++)
    if (row % SAMPLED === 0 && log.day[row]! < log.asOf && log.blocked[row] === 0) seen.push(row);
  const seenRows = Uint32Array.from(seen);
  const seenColumns = world.columns(plan.features, seenRows, 0);
  const weights = weightsOf(launched);
  return plan.features.map(({ name }, f) => {
    const column = seenColumns[name]!;
    const there = column.filter((x) => x === x).sort();
    const weeks = new Float64Array(12);
    const counts = new Float64Array(12);
    column.forEach((x, i) => {
      const week = Math.floor((log.day[seenRows[i]!]! + HISTORY_DAYS) / 7);
      if (x !== x || week < 0 || week > 11) return;
      weeks[week] = weeks[week]! + x;
      counts[week] = counts[week]! + 1;
    });
    const quartile = (q: number): number | null => there[Math.floor(q * (there.length - 1))] ?? null;
    const labelledColumn = columns[name]!;
    return {
      name,
      nulls: 1 - there.length / Math.max(1, column.length),
      quartiles: [0.25, 0.5, 0.75].map(quartile),
      byWeek: Array.from(weeks, (sum, w) => (counts[w]! > 0 ? sum / counts[w]! : null)),
      bins: binsOf(labelledColumn, labels, there),
      auc: rocAuc(
        labels,
        Float64Array.from(labelledColumn, (x) => (x === x ? x : -1e9)),
      ),
      weight: weights ? weights[f]! : null,
    };
  });
}

function weightsOf(launched: Launched): Float64Array | undefined {
  const model = launched.scorer?.model;
  if (!model) return undefined;
  const raw =
    model.kind === 'trees'
      ? model.gain
      : Float64Array.from(model.coefficients, Math.abs).subarray(0, model.names.length);
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((x) => (total > 0 ? x / total : 0));
}

/** Everything that the offline stage shows. */
export function offlineReport(world: Observatory, plan: Plan, launched: Launched): OfflineReport {
  const { log, labelled, split, test, scores, metric, baselineMetric } = launched.trial;
  const { labels, weights } = test;
  const clipped = scores.map((p) => Math.min(1 - 1e-6, Math.max(1e-6, p)));
  const amounts = Float32Array.from(test.rows, (row) => log.amount[row]!);
  const roc = rocCurve(labels, scores, weights);
  const pr = precisionRecallCurve(labels, scores, weights);
  const cost = costCurve(labels, scores, believedCosts(plan, world.facts, amounts), weights);
  const capacity = reviewAtCapacity(
    labels,
    scores,
    Float64Array.from(test.rows, (row) => log.day[row]!),
    world.facts.reviewCapacity,
  );
  const histogram = Array.from({ length: 20 }, (_, k) => ({ from: k / 20, honest: 0, fraud: 0 }));
  scores.forEach((p, i) => {
    const bin = histogram[Math.min(19, Math.floor(p * 20))]!;
    if (labels[i] === 1) bin.fraud++;
    else bin.honest++;
  });
  const count = (list: Uint8Array): number => list.reduce((a, b) => a + b, 0);
  return {
    rows: {
      labelled: labelled.rows.length,
      train: split.train.length,
      test: split.test.length,
      fraud: count(labelled.labels),
      testFraud: count(labels),
    },
    metric: {
      name: plan.evaluation.metric,
      value: metric,
      baseline: baselineMetric ?? null,
      launched: launched.refused ? 'baseline' : 'model',
    },
    metrics: {
      accuracy: accuracy(labels, scores, 0.5, weights),
      rocAuc: rocAuc(labels, scores, weights),
      averagePrecision: averagePrecision(labels, scores, weights),
      logLoss: logLoss(labels, clipped, weights),
      brier: brier(labels, scores, weights),
      calibrationError: expectedCalibrationError(labels, scores, 'mass', 10, weights),
      precisionAtCapacity: capacity.precision,
      recallAtCapacity: capacity.recall,
    },
    promisedPerDay: promisedSavings(world, plan, launched),
    threshold: {
      blockAt: Number.isFinite(launched.blockAt) ? launched.blockAt : null,
      expectedDeclines: launched.expectedDeclines,
    },
    roc: thin(roc.falsePositiveRate, roc.truePositiveRate),
    precisionRecall: thin(pr.recall, pr.precision),
    calibration: reliabilityBins(labels, scores, 'mass', 10, weights),
    cost: thin(cost.thresholds, cost.totals),
    scores: histogram,
    labelCurve: labelCurve(log),
    slices: slicesOf(log, launched),
    features: featureViews(world, plan, launched),
  };
}
