import type { Numbers } from './input.ts';
import { checkRanking, tieGroups } from './ranking.ts';

/**
 * Recall at k of one list: relevant items (relevance above 0) among the k highest scores over all relevant items; 0 when
 * there is none. Ties at the limit count in part, as if drawn at random.
 */
export function recallAtK(relevances: Numbers, scores: Numbers, k: number): number {
  checkRanking(relevances, scores, k);
  let found = 0;
  let all = 0;
  for (const { order, start, end } of tieGroups(scores)) {
    let relevant = 0;
    for (let i = start; i < end; i++) if (relevances[order[i]!]! > 0) relevant++;
    all += relevant;
    found += (relevant * Math.max(0, Math.min(end, k) - start)) / (end - start);
  }
  return all > 0 ? found / all : 0;
}
