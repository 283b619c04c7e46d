/** The offline stage of a plan: rows, split, training, the metric, and whether the model may launch. */
import { treeMargins, type TreesModel } from '../../learn/index.ts';
import type { PolicyEstimate } from '../../metrics/index.ts';
import { NothingToLearn } from '../world.ts';
import type { Design } from './design.ts';
import { estimateFirstPlace, type Estimator } from './estimate.ts';
import { imputingModel, tableAt } from './fit.ts';
import type { RankingLog, RankingSession } from './life.ts';
import { mrrOf, ndcgOf, recallOf } from './offline.ts';
import type { RankingPlan } from './plan.ts';
import { groupsOf, listsWhere, testRows, thinLists, type ListRows } from './rows.ts';
import { shelved, type Shelf } from './shelf.ts';

/** Lists that the offline metric is taken on, at most. */
const MOST_TESTED = 3000;

export type Estimates = Readonly<Record<Estimator, PolicyEstimate>>;

/** `E`: the estimates, or undefined where a world's test lists allow none. */
export interface Trial<L extends RankingLog = RankingLog, E extends Estimates | undefined = Estimates | undefined> {
  readonly log: L;
  readonly all: ListRows;
  readonly train: ListRows;
  readonly test: ListRows;
  /** Reward of each test row by the plan's offline reward. */
  readonly rewards: Float64Array;
  readonly scores: Float64Array;
  readonly legacy: Float64Array;
  readonly curve: Float64Array;
  readonly metric: number;
  /** The same for the old order. */
  readonly legacyMetric: number;
  readonly estimates: E;
  /** Mean reward that the first place had in the log. */
  readonly loggedFirst: number;
  readonly power: number;
  readonly units: number;
}

export interface Launched<L extends RankingLog = RankingLog, E extends Estimates | undefined = Estimates | undefined> {
  readonly trial: Trial<L, E>;
  /** Undefined: the old order goes on. */
  readonly model: TreesModel | undefined;
  readonly refused: boolean;
}

/** What a world's own log and rewards mean to a plan. */
export interface Offline<L extends RankingLog, E extends Estimates | undefined> {
  /** Names the rows that a plan learns from, and what else decides which rows it tests on and what they are worth. */
  readonly rowsKey: string;
  readonly testKey: string;
  readonly rewardKey: string;
  /** Rows that are learned from, and those that a test may be drawn from. */
  learning(log: L): ListRows;
  testing(log: L): ListRows;
  /** What a split that is neither random nor by time keeps together. */
  groupOf(log: L, row: number): number;
  rewards(log: L, rows: Uint32Array): Float64Array;
  /** How much each place is looked at, and the chance of each row, as the plan believes. */
  curve(log: L, rows: Uint32Array): Float64Array;
  examined(log: L, curve: Float64Array, rows: Uint32Array): Float64Array;
  /** The estimates, where what is tested on was shown to somebody. */
  estimates(make: () => Estimates): E;
  design(log: L): Design;
  fit(log: L, lists: ListRows): TreesModel;
}

/** The offline metric of an order on the test lists. */
function offlineMetric(
  metric: RankingPlan['evaluation']['metric'],
  { starts }: ListRows,
  rewards: Float64Array,
  scores: ArrayLike<number>,
  estimate: () => Estimates | undefined,
): number {
  switch (metric) {
    case 'ndcg':
      return ndcgOf(starts, rewards, scores, 10);
    case 'mrr':
      return mrrOf(starts, rewards, scores);
    case 'recall':
      return recallOf(starts, rewards, scores, 3);
    default:
      return estimate()?.[metric].value ?? 0;
  }
}

