/** One life of the world behind its observation: what it returns holds no truth but where it says so. */
import { keyedUniform } from '../keyed.ts';
import type { Chosen, FeatureOrder, RankingFacts } from '../ranking/life.ts';
import { DayValues, examination } from './behaviour.ts';
import { EYES, HISTORY_DAYS, LIVE_DAYS, PLACES, POOL, TAIL_FROM } from './config.ts';
import { FEATURE_INDEX, VOLATILE } from './features.ts';
import { ownersOf, slowness } from './incidents.ts';
import { legacyLists } from './legacy.ts';
import type { CandidatePlan, Candidates, LoggedDay, ServedDay, WorldSession, WorldTruth } from './life.ts';
import { activeToday, forkMotion, openDay, visitId, type Motion, type Visits } from './motion.ts';
import { readLog, type ObservedLog } from './observe/log.ts';
import { settle, type DayTruth } from './outcome.ts';
import type { Store } from './store.ts';
import { LEAKS } from './truth.ts';
import { fillFeature } from './values.ts';

/** Rows that a number of days can need. */
export const capacityFor = (volume: number, days: number): number => Math.ceil((volume * 2.3 + 120) * PLACES * days);

export class SearchSession implements WorldSession {
  readonly facts: RankingFacts;
  readonly truth: WorldTruth;
  readonly motion: Motion;
  /** The log of history, shared by every fork. */
  readonly #history: Store;
  #visits: Visits | undefined;

  private constructor(motion: Motion, history: Store) {
    this.motion = motion;
    this.#history = history;
    const { people, volume } = motion.setting;
    this.facts = { historyDays: HISTORY_DAYS, liveDays: LIVE_DAYS, visitsPerDay: volume, people };
    this.truth = this.#truth();
  }

  static atLaunch(motion: Motion): SearchSession {
    return new SearchSession(forkMotion(motion, 0), motion.store);
  }

  fork(without?: number): SearchSession {
    return new SearchSession(
      forkMotion(this.motion, capacityFor(this.motion.setting.volume, LIVE_DAYS), without),
      this.#history,
    );
  }

  #open(): Visits {
    if (!this.#visits) throw new RangeError('day: no day is open; call openDay first');
    return this.#visits;
  }

  openDay(day: number): ServedDay {
    const at = day + HISTORY_DAYS;
    const visits = openDay(this.motion, at);
    this.#visits = visits;
    const { keys } = this.motion.setting;
    const each = (of: (v: number) => number): Float32Array =>
      Float32Array.from({ length: visits.count }, (_, v) => of(v));
    return {
      day,
      count: visits.count,
      person: visits.person.slice(),
      bucket: each((v) => keyedUniform(keys.bucket, visits.person[v]!)),
      coin: each((v) => keyedUniform(keys.bucket, visitId(at, v))),
      lot: each((v) => keyedUniform(keys.lot, visitId(at, v))),
      tail: Uint8Array.from(visits.query, (q) => (q >= TAIL_FROM ? 1 : 0)),
      slowness: slowness(activeToday(this.motion, at), day),
    };
  }

  candidates(which: Int32Array, { source, depth, soldOut, index }: CandidatePlan): Candidates {
    const visits = this.#open();
    const { catalogue } = this.motion.setting;
    const order = { text: catalogue.byText, vector: catalogue.byVector, mixed: catalogue.mixed }[source];
    const { stock } = this.motion.copies[index === 'hourly' ? 0 : 1]!;
    const pair = new Int32Array(which.length * depth);
    const phone = new Uint8Array(which.length * depth);
    const starts = new Uint32Array(which.length + 1);
    // Where the candidates of a query were put first today: the same products are found for it again.
    const first = new Map<number, readonly [from: number, to: number]>();
    let at = 0;
    for (let k = 0; k < which.length; k++) {
      const v = which[k]!;
      const query = visits.query[v]!;
      const from = at;
      const known = first.get(query);
      if (known === undefined) {
        const base = query * POOL;
        const end = at + depth;
        for (let rank = 0; rank < POOL && at < end; rank++) {
          const p = base + order[base + rank]!;
          if (soldOut === 'drop' && stock[catalogue.item[p]!] === 0) continue;
          pair[at++] = p;
        }
        first.set(query, [from, at]);
      } else {
        pair.copyWithin(at, known[0], known[1]);
        at += known[1] - known[0];
      }
      phone.fill(visits.phone[v]!, from, at);
      starts[k + 1] = at;
    }
    const used = pair.slice(0, at);
    const group = new Uint8Array(at);
    for (let i = 0; i < at; i++) group[i] = catalogue.brand[catalogue.item[used[i]!]!]!;
    return {
      visits: which,
      starts,
      pair: used,
      phone: phone.slice(0, at),
      group,
    };
  }

