import type { Numbers } from './input.ts';
import { checkRanking, tieGroups } from './ranking.ts';

/**
 * Reciprocal rank of the first relevant item (relevance above 0) of one list, 0 when there is none in the first k. Where
 * scores tie it is the expected value over random orders of the tie. Its mean over queries is the MRR.
 * Source: Voorhees 1999.
 */
export function reciprocalRank(relevances: Numbers, scores: Numbers, k = Infinity): number {
  checkRanking(relevances, scores, k);
  for (const { order, start, end } of tieGroups(scores)) {
    let relevant = 0;
    for (let i = start; i < end; i++) if (relevances[order[i]!]! > 0) relevant++;
    if (relevant === 0) continue;
    const size = end - start;
    let expected = 0;
    let reach = 1;
    // P(the first relevant item is j-th in the tie) = P(none before) * relevant / items left.
    for (let j = 0; j <= size - relevant; j++) {
      const here = reach * (relevant / (size - j));
      if (start + j < k) expected += here / (start + j + 1);
      reach -= here;
    }
    return expected;
  }
  return 0;
}
