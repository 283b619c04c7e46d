import { checkFinite, checkNumber, checkRows, MetricInputError, type Numbers } from './input.ts';
import { orderByScore } from './order.ts';

/** Checks the items of one ranked list: relevances (finite, not negative) and scores (finite), one each. */
export function checkRanking(relevances: Numbers, scores: Numbers, k: number): void {
  checkRows('relevances', relevances, 'scores', scores);
  checkFinite('relevances', relevances);
  checkFinite('scores', scores);
  for (let i = 0; i < relevances.length; i++) {
    if (relevances[i]! < 0) {
      throw new MetricInputError(`relevances[${i}]`, `is ${relevances[i]}: a relevance is not negative`);
    }
  }
  checkNumber('k', k, 1);
}

/** Runs of equal scores, from the highest: `order[start..end)` are the items of each. */
export function* tieGroups(scores: Numbers): Generator<{ order: Uint32Array; start: number; end: number }> {
  const order = orderByScore(scores);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++;
    yield { order, start, end };
    start = end;
  }
}
