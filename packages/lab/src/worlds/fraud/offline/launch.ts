/** The offline stage: label, split, train, calibrate, compare with the baseline, set thresholds. */
import {
  splitByEntity,
  splitByTime,
  splitByTimeWithGap,
  splitRandom,
  thresholdByCapacity,
  type Split,
} from '../../../learn/index.ts';
import { accuracy, averagePrecision, costCurve, logLoss, rocAuc, totalCost } from '../../../metrics/index.ts';
import { scoreSteps } from '../../../metrics/input.ts';
import { shapeOf, shapesOf, type Baseline } from '../../../operate/monitors.ts';
import { labelRows, pick, type LabelledRows } from '../observe/labels.ts';
import type { ObservedLog } from '../observe/log.ts';
import type { OfflineMetric, Plan } from '../plan/types.ts';
import { RandomStream } from '../../../random/index.ts';
import { NothingToLearn } from '../../world.ts';
import type { WorldFacts, Observatory } from '../life.ts';
import { calibrated, fitCalibration, fitModel, rawScores, tableAt, type Scorer } from './fit.ts';

/** Scores on the test rows, and what they were taken from. */
export interface Trial {
  readonly log: ObservedLog;
  readonly labelled: LabelledRows;
  readonly split: Split;
  readonly test: LabelledRows;
  readonly scores: Float64Array;
  readonly baseline: Float64Array | undefined;
  readonly metric: number;
  readonly baselineMetric: number | undefined;
}

/** What goes live. */
export interface Launched {
  readonly trial: Trial;
  /** Undefined: the hand-written rule decides. */
  readonly scorer: Scorer | undefined;
  /** True where the model lost to its baseline, so that the baseline was launched. */
  readonly refused: boolean;
  /** Decline at or above this score; by payment under a threshold in money, see `declines`. */
  readonly blockAt: number;
  readonly reviewAt: number;
  /** Share of payments that would have been declined in the test. */
  readonly expectedDeclines: number;
  /** How features and scores looked on the test rows, for the monitors. */
  readonly baseline: Baseline | undefined;
}

/** Results of training by the part of the plan that they depend on; shared by all replays of one world and seed. */
export type Shelf = Map<string, unknown>;

function shelved<T>(shelf: Shelf, key: string, make: () => T): T {
  if (!shelf.has(key)) shelf.set(key, make());
  return shelf.get(key) as T;
}

function splitRows(plan: Plan, log: ObservedLog, labelled: LabelledRows, seed: number): Split {
  const { kind, testShare, gapDays } = plan.split;
  const stream = new RandomStream(seed, 'plan/split');
  if (kind === 'random') return splitRandom(labelled.rows.length, testShare, stream);
  if (kind === 'entity')
    return splitByEntity(
      Int32Array.from(labelled.rows, (row) => log.entity[row]!),
      testShare,
      stream,
    );
  const days = Float64Array.from(labelled.rows, (row) => log.day[row]!);
  // Rows younger than the maturity window have a label only where somebody chose to look: they would bias a test.
  const end = plan.labels.source === 'reviews' ? log.asOf : log.asOf - plan.labels.maturityDays;
  const first = days[0] ?? 0;
  const cut = Math.ceil(end - (end - first) * testShare);
  const whole = kind === 'time' ? splitByTime(days, cut) : splitByTimeWithGap(days, cut, gapDays);
  return { train: whole.train, test: whole.test.filter((i) => days[i]! < end) };
}

/** Dollars that the plan believes each outcome costs, by row. */
export function believedCosts(plan: Plan, facts: WorldFacts, amounts: Float32Array) {
  return {
    truePositive: 0,
    trueNegative: 0,
    falseNegative: amounts.map((a) => a + plan.goal.chargebackDollars),
    falsePositive: amounts.map((a) => a * facts.margin + plan.goal.falseDeclineDollars),
  };
}

/** The score at which declining a payment of this amount begins to pay, by the plan's own costs. */
export function breakEven(plan: Plan, facts: WorldFacts, amount: number): number {
  const miss = amount + plan.goal.chargebackDollars;
  const decline = amount * facts.margin + plan.goal.falseDeclineDollars;
  return decline / (decline + miss);
}

