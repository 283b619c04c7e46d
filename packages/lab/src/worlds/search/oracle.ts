/** A policy that knows what sells and what is there: the best ten of every pool. */
import type { DayValues } from './behaviour.ts';
import { PLACES, POOL } from './config.ts';
import { legacyLists, type Lists } from './legacy.ts';
import type { Motion, Visits } from './motion.ts';

export function oracleLists(motion: Motion, visits: Visits, values: DayValues): Lists {
  const lists = legacyLists(motion, visits);
  const best = new Map<number, readonly number[]>();
  for (let v = 0; v < visits.count; v++) {
    const query = visits.query[v]!;
    let order = best.get(query);
    if (!order) {
      values.know(query);
      order = Array.from({ length: POOL }, (_, j) => query * POOL + j)
        .sort((a, b) => values.margin[b]! - values.margin[a]! || a - b)
        .slice(0, PLACES);
      best.set(query, order);
    }
    lists.pair.set(order, v * PLACES);
    lists.candidates[v] = Array.from({ length: POOL }, (_, j) => query * POOL + j);
    lists.age[v] = 0;
  }
  return lists;
}