/** Runs the offline stage. The same parts of a plan train once; `shelf` holds what they gave. Throws NothingToLearn. */
export function launchRanking<L extends RankingLog, E extends Estimates | undefined>(
  session: RankingSession<L>,
  plan: RankingPlan,
  seed: number,
  shelf: Shelf,
  of: Offline<L, E>,
): Launched<L, E> {
  const { evaluation, features } = plan;
  const log = shelved(shelf, 'log', () => session.log(0));
  const all = shelved(shelf, `rows ${of.rowsKey}`, () => of.learning(log));
  const splitKey = `split ${of.rowsKey} ${of.testKey} ${JSON.stringify(plan.split)}`;
  const { train, test } = shelved(shelf, splitKey, () => {
    const inTest = testRows(plan, log, seed, (row) => of.groupOf(log, row));
    return {
      train: listsWhere(log, all, (row) => !inTest(row)),
      test: thinLists(log, listsWhere(log, of.testing(log), inTest), MOST_TESTED),
    };
  });
  const learns = plan.model.kind === 'trees';
  const featuresKey = JSON.stringify(features);
  const testTable = learns
    ? shelved(shelf, `${splitKey} table ${featuresKey}`, () => tableAt(session, features, test.rows))
    : undefined;
  const key = JSON.stringify([plan.labels, features, plan.split, plan.model, plan.training, plan.weighting]);
  const fitted = learns ? shelved(shelf, `fit ${key}`, () => of.fit(log, train)) : undefined;
  const legacy = Float64Array.from(test.rows, (row) => log.legacyScore[row]!);
  const scores = fitted && testTable ? treeMargins(fitted, testTable) : legacy;
  const rewards = of.rewards(log, test.rows);
  if (!rewards.some((y) => y > 0))
    throw new NothingToLearn(
      'evaluation.reward',
      `the test lists hold no ${evaluation.reward}; test on more of them, or on another reward`,
    );
  const curve = of.curve(log, all.rows);
  const examined = of.examined(log, curve, test.rows);
  const imputed = testTable
    ? shelved(shelf, `${splitKey} imputed ${featuresKey} ${of.rewardKey} ${plan.weighting.curve}`, () =>
        treeMargins(imputingModel(testTable, rewards, examined, groupsOf(test)), testTable),
      )
    : rewards;
  const judge = (by: ArrayLike<number>) => (): Estimates =>
    estimateFirstPlace({
      lists: log,
      rows: test.rows,
      starts: test.starts,
      rewards,
      scores: by,
      imputed,
      exploration: plan.exploration.share,
      cap: plan.weighting.cap,
    });
  const estimates = of.estimates(judge(scores));
  const metric = offlineMetric(evaluation.metric, test, rewards, scores, () => estimates);
  const legacyMetric = offlineMetric(evaluation.metric, test, rewards, legacy, judge(legacy));
  const refused = learns && evaluation.baseline !== 'none' && !(metric > legacyMetric);
  const firsts: number[] = [];
  for (let q = 0; q + 1 < test.starts.length; q++)
    if (log.place[test.rows[test.starts[q]!]!] === 0) firsts.push(rewards[test.starts[q]!]!);
  const { power, units } = shelved(shelf, `design ${JSON.stringify(plan.experiment)}`, () => of.design(log));
  const trial: Trial<L, E> = {
    log,
    all,
    train,
    test,
    rewards,
    scores,
    legacy,
    curve,
    metric,
    legacyMetric,
    estimates,
    loggedFirst: firsts.reduce((a, b) => a + b, 0) / Math.max(1, firsts.length),
    power,
    units,
  };
  if (!fitted || refused) return { trial, model: undefined, refused };
  const everything = () =>
    of.fit(
      log,
      listsWhere(log, all, () => true),
    );
  const model = evaluation.refit ? shelved(shelf, `refit ${key}`, everything) : fitted;
  return { trial, model, refused };
}

/** Dollars a day that the plan promises itself: its offline lift, times what it believes a visit is worth. */
export function promised({ trial, model }: Launched, visitDollars: number, visitsPerDay: number): number {
  if (!model || !(trial.legacyMetric > 0)) return 0;
  return (trial.metric / trial.legacyMetric - 1) * visitDollars * visitsPerDay;
}