/** Value of the offline metric; higher is better for all but log loss and cost. `acted` is 1 where it declines. */
export function offlineMetric(
  metric: OfflineMetric,
  test: LabelledRows,
  scores: Float64Array,
  acted: Float64Array,
  costs: ReturnType<typeof believedCosts>,
): number {
  const { labels, weights } = test;
  switch (metric) {
    case 'accuracy':
      return accuracy(labels, scores, 0.5, weights);
    case 'roc-auc':
      return rocAuc(labels, scores, weights);
    case 'average-precision':
      return averagePrecision(labels, scores, weights);
    case 'log-loss':
      return logLoss(
        labels,
        scores.map((p) => Math.min(1 - 1e-6, Math.max(1e-6, p))),
        weights,
      );
    case 'cost':
      return totalCost(labels, acted, 0.5, costs, weights);
  }
}

function beats(metric: OfflineMetric, value: number, other: number): boolean {
  return metric === 'log-loss' || metric === 'cost' ? value < other : value > other;
}

/** The threshold that does best on the metric: F1 where the metric is a ranking, which has no threshold of its own. */
function bestThreshold(
  metric: OfflineMetric,
  test: LabelledRows,
  scores: Float64Array,
  costs: ReturnType<typeof believedCosts>,
): number {
  if (metric === 'cost') {
    const curve = costCurve(test.labels, scores, costs, test.weights);
    let best = 0;
    for (let i = 1; i < curve.totals.length; i++) if (curve.totals[i]! < curve.totals[best]!) best = i;
    return curve.thresholds[best]!;
  }
  const steps = scoreSteps(test.labels, scores, test.weights);
  let best = Infinity;
  let most = metric === 'accuracy' ? steps.negatives : 0;
  for (let i = 0; i < steps.thresholds.length; i++) {
    const hit = steps.truePositives[i]!;
    const alarm = steps.falsePositives[i]!;
    const value = metric === 'accuracy' ? hit + steps.negatives - alarm : (2 * hit) / (hit + alarm + steps.positives);
    if (value > most) {
      most = value;
      best = steps.thresholds[i]!;
    }
  }
  return best;
}

/** True for payments that this threshold declines. */
export function declines(plan: Plan, facts: WorldFacts, blockAt: number, score: number, amount: number): boolean {
  return plan.decision.mode === 'cost' ? score >= breakEven(plan, facts, amount) : score >= blockAt;
}

/** Order of the review queue: money at risk where the plan thinks in money, else the score. */
export function urgency(plan: Plan, score: number, amount: number): number {
  return plan.decision.mode === 'cost' ? score * amount : score;
}

