/** The offline stage of a plan: rows, split, training, the metric, and whether the model may launch. */
import { mrrOf, ndcgOf, recallOf } from '../../ranking/offline.ts';
import { estimateFirstPlace, type Estimator } from '../../ranking/estimate.ts';
import { powerToSee } from '../../ranking/experiment.ts';
import type { PolicyEstimate } from '../../../metrics/index.ts';
import { treeMargins, type TreesModel } from '../../../learn/index.ts';
import { NothingToLearn } from '../../world.ts';
import { keyedUniform } from '../../keyed.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { listsWhere, rewardsOf, rowsFor, thinLists, type RewardRows } from '../observe/rewards.ts';
import type { Plan, Reward } from '../plan/types.ts';
import { curveOf, examinedAt, fitRanker, groupsOf, imputingModel, tableAt } from './fit.ts';

/** Lists that the offline metric is taken on, at most. */
const MOST_TESTED = 3000;

/** What was made so far, by the parts of a plan that made it; shared by every life of one seed. */
export type Shelf = Map<string, unknown>;

function shelved<T>(shelf: Shelf, key: string, make: () => T): T {
  if (!shelf.has(key)) shelf.set(key, make());
  return shelf.get(key) as T;
}

export interface Trial {
  readonly log: ObservedLog;
  readonly all: RewardRows;
  readonly train: RewardRows;
  readonly test: RewardRows;
  /** Reward of each test row by the plan's offline reward. */
  readonly rewards: Float64Array;
  readonly scores: Float64Array;
  readonly legacy: Float64Array;
  readonly curve: Float64Array;
  readonly metric: number;
  /** The same for the old order. */
  readonly legacyMetric: number;
  /** Undefined where the test lists are judgments: they were shown to nobody. */
  readonly estimates: Readonly<Record<Estimator, PolicyEstimate>> | undefined;
  /** Mean reward that the first place had in the log. */
  readonly loggedFirst: number;
  readonly power: number;
  readonly units: number;
}

export interface Launched {
  readonly trial: Trial;
  /** Undefined: the old policy goes on. */
  readonly model: TreesModel | undefined;
  readonly refused: boolean;
}

/** Train and test lists. Random and by user from a number of the list or person, by time the last days. */
function splitLists(
  plan: Plan,
  log: ObservedLog,
  all: RewardRows,
  seed: number,
): { train: RewardRows; test: RewardRows } {
  const { kind, testShare } = plan.split;
  const edge = log.asOf - Math.max(3, Math.round(plan.labels.windowDays * testShare));
  const inTest = (row: number): boolean => {
    if (kind === 'time') return log.day[row]! >= edge;
    return keyedUniform(seed ^ 0x1f3d, kind === 'query' ? log.query[row]! : log.list[row]!) < testShare;
  };
  return {
    train: listsWhere(log, all, (row) => !inTest(row)),
    test: thinLists(log, listsWhere(log, rowsFor(log, plan.labels, plan.evaluation.reward), inTest), MOST_TESTED),
  };
}

/** The offline metric of an order on the test lists. */
export function offlineMetric(
  metric: Plan['evaluation']['metric'],
  test: RewardRows,
  rewards: Float64Array,
  scores: ArrayLike<number>,
  estimate: () => Readonly<Record<Estimator, PolicyEstimate>> | undefined,
): number {
  switch (metric) {
    case 'ndcg':
      return ndcgOf(test.starts, rewards, scores, 10);
    case 'mrr':
      return mrrOf(test.starts, rewards, scores);
    case 'recall':
      return recallOf(test.starts, rewards, scores, 3);
    default:
      return estimate()?.[metric].value ?? 0;
  }
}

