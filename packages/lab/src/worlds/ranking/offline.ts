/** List metrics over many lists at once: means over those lists that hold a reward. */
import { exp, log } from '../../random/index.ts';

const DISCOUNT = Float64Array.from({ length: 512 }, (_, rank) => Math.LN2 / log(rank + 2));
const gainOf = (reward: number): number => (reward === 1 ? 1 : exp(reward * Math.LN2) - 1);

/** Rows of one list by falling score; equal scores stay in the order of the log. */
function ordered(from: number, to: number, scores: ArrayLike<number>): number[] {
  const order: number[] = [];
  for (let i = from; i < to; i++) order.push(i);
  return order.sort((a, b) => scores[b]! - scores[a]! || a - b);
}

function meanOverLists(
  starts: Uint32Array,
  rewards: ArrayLike<number>,
  value: (from: number, to: number) => number,
): number {
  let sum = 0;
  let lists = 0;
  for (let q = 0; q + 1 < starts.length; q++) {
    let any = false;
    for (let i = starts[q]!; i < starts[q + 1]!; i++) any ||= rewards[i]! > 0;
    if (!any) continue;
    sum += value(starts[q]!, starts[q + 1]!);
    lists++;
  }
  return lists > 0 ? sum / lists : 0;
}

/** Mean NDCG of the first k, gains 2^reward - 1; see metrics/ndcg.ts for the formula and its source. */
export function ndcgOf(starts: Uint32Array, rewards: ArrayLike<number>, scores: ArrayLike<number>, k: number): number {
  return meanOverLists(starts, rewards, (from, to) => {
    const sum = (by: ArrayLike<number>): number =>
      ordered(from, to, by)
        .slice(0, k)
        .reduce((total, i, rank) => total + gainOf(rewards[i]!) * DISCOUNT[rank]!, 0);
    return sum(scores) / sum(rewards);
  });
}

/** Mean of 1 / rank of the first rewarded item. */
export function mrrOf(starts: Uint32Array, rewards: ArrayLike<number>, scores: ArrayLike<number>): number {
  return meanOverLists(starts, rewards, (from, to) => {
    const rank = ordered(from, to, scores).findIndex((i) => rewards[i]! > 0);
    return 1 / (rank + 1);
  });
}

/** Mean share of the rewarded items of a list that are among its first k. */
export function recallOf(
  starts: Uint32Array,
  rewards: ArrayLike<number>,
  scores: ArrayLike<number>,
  k: number,
): number {
  return meanOverLists(starts, rewards, (from, to) => {
    const order = ordered(from, to, scores);
    const all = order.filter((i) => rewards[i]! > 0).length;
    return order.slice(0, k).filter((i) => rewards[i]! > 0).length / all;
  });
}
