/** The log as the product's own systems hold it: plain columns, no truth. One row an item shown; lists lie together. */
import { HISTORY_DAYS } from '../config.ts';
import type { Store } from '../store.ts';
import type { RankingLog } from '../../ranking/life.ts';

export interface ObservedLog extends RankingLog {
  readonly item: Int32Array;
  readonly viewed: Uint8Array;
  readonly seconds: Float32Array;
  readonly liked: Uint8Array;
  /** 0 not answered (yet), 1 not pleased, 2 pleased. */
  readonly survey: Uint8Array;
}

type Column = Int32Array | Int16Array | Uint8Array | Float32Array;

/** Rows of both parts, copied. Answers to the survey come the day after. */
export function readLog(parts: readonly Store[], asOf: number): ObservedLog {
  const rows = parts.reduce((sum, s) => sum + s.rows, 0);
  const join = <T extends Column>(of: (store: Store) => T): T => {
    const out = new (of(parts[0]!).constructor as new (length: number) => T)(rows);
    let at = 0;
    for (const store of parts) {
      (out as Float32Array).set(of(store).subarray(0, store.rows) as Float32Array, at);
      at += store.rows;
    }
    return out;
  };
  const day = join((s) => s.day).map((d) => d - HISTORY_DAYS);
  return {
    rows,
    asOf,
    list: join((s) => s.visit),
    day,
    person: join((s) => s.person),
    item: join((s) => s.item),
    place: join((s) => s.place),
    phone: join((s) => s.phone),
    viewed: join((s) => s.viewed),
    clicked: join((s) => s.clicked),
    seconds: join((s) => s.seconds),
    liked: join((s) => s.liked),
    survey: join((s) => s.survey).map((answer, i) => (day[i]! >= asOf - 1 ? 0 : answer)),
    propensity: join((s) => s.propensity),
    shuffled: join((s) => s.shuffled),
    byModel: join((s) => s.byModel),
    legacyScore: join((s) => s.legacyScore),
    pause: join((s) => s.pause),
  };
}
