import { checkRows, type Numbers } from '../metrics/input.ts';
import { boost, type BoostingOptions } from './boosting.ts';
import { PairGradient } from './pair-gradient.ts';
import { queryGroups } from './query-groups.ts';
import { checkRowWeights, checkValues, LearnInputError, type Table } from './table.ts';
import type { TreesModel } from './tree-model.ts';

/**
 * What a ranker is trained to get right: each item's relevance by itself (squared error), each pair's order, or each
 * pair's order by what it does to NDCG.
 */
export type RankingObjective = 'pointwise' | 'pairwise' | 'listwise';

export interface RankingOptions extends BoostingOptions {
  /** Default 'listwise'. */
  readonly objective?: RankingObjective;
}

/**
 * Boosted trees that rank: higher `treeMargins` first. `relevances` are not negative, clicks (0 or 1) or grades;
 * `groups` names the query of each row; `weights`, such as 1 / propensity, weigh the preferred row of each pair (for
 * 'pointwise', the row). Throws LearnInputError on bad input, also when no query holds rows of different relevance.
 */
export function trainRankingTrees(
  table: Table,
  relevances: Numbers,
  groups: Numbers,
  options: RankingOptions = {},
  weights?: Numbers,
): TreesModel {
  const { objective = 'listwise' } = options;
  const targets = checkRanking(table, relevances, groups, weights);
  const rowWeights = weights === undefined ? undefined : Float64Array.from(weights);
  const settings = { minChildWeight: objective === 'pointwise' ? 1 : 0.1, l2: 1, ...options };
  if (objective === 'pointwise') {
    const base = weightedMean(targets, rowWeights);
    return boost(table, base, (margins, pairs) => fillSquaredPairs(margins, targets, rowWeights, pairs), settings);
  }
  const gradient = new PairGradient(queryGroups(groups), targets, rowWeights, objective);
  return boost(table, 0, (margins, pairs) => gradient.fill(margins, pairs), settings);
}

function checkRanking(table: Table, relevances: Numbers, groups: Numbers, weights: Numbers | undefined): Float64Array {
  if (table.rows === 0 || table.columns.length === 0) {
    throw new LearnInputError('table', 'is empty: give at least one row and one feature');
  }
  checkValues(table);
  checkRows('table', { length: table.rows }, 'relevances', relevances);
  checkRows('table', { length: table.rows }, 'groups', groups);
  if (weights !== undefined) checkRowWeights(weights, table.rows);
  const seen = new Map<number, number>();
  let differs = false;
  for (let i = 0; i < relevances.length; i++) {
    const relevance = relevances[i]!;
    if (!(relevance >= 0 && relevance <= 32)) {
      throw new LearnInputError(`relevances[${i}]`, `is ${relevance}: a relevance is between 0 and 32`);
    }
    const group = groups[i]!;
    const first = seen.get(group);
    if (first === undefined) seen.set(group, relevance);
    else if (first !== relevance) differs = true;
  }
  if (!differs) {
    throw new LearnInputError(
      'relevances',
      'are equal within every group: there is no order to learn; log more queries',
    );
  }
  return Float64Array.from(relevances);
}

function weightedMean(values: Float64Array, weights: Float64Array | undefined): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    sum += weight * values[i]!;
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/** Gradient and hessian of half the squared error. */
function fillSquaredPairs(
  margins: Float64Array,
  targets: Float64Array,
  weights: Float64Array | undefined,
  pairs: Float32Array,
): void {
  for (let i = 0; i < margins.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    pairs[2 * i] = weight * (margins[i]! - targets[i]!);
    pairs[2 * i + 1] = weight;
  }
}
