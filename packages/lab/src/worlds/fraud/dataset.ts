/** The history as a table of a wanted size, day by day: for benches, for files, for learning outside the lab. */
import type { TableChunk } from '../world.ts';
import { HISTORY_DAYS, KIND } from './config.ts';
import { FEATURES } from './features.ts';
import { createMotion, createSetting, liveHistory } from './motion.ts';

/** Yields exactly `transactions` rows over twelve weeks, one chunk a day. A chunk is overwritten by the next. */
export function* fraudTable(seed: number, transactions: number): Generator<TableChunk, void, void> {
  // A little more than needed each day, so that the last day holds the last row.
  const volume = Math.max(1, Math.ceil((transactions / HISTORY_DAYS) * 1.03));
  const motion = createMotion(createSetting(seed, volume), Math.ceil(volume * 2.3) + 64);
  const { store } = motion;
  let left = transactions;
  const living = liveHistory(motion, HISTORY_DAYS * 2);
  for (let step = living.next(); !step.done && left > 0; step = living.next()) {
    const rows = Math.min(left, store.rows);
    const cut = <T extends Float32Array | Int32Array | Uint8Array | Int16Array>(column: T): T =>
      column.subarray(0, rows) as T;
    yield {
      rows,
      columns: {
        time_s: cut(store.time),
        card: cut(store.card),
        merchant: cut(store.merchant),
        ...Object.fromEntries(FEATURES.map((f, i) => [f.name, cut(store.features[i]!)])),
        declined: cut(store.blocked),
        reviewed: cut(store.review),
        chargeback_day: Int16Array.from(cut(store.disputeDay), (day, i) => (store.blocked[i] === 1 ? -1 : day)),
        is_fraud: Uint8Array.from(cut(store.kind), (kind) => (kind === KIND.honest ? 0 : 1)),
      },
    };
    left -= rows;
    store.rows = 0;
  }
}