/** Runs the offline stage. The same parts of a plan train once; `shelf` holds what they gave. */
export function launch(world: Observatory, plan: Plan, seed: number, shelf: Shelf): Launched {
  const { facts } = world;
  const log = shelved(shelf, 'log', () => world.log(0));
  const labelsKey = JSON.stringify(plan.labels);
  const labelled = shelved(shelf, `labels ${labelsKey}`, () => labelRows(log, plan.labels));
  const splitKey = `${labelsKey} ${JSON.stringify(plan.split)}`;
  const split = shelved(shelf, `split ${splitKey}`, () => splitRows(plan, log, labelled, seed));
  const train = shelved(shelf, `train ${splitKey}`, () => pick(labelled, split.train));
  const test = shelved(shelf, `test ${splitKey}`, () => pick(labelled, split.test));
  const frauds = test.labels.reduce((sum, label) => sum + label, 0);
  if (frauds === 0 || frauds === test.labels.length) {
    throw new NothingToLearn(
      'labels',
      `give ${frauds} fraud rows of ${test.labels.length} to test on; keep a larger test share, change the split, or shorten the maturity window`,
    );
  }
  const amounts = Float32Array.from(test.rows, (row) => log.amount[row]!);
  const costs = believedCosts(plan, facts, amounts);
  const rule = (): Float64Array => Float64Array.from(world.ruleAt(test.rows));
  const featuresKey = JSON.stringify(plan.features);
  const fitted = (kind: 'logistic' | 'trees') => {
    const key = `${splitKey} ${featuresKey} ${kind} ${plan.model.negativeRate} ${kind === 'trees' ? plan.model.trees : 0}`;
    return shelved(shelf, `fit ${key}`, () => {
      const scorer = fitModel(world, plan, kind, train, log.lot, 0);
      return { scorer, raw: rawScores(scorer, tableAt(world, plan.features, test.rows, 0)) };
    });
  };

  let scorer: Scorer | undefined;
  let scores: Float64Array;
  if (plan.model.kind === 'rule') scores = rule();
  else {
    const { scorer: bare, raw } = fitted(plan.model.kind);
    scorer = { ...bare, calibration: fitCalibration(plan.calibration, test.labels, raw, test.weights) };
    scores = calibrated(scorer, raw);
  }
  const { metric } = plan.evaluation;
  // What a score would decline: the threshold in money by payment, the best one, or the fixed one.
  const actedBy = (given: Float64Array): Float64Array => {
    const at =
      plan.decision.mode === 'best-metric' ? bestThreshold(metric, test, given, costs) : plan.decision.blockAbove;
    return given.map((score, i) => (declines(plan, facts, at, score, amounts[i]!) ? 1 : 0));
  };
  const value = offlineMetric(metric, test, scores, scorer ? actedBy(scores) : scores, costs);
  let baseline: Float64Array | undefined;
  if (plan.evaluation.baseline === 'rule') baseline = rule();
  if (plan.evaluation.baseline === 'logistic') baseline = fitted('logistic').raw;
  const baselineActed = baseline && (plan.evaluation.baseline === 'rule' ? baseline : actedBy(baseline));
  const baselineMetric = baseline && offlineMetric(metric, test, baseline, baselineActed!, costs);
  const refused = scorer !== undefined && baselineMetric !== undefined && !beats(metric, value, baselineMetric);
  const trial: Trial = { log, labelled, split, test, scores, baseline, metric: value, baselineMetric };

  if (refused && plan.evaluation.baseline === 'logistic') scorer = { ...fitted('logistic').scorer };
  if (scorer === undefined || (refused && plan.evaluation.baseline === 'rule')) {
    const flagged = rule().reduce((sum, x) => sum + x, 0);
    return {
      trial,
      scorer: undefined,
      refused,
      blockAt: 1,
      reviewAt: Infinity,
      expectedDeclines: Math.max(1e-5, flagged / test.rows.length),
      baseline: undefined,
    };
  }

  const deployedScores = refused ? baseline! : scores;
  const blockAt =
    plan.decision.mode === 'best-metric'
      ? bestThreshold(metric, test, deployedScores, costs)
      : plan.decision.blockAbove;
  let flagged = 0;
  const queue: number[] = [];
  for (let i = 0; i < deployedScores.length; i++) {
    if (declines(plan, facts, blockAt, deployedScores[i]!, amounts[i]!)) flagged++;
    else queue.push(urgency(plan, deployedScores[i]!, amounts[i]!));
  }
  const days = new Set(Int16Array.from(test.rows, (row) => log.day[row]!)).size;
  const reviewAt =
    plan.decision.review === 'band'
      ? plan.decision.reviewFrom
      : plan.decision.review === 'none' || queue.length === 0
        ? Infinity
        : thresholdByCapacity(queue, facts.reviewCapacity, days).value;
  const kind = refused ? 'logistic' : (plan.model.kind as 'logistic' | 'trees');
  if (plan.evaluation.refit) {
    const key = `refit ${labelsKey} ${featuresKey} ${kind} ${plan.model.negativeRate} ${plan.model.trees}`;
    const again = shelved(shelf, key, () => fitModel(world, plan, kind, labelled, log.lot, 0));
    scorer = { ...again, calibration: scorer.calibration };
  }
  // A sample of the test rows stands for training: enough for ten bins.
  const some = test.rows.filter((_, i) => i % 5 === 0);
  const sample = shelved(shelf, `sample ${splitKey} ${featuresKey}`, () => tableAt(world, plan.features, some, 0));
  const featureShapes = shelved(shelf, `shapes ${splitKey} ${featuresKey}`, () => shapesOf(sample));
  const shapes = { features: featureShapes, score: shapeOf(calibrated(scorer, rawScores(scorer, sample))) };
  return {
    trial,
    scorer,
    refused,
    blockAt,
    reviewAt,
    expectedDeclines: Math.max(1e-5, flagged / test.rows.length),
    baseline: shapes,
  };
}

/** Cost on the test rows of what would be launched, by the plan's own beliefs, dollars a day: the offline promise. */
export function promisedSavings(world: Observatory, plan: Plan, launched: Launched): number {
  const { trial } = launched;
  const amounts = Float32Array.from(trial.test.rows, (row) => trial.log.amount[row]!);
  const costs = believedCosts(plan, world.facts, amounts);
  const scores = launched.refused ? trial.baseline! : trial.scores;
  const acted = Float64Array.from(scores, (score, i) =>
    declines(plan, world.facts, launched.blockAt, score, amounts[i]!) || (launched.scorer === undefined && score === 1)
      ? 1
      : 0,
  );
  const nothing = totalCost(trial.test.labels, acted, Infinity, costs, trial.test.weights);
  const acting = totalCost(trial.test.labels, acted, 0.5, costs, trial.test.weights);
  const days = new Set(Int16Array.from(trial.test.rows, (row) => trial.log.day[row]!)).size;
  return (nothing - acting) / days;
}
