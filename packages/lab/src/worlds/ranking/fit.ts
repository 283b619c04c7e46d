/** Real training on the observed log: lists, rewards, weights, trees. */
import {
  LearnInputError,
  tableOf,
  trainRankingTrees,
  treeMargins,
  type Table,
  type TreesModel,
} from '../../learn/index.ts';
import { NothingToLearn } from '../world.ts';
import type { FeatureOrder, RankingLog, RankingSession } from './life.ts';
import type { RankingPlan } from './plan.ts';
import { groupsOf, thinLists, withReward, type ListRows } from './rows.ts';
import { pointwise, weighRewards } from './weigh.ts';

/** Lists that are learned from at most; more are drawn down by their number. */
const MOST_LISTS = 3500;
const GROWTH = { learningRate: 0.18, maxLeaves: 8, minChildWeight: 1, l2: 5 } as const;
/** Trees of the model that imputes rewards for the doubly robust weights and estimates. */
const IMPUTING_TREES = 20;

export function tableAt(session: RankingSession, orders: readonly FeatureOrder[], rows: Uint32Array): Table {
  return tableOf(session.columns(orders, rows));
}

function learned<T>(train: () => T): T {
  try {
    return train();
  } catch (error) {
    if (error instanceof LearnInputError) throw new NothingToLearn(error.field, error.message);
    throw error;
  }
}

/** A model of the reward of a row had it been looked at: trees on clipped weighted rewards, one row at a time. */
export function imputingModel(
  table: Table,
  rewards: Float64Array,
  examined: Float64Array,
  groups: Int32Array,
): TreesModel {
  const targets = rewards.map((y, i) => Math.min(4, y / Math.max(0.2, examined[i]!)));
  return learned(() =>
    trainRankingTrees(table, targets, groups, {
      ...GROWTH,
      objective: 'pointwise',
      trees: IMPUTING_TREES,
      minChildWeight: 20,
    }),
  );
}

/**
 * Trains the ranker of a plan on these lists. `rewardAt` is the plan's reward of a row, `examinedAt` the chance that each
 * row was looked at, as the plan believes. Throws NothingToLearn where the lists hold no reward.
 */
export function fitLists(
  session: RankingSession,
  plan: RankingPlan,
  log: RankingLog,
  lists: ListRows,
  rewardAt: (row: number) => number,
  examinedAt: (rows: Uint32Array) => Float64Array,
): TreesModel {
  const { method, cap } = plan.weighting;
  const { objective } = plan.training;
  const used = thinLists(log, withReward(log, lists, rewardAt), MOST_LISTS);
  if (used.rows.length === 0)
    throw new NothingToLearn(
      'labels.reward',
      `no list holds the reward ${plan.labels.reward}; take a longer window or another reward`,
    );
  const table = tableAt(session, plan.features, used.rows);
  const rewards = Float64Array.from(used.rows, rewardAt);
  const examined = examinedAt(used.rows);
  const groups = groupsOf(used);
  const imputed =
    method === 'doubly-robust' ? treeMargins(imputingModel(table, rewards, examined, groups), table) : undefined;
  const bare = weighRewards({ rewards, examined, starts: used.starts, ...(imputed ? { imputed } : {}) }, method, cap);
  const weighed = objective === 'pointwise' ? pointwise(bare) : bare;
  return learned(() =>
    trainRankingTrees(
      table,
      weighed.relevances,
      groups,
      { ...GROWTH, objective, trees: plan.model.trees, minChildWeight: objective === 'pointwise' ? 20 : 1 },
      weighed.weights,
    ),
  );
}
