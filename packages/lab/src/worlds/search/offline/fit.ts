/** Real training on the observed log: lists, rewards, weights, trees. */
import {
  LearnInputError,
  tableOf,
  trainRankingTrees,
  treeMargins,
  type Table,
  type TreesModel,
} from '../../../learn/index.ts';
import { examinationCurve } from '../../ranking/curve.ts';
import type { FeatureOrder } from '../../ranking/life.ts';
import { pointwise, weighRewards } from '../../ranking/weigh.ts';
import { NothingToLearn } from '../../world.ts';
import { PLACES } from '../config.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { MOST_LISTS, rewardAt, rewardsOf, thinLists, withReward, type RewardRows } from '../observe/rewards.ts';
import type { Plan } from '../plan/types.ts';

const GROWTH = { learningRate: 0.18, maxLeaves: 8, minChildWeight: 1, l2: 5 } as const;
/** Trees of the model that imputes rewards for the doubly robust weights and estimates. */
const IMPUTING_TREES = 20;

export function tableAt(session: WorldSession, orders: readonly FeatureOrder[], rows: Uint32Array): Table {
  return tableOf(session.columns(orders, rows));
}

/** How much each place is looked at, as the plan believes; measured on clicks, whatever the reward. */
export function curveOf(log: ObservedLog, plan: Plan, rows: Uint32Array): Float64Array {
  const shown = rows.filter((row) => log.judged[row] === 0);
  return examinationCurve(log, log.clicked, shown, PLACES, plan.weighting.curve);
}

/** Chance that each row was looked at; what was judged was looked at. */
export function examinedAt(log: ObservedLog, curve: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => (log.judged[row] === 1 ? 1 : curve[log.place[row]!]!));
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

/** Number of the list of each row, from where the lists begin. */
export function groupsOf({ rows, starts }: RewardRows): Int32Array {
  const groups = new Int32Array(rows.length);
  for (let q = 0; q + 1 < starts.length; q++) groups.fill(q, starts[q]!, starts[q + 1]!);
  return groups;
}

/** Trains the ranker of a plan on these lists. Throws NothingToLearn where they hold no reward. */
export function fitRanker(session: WorldSession, plan: Plan, log: ObservedLog, lists: RewardRows): TreesModel {
  const { reward, votes } = plan.labels;
  const { method, cap } = plan.weighting;
  const { objective } = plan.training;
  const curve = curveOf(log, plan, lists.rows);
  const rewarded = withReward(log, lists, (row) => rewardAt(log, row, reward, votes));
  const used = thinLists(log, rewarded, MOST_LISTS);
  if (used.rows.length === 0)
    throw new NothingToLearn(
      'labels.reward',
      `no list holds the reward ${reward}; take a longer window or another reward`,
    );
  const table = tableAt(session, plan.features, used.rows);
  const rewards = rewardsOf(log, used.rows, reward, votes);
  const examined = examinedAt(log, curve, used.rows);
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
