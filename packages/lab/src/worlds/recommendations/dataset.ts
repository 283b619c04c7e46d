/** The history as a table of a wanted size, day by day: for benches, for files, for learning outside the lab. */
import type { TableChunk } from '../world.ts';
import { HISTORY_DAYS, PLACES } from './config.ts';
import { FEATURES } from './features.ts';
import { createMotion, createSetting } from './motion.ts';
import { settle } from './outcome.ts';
import { legacyLists, openMorning } from './session.ts';

/** Yields exactly `rows` rows of shown items over about twelve weeks, one chunk a day. A chunk is overwritten by the next. */
export function* recommendationsTable(seed: number, rows: number): Generator<TableChunk, void, void> {
  const volume = Math.max(10, Math.ceil((rows / HISTORY_DAYS / PLACES) * 1.15));
  const motion = createMotion(createSetting(seed, volume), Math.ceil(volume * PLACES * 3) + 64);
  const { store } = motion;
  let left = rows;
  for (let day = 0; left > 0; day++) {
    const morning = openMorning(motion, day);
    store.rows = 0;
    settle(motion, morning.visits, legacyLists(motion, morning), 0);
    const many = Math.min(left, store.rows);
    const cut = <T extends Float32Array | Int32Array | Uint8Array | Int16Array>(column: T): T =>
      column.subarray(0, many) as T;
    yield {
      rows: many,
      columns: {
        visit: cut(store.visit),
        day: cut(store.day),
        person: cut(store.person),
        item: cut(store.item),
        place: cut(store.place),
        ...Object.fromEntries(FEATURES.map((f, i) => [f.name, cut(store.features[i]!)])),
        propensity: cut(store.propensity),
        shuffled: cut(store.shuffled),
        viewed: cut(store.viewed),
        clicked: cut(store.clicked),
        seconds: cut(store.seconds),
        liked: cut(store.liked),
        survey: cut(store.survey),
        is_machine: cut(store.machine),
        was_worth_it: cut(store.satisfied),
      },
    };
    left -= many;
  }
}