  served(orders: readonly FeatureOrder[], { pair, phone }: Candidates, asStored = false): Record<string, Float32Array> {
    const { motion } = this;
    const active = activeToday(motion, this.#open().day);
    const lags = !asStored && active.some((i) => i.kind === 'counter-lag') ? 1 : 0;
    const out: Record<string, Float32Array> = {};
    for (const { name, freshness } of orders) {
      const f = FEATURE_INDEX.get(name)!;
      const column = new Float32Array(pair.length);
      const counter = name !== 'price' && name !== 'in_stock';
      const age = VOLATILE.includes(f) ? (freshness === 'daily' ? 1 : 0) + (counter ? lags : 0) : 0;
      fillFeature(f, motion, motion.copies[age]!, active, pair, phone, column);
      out[name] = column;
    }
    return out;
  }

  closeDay(
    chosen: Chosen<Candidates>,
    waitMs: number,
    index: CandidatePlan['index'],
  ): { truth: DayTruth; logged: LoggedDay } {
    const visits = this.#open();
    const lists = legacyLists(this.motion, visits);
    const { candidates, picks, propensity } = chosen;
    candidates.visits.forEach((v, k) => {
      if (picks[k * PLACES]! < 0) return;
      lists.byModel[v] = 1;
      lists.shuffled[v] = 0;
      lists.age[v] = index === 'hourly' ? 0 : 1;
      lists.candidates[v] = candidates.pair.subarray(candidates.starts[k]!, candidates.starts[k + 1]!);
      for (let j = 0; j < PLACES; j++) {
        lists.pair[v * PLACES + j] = candidates.pair[picks[k * PLACES + j]!]!;
        lists.propensity[v * PLACES + j] = propensity[k * PLACES + j]!;
        lists.score[v * PLACES + j] = 0;
      }
    });
    const first = this.motion.store.rows;
    const truth = settle(this.motion, visits, lists, new DayValues(this.motion, visits.day), waitMs);
    this.#visits = undefined;
    return { truth, logged: this.#logged(first, visits.count) };
  }

  #logged(first: number, count: number): LoggedDay {
    const { store } = this.motion;
    const price = this.motion.setting.catalogue.price;
    const made = {
      clicks: new Uint8Array(count),
      orders: new Uint8Array(count),
      margin: new Float32Array(count),
      soldOut: new Uint8Array(count),
      pause: new Float32Array(count),
    };
    for (let row = first, v = 0; v < count; v++) {
      made.pause[v] = store.pause[row]!;
      for (let k = 0; k < PLACES; k++, row++) {
        made.clicks[v] = made.clicks[v]! + store.clicked[row]!;
        made.soldOut[v] = made.soldOut[v]! + store.soldOut[row]!;
        if (store.ordered[row] === 0) continue;
        made.orders[v] = made.orders[v]! + 1;
        made.margin[v] = made.margin[v]! + 0.3 * price[this.motion.setting.catalogue.item[store.pair[row]!]!]!;
      }
    }
    return made;
  }

  page(day: number, target: string): boolean {
    const found = activeToday(this.motion, day + HISTORY_DAYS).filter((i) => ownersOf(i).includes(target));
    // Mended by tomorrow morning.
    for (const incident of found) this.motion.mended.set(incident, day + 1);
    return found.length > 0;
  }

  log(asOf: number): ObservedLog {
    return readLog([this.#history, this.motion.store], asOf);
  }

  columns(orders: readonly FeatureOrder[], rows: Uint32Array): Record<string, Float32Array> {
    const edge = this.#history.rows;
    const fill = <T extends Float32Array | Int32Array | Uint8Array>(
      out: T,
      of: (store: Store) => ArrayLike<number>,
    ): T => {
      const [past, now] = [of(this.#history), of(this.motion.store)];
      for (let i = 0; i < rows.length; i++) out[i] = rows[i]! < edge ? past[rows[i]!]! : now[rows[i]! - edge]!;
      return out;
    };
    const out: Record<string, Float32Array> = {};
    const pair = fill(new Int32Array(rows.length), (s) => s.pair);
    const phone = fill(new Uint8Array(rows.length), (s) => s.phone);
    for (const { name, pointInTime, freshness } of orders) {
      const f = FEATURE_INDEX.get(name)!;
      const column = new Float32Array(rows.length);
      const stale = freshness === 'daily' ? VOLATILE.indexOf(f) : -1;
      if (name === 'shown_place') fill(column, (s) => s.place);
      else if (name === 'basket_value') fill(column, (s) => s.basket);
      // The tables of totals know no past: they are joined as they stand, whatever was asked for.
      else if (!pointInTime || name === 'judged_grade' || name === 'pair_orders_total')
        fillFeature(f, this.motion, this.motion.now, [], pair, phone, column);
      else fill(column, (s) => (stale >= 0 ? s.stale[stale]! : s.features[f]!));
      out[name] = column;
    }
    return out;
  }

  audit(rows: Uint32Array): Uint8Array {
    const fit = this.truth.fit();
    return Uint8Array.from(rows, (row) => {
      const wrong = keyedUniform(this.motion.setting.keys.audit, row) < 0.06;
      return fit[row]! > 0.6 !== wrong ? 1 : 0;
    });
  }

  #truth(): WorldTruth {
    const join = <T extends Float32Array | Uint8Array | Int32Array>(of: (store: Store) => T): T => {
      const [past, now] = [this.#history, this.motion.store];
      const out = new (of(past).constructor as new (length: number) => T)(past.rows + now.rows);
      out.set(of(past).subarray(0, past.rows));
      out.set(of(now).subarray(0, now.rows), past.rows);
      return out;
    };
    return {
      incidents: this.motion.setting.incidents,
      attraction: () => join((s) => s.attraction),
      worth: () => join((s) => s.worth),
      machine: () => join((s) => s.machine),
      fit: () =>
        Float32Array.from(
          join((s) => s.pair),
          (p) => this.motion.setting.catalogue.fit[p]!,
        ),
      examination: () =>
        Float64Array.from(
          { length: PLACES },
          (_, k) => EYES.phoneShare * examination(1, k) + (1 - EYES.phoneShare) * examination(0, k),
        ),
      leakOf: (feature) => LEAKS.get(FEATURE_INDEX.get(feature) ?? -1),
    };
  }
}