/** How many units the experiment will hold and what it can see, from the visits of the last four weeks. */
function designOf(plan: Plan, log: ObservedLog): { power: number; units: number } {
  const { experiment } = plan;
  if (experiment.days === 0) return { power: 0, units: 0 };
  const counts = new Map<number, { value: number; visits: number }>();
  let last = -1;
  for (let row = 0; row < log.rows; row++) {
    if (log.judged[row] === 1 || log.day[row]! < -Math.min(28, experiment.days)) continue;
    const key = experiment.unit === 'user' ? log.person[row]! : log.list[row]!;
    const unit = counts.get(key) ?? { value: 0, visits: 0 };
    if (log.list[row] !== last) unit.visits++;
    last = log.list[row]!;
    unit.value += experiment.metric === 'clicks' ? log.clicked[row]! : log.ordered[row]!;
    counts.set(key, unit);
  }
  const units = [...counts.values()];
  const days = Math.min(28, experiment.days);
  // People come again, visits do not: more days bring few new people.
  const grown = experiment.unit === 'user' ? 1 : experiment.days / days;
  const bottom = units.reduce((sum, u) => sum + u.visits, 0);
  const top = units.reduce((sum, u) => sum + u.value, 0);
  const mean = top / Math.max(1, bottom);
  const each = bottom / Math.max(1, units.length);
  let squares = 0;
  for (const u of units) {
    const rest = u.value - mean * u.visits;
    squares += rest * rest;
  }
  const deviation = Math.sqrt(squares / Math.max(1, units.length - 1)) / Math.max(1e-9, each);
  const expected = Math.round(units.length * grown);
  return { power: powerToSee({ mean, deviation }, experiment, Math.max(4, expected)), units: expected };
}

const trainingKey = (plan: Plan): string =>
  JSON.stringify([plan.labels, plan.features, plan.split, plan.model, plan.training, plan.weighting]);

/** Runs the offline stage. The same parts of a plan train once; `shelf` holds what they gave. */
export function launch(session: WorldSession, plan: Plan, seed: number, shelf: Shelf): Launched {
  const log = shelved(shelf, 'log', () => session.log(0));
  const { labels, evaluation } = plan;
  const all = shelved(shelf, `rows ${JSON.stringify(labels)}`, () => rowsFor(log, labels));
  const splitKey = `split ${JSON.stringify([labels, plan.split, evaluation.reward])}`;
  const { train, test } = shelved(shelf, splitKey, () => splitLists(plan, log, all, seed));
  const learns = plan.model.kind === 'trees';
  const featuresKey = JSON.stringify(plan.features);
  const testTable = learns
    ? shelved(shelf, `${splitKey} table ${featuresKey}`, () => tableAt(session, plan.features, test.rows))
    : undefined;
  const key = trainingKey(plan);
  const fitted = learns ? shelved(shelf, `fit ${key}`, () => fitRanker(session, plan, log, train)) : undefined;
  const legacy = Float64Array.from(test.rows, (row) => log.legacyScore[row]!);
  const scores = fitted && testTable ? treeMargins(fitted, testTable) : legacy;
  const reward: Reward = evaluation.reward;
  const rewards = rewardsOf(log, test.rows, reward, labels.votes);
  if (!rewards.some((y) => y > 0))
    throw new NothingToLearn(
      'evaluation.reward',
      `the test lists hold no ${reward}; test on more of them, or on another reward`,
    );
  const curve = curveOf(log, plan, all.rows);
  const examined = examinedAt(log, curve, test.rows);
  const imputed = testTable
    ? shelved(shelf, `${splitKey} imputed ${featuresKey} ${reward} ${plan.weighting.curve}`, () =>
        treeMargins(imputingModel(testTable, rewards, examined, groupsOf(test)), testTable),
      )
    : rewards;
  const judge = (by: ArrayLike<number>) => (): Readonly<Record<Estimator, PolicyEstimate>> =>
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
  const estimates = reward === 'judgment' ? undefined : judge(scores)();
  const metric = offlineMetric(evaluation.metric, test, rewards, scores, () => estimates);
  const legacyMetric = offlineMetric(evaluation.metric, test, rewards, legacy, judge(legacy));
  const refused = learns && evaluation.baseline === 'rule' && !(metric > legacyMetric);
  const firsts: number[] = [];
  for (let q = 0; q + 1 < test.starts.length; q++)
    if (log.place[test.rows[test.starts[q]!]!] === 0) firsts.push(rewards[test.starts[q]!]!);
  const { power, units } = shelved(shelf, `design ${JSON.stringify(plan.experiment)}`, () => designOf(plan, log));
  const trial: Trial = {
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
  const model = evaluation.refit
    ? shelved(shelf, `refit ${key}`, () =>
        fitRanker(
          session,
          plan,
          log,
          listsWhere(log, all, () => true),
        ),
      )
    : fitted;
  return { trial, model, refused };
}

/** Dollars a day that the plan promises itself: its offline lift, times what it believes a visit is worth. */
export function promisedPerDay(session: WorldSession, plan: Plan, { trial, model }: Launched): number {
  if (!model || !(trial.legacyMetric > 0)) return 0;
  return (trial.metric / trial.legacyMetric - 1) * plan.goal.searchDollars * session.facts.visitsPerDay;
}
