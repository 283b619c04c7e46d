import { exp, log } from '../random/elementary.ts';
import type { Numbers } from './input.ts';
import { checkRanking, tieGroups } from './ranking.ts';

/** 'linear': the relevance itself. 'exponential': 2^relevance - 1, which favours the best items more. */
export type Gain = 'linear' | 'exponential';

/** Discounted cumulative gain of the first k: sum of gain / log2(rank + 1). Tied scores share their ranks' mean. */
export function dcg(relevances: Numbers, scores: Numbers, k = Infinity, gain: Gain = 'linear'): number {
  checkRanking(relevances, scores, k);
  let sum = 0;
  for (const { order, start, end } of tieGroups(scores)) {
    if (start >= k) break;
    let gains = 0;
    for (let i = start; i < end; i++) {
      const relevance = relevances[order[i]!]!;
      gains += gain === 'linear' ? relevance : exp(relevance * Math.LN2) - 1;
    }
    let discounts = 0;
    for (let rank = start; rank < Math.min(end, k); rank++) discounts += Math.LN2 / log(rank + 2);
    sum += (gains / (end - start)) * discounts;
  }
  return sum;
}

/**
 * Normalised discounted cumulative gain of one list: DCG over the DCG of the best order; 0 for a list with nothing
 * relevant, as scikit-learn. It trusts the relevances: with clicks for relevance it rewards whatever was shown first.
 * Source: Järvelin and Kekäläinen 2002; ties as scikit-learn's `ndcg_score`.
 */
export function ndcg(relevances: Numbers, scores: Numbers, k = Infinity, gain: Gain = 'linear'): number {
  const made = dcg(relevances, scores, k, gain);
  const best = dcg(relevances, relevances, k, gain);
  return best > 0 ? made / best : 0;
}
