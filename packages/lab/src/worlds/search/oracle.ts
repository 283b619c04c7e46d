/** A policy that knows what sells and what is there: the best ten of every pool. */
import type { DayValues } from './behaviour.ts';
import { PLACES, POOL } from './config.ts';
import { legacyLists, type Lists } from './legacy.ts';
import type { Motion, Visits } from './motion.ts';

export function oracleLists(motion: Motion, visits: Visits, values: DayValues): Lists {
  const lists = legacyLists(motion, visits);
  const best = new Map<number, { readonly order: Int32Array; readonly pool: Int32Array }>();
  for (let v = 0; v < visits.count; v++) {
    const query = visits.query[v]!;
    let known = best.get(query);
    if (!known) {
      values.know(query);
      const pool = Int32Array.from({ length: POOL }, (_, j) => query * POOL + j);
      const order = pool.toSorted((a, b) => values.margin[b]! - values.margin[a]! || a - b).slice(0, PLACES);
      known = { order, pool };
      best.set(query, known);
    }
    lists.pair.set(known.order, v * PLACES);
    lists.candidates[v] = known.pool;
    lists.age[v] = 0;
  }
  return lists;
}
