/** The log as the shop's own systems hold it: plain columns, no truth. One row a product shown or judged. */
import { HISTORY_DAYS, POOL } from '../config.ts';
import type { Store } from '../store.ts';
import type { RankingLog } from '../../ranking/life.ts';

export interface ObservedLog extends RankingLog {
  readonly query: Int32Array;
  /** Number of query and product together. */
  readonly product: Int32Array;
  readonly ordered: Uint8Array;
  readonly soldOut: Uint8Array;
  /** 1 where annotators graded the pair and nobody was shown it. */
  readonly judged: Uint8Array;
  /** First vote and mean of three, 0 to 3. */
  readonly vote: Float32Array;
  readonly grade: Float32Array;
}

type Column = Int32Array | Int16Array | Uint8Array | Float32Array;

/** Rows of both parts, copied. */
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
  return {
    rows,
    asOf,
    list: join((s) => s.list),
    day: join((s) => s.day).map((d) => d - HISTORY_DAYS),
    person: join((s) => s.person),
    query: join((s) => s.pair).map((pair) => (pair / POOL) | 0),
    product: join((s) => s.pair),
    place: join((s) => s.place),
    phone: join((s) => s.phone),
    clicked: join((s) => s.clicked),
    ordered: join((s) => s.ordered),
    soldOut: join((s) => s.soldOut),
    judged: join((s) => s.judged),
    vote: join((s) => s.vote),
    grade: join((s) => s.grade),
    propensity: join((s) => s.propensity),
    shuffled: join((s) => s.shuffled),
    byModel: join((s) => s.byModel),
    legacyScore: join((s) => s.legacyScore),
    pause: join((s) => s.pause),
  };
}
