/** The history as a table of a wanted size, day by day: for benches, for files, for learning outside the lab. */
import type { TableChunk } from '../world.ts';
import { DayValues } from './behaviour.ts';
import { ECONOMICS, HISTORY_DAYS, PLACES, POOL } from './config.ts';
import { FEATURES } from './features.ts';
import { legacyLists } from './legacy.ts';
import { createMotion, createSetting, openDay } from './motion.ts';
import { settle } from './outcome.ts';
import { capacityFor } from './session.ts';
import type { Store } from './store.ts';

/** Yields exactly `rows` rows of products shown or judged over about twelve weeks, one chunk a day. A chunk is overwritten by the next. */
export function* searchTable(seed: number, rows: number): Generator<TableChunk, void, void> {
  const volume = Math.max(10, Math.ceil((rows / HISTORY_DAYS / PLACES) * 1.15));
  const motion = createMotion(createSetting(seed, volume), capacityFor(volume, 2));
  const { store } = motion;
  let left = rows;
  for (let day = 0; left > 0; day++) {
    const visits = openDay(motion, day);
    forget(store);
    settle(motion, visits, legacyLists(motion, visits), new DayValues(motion, day), ECONOMICS.oldEngineMs);
    const many = Math.min(left, store.rows);
    const cut = <T extends Float32Array | Int32Array | Uint8Array | Int16Array>(column: T): T =>
      column.subarray(0, many) as T;
    yield {
      rows: many,
      columns: {
        list: cut(store.list),
        day: cut(store.day),
        person: cut(store.person),
        query: cut(store.pair).map((pair) => (pair / POOL) | 0),
        pair: cut(store.pair),
        place: cut(store.place),
        ...Object.fromEntries(FEATURES.map((f, i) => [f.name, cut(store.features[i]!)])),
        propensity: cut(store.propensity),
        shuffled: cut(store.shuffled),
        judged: cut(store.judged),
        grade: cut(store.grade),
        clicked: cut(store.clicked),
        ordered: cut(store.ordered),
        is_machine: cut(store.machine),
        expected_margin: cut(store.worth),
      },
    };
    left -= many;
  }
}

/** Empties the store for the next day: not all that is written of a judged row is written of a shown one, and the reverse. */
function forget(store: Store): void {
  const { clicked, ordered, soldOut, judged, shuffled, machine, phone, byModel, vote, grade, basket } = store;
  for (const column of [clicked, ordered, soldOut, judged, shuffled, machine, phone, byModel])
    column.fill(0, 0, store.rows);
  for (const column of [vote, grade, basket]) column.fill(0, 0, store.rows);
  store.rows = 0;
}
