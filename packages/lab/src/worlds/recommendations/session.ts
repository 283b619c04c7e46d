/** One life of the world behind its observation: what it returns holds no truth but where it says so. */
import { keyedUniform } from '../keyed.ts';
import type { Chosen, FeatureOrder, RankingFacts, RankingDay } from '../ranking/life.ts';
import { examination } from './behaviour.ts';
import { EYES, HISTORY_DAYS, LIVE_DAYS, PLACES } from './config.ts';
import { FEATURE_INDEX, VOLATILE } from './features.ts';
import { changeUnits, ownersOf, slowness } from './incidents.ts';
import { createLists, legacyList, legacyScores, type Lists } from './legacy.ts';
import type { CandidatePlan, Candidates, LoggedDay, WorldSession, WorldTruth } from './life.ts';
import {
  activeToday,
  forkMotion,
  labelItems,
  shelfOn,
  visitId,
  visitsOn,
  type Motion,
  type Shelf,
  type Visits,
} from './motion.ts';
import { readLog, type ObservedLog } from './observe/log.ts';
import { LONG_SECONDS, settle, type DayTruth } from './outcome.ts';
import { drawCandidates } from './pool.ts';
import type { Store } from './store.ts';
import { LEAKS } from './truth.ts';
import { fillFeature, type Pairs } from './values.ts';

export interface Morning {
  readonly visits: Visits;
  readonly shelf: Shelf;
}

export function openMorning(motion: Motion, day: number): Morning {
  labelItems(motion, day);
  return { visits: visitsOn(motion, day), shelf: shelfOn(motion, day) };
}

/** Lists of the old policy for everybody. */
export function legacyLists(motion: Motion, { visits, shelf }: Morning): Lists {
  const lists = createLists(visits.count);
  const scores = legacyScores(motion, shelf, visits.day);
  for (let v = 0; v < visits.count; v++) legacyList(motion, shelf, scores, visits, v, lists);
  return lists;
}

export class RecommendationsSession implements WorldSession {
  readonly facts: RankingFacts;
  readonly truth: WorldTruth;
  /** The log of history, shared by every fork. */
  readonly #history: Store;
  /** Lives on; its own store holds the live rows. */
  readonly motion: Motion;
  #morning: Morning | undefined;

  private constructor(motion: Motion, history: Store) {
    this.motion = motion;
    this.#history = history;
    const { people, volume } = motion.setting;
    this.facts = {
      historyDays: HISTORY_DAYS,
      liveDays: LIVE_DAYS,
      visitsPerDay: volume,
      people: people.count + people.bots,
    };
    this.truth = this.#truth();
  }

  static atLaunch(motion: Motion): RecommendationsSession {
    return new RecommendationsSession(forkMotion(motion, 0), motion.store);
  }

  fork(without?: number): RecommendationsSession {
    const capacity = Math.ceil(this.motion.setting.volume * PLACES * LIVE_DAYS * 2.3);
    return new RecommendationsSession(forkMotion(this.motion, capacity, without), this.#history);
  }

  openDay(day: number): RankingDay {
    const at = day + HISTORY_DAYS;
    this.#morning = openMorning(this.motion, at);
    const { visits } = this.#morning;
    const { keys } = this.motion.setting;
    return {
      day,
      count: visits.count,
      person: visits.person.slice(),
      bucket: Float32Array.from(visits.person, (p) => this.bucketOf(p)),
      coin: Float32Array.from(visits.person, (p) => keyedUniform(keys.bucket, visitId(p, at))),
      lot: Float32Array.from(visits.person, (p) => keyedUniform(keys.lot, visitId(p, at))),
      slowness: slowness(activeToday(this.motion, at), day),
    };
  }

  bucketOf(person: number): number {
    return keyedUniform(this.motion.setting.keys.bucket, person);
  }

  candidates(which: Int32Array, plan: CandidatePlan): Candidates {
    const { visits, shelf } = this.#open();
    return drawCandidates(this.motion, shelf, visits, which, plan);
  }

  #open(): Morning {
    if (!this.#morning) throw new RangeError('day: no day is open; call openDay first');
    return this.#morning;
  }

  served(orders: readonly FeatureOrder[], given: Candidates, asStored = false): Record<string, Float32Array> {
    const { visits } = this.#open();
    const { motion } = this;
    const rows = given.item.length;
    const person = new Int32Array(rows);
    const phone = new Uint8Array(rows);
    given.visits.forEach((v, k) => {
      person.fill(visits.person[v]!, given.starts[k]!, given.starts[k + 1]!);
      phone.fill(visits.phone[v]!, given.starts[k]!, given.starts[k + 1]!);
    });
    const pairs: Pairs = { person, item: given.item, phone, from: 0, to: rows, day: visits.day };
    const active = activeToday(motion, visits.day);
    const late = !asStored && active.some((i) => i.kind === 'stale-online') ? 1 : 0;
    const copies = [motion.memory, ...motion.before];
    const out: Record<string, Float32Array> = {};
    for (const { name, freshness } of orders) {
      const f = FEATURE_INDEX.get(name)!;
      const column = new Float32Array(rows);
      const age = VOLATILE.includes(f) ? (freshness === 'daily' ? 1 : 0) + late : 0;
      fillFeature(f, this.#ground(), copies[age]!, pairs, column);
      if (name === 'title_heat') changeUnits(column, 0, rows, active);
      out[name] = column;
    }
    return out;
  }

  #ground() {
    const { setting, label, broken } = this.motion;
    return { people: setting.people, items: setting.items, label, broken };
  }

  closeDay(chosen: Chosen<Candidates>, waitMs: number): { truth: DayTruth; logged: LoggedDay } {
    const morning = this.#open();
    const { visits } = morning;
    const lists = legacyLists(this.motion, morning);
    const { candidates, picks, propensity } = chosen;
    candidates.visits.forEach((v, k) => {
      if (picks[k * PLACES]! < 0) return;
      lists.byModel[v] = 1;
      lists.shuffled[v] = 0;
      for (let j = 0; j < PLACES; j++) {
        lists.item[v * PLACES + j] = candidates.item[picks[k * PLACES + j]!]!;
        lists.propensity[v * PLACES + j] = propensity[k * PLACES + j]!;
        lists.score[v * PLACES + j] = 0;
      }
    });
    const first = this.motion.store.rows;
    const truth = settle(this.motion, visits, lists, waitMs);
    this.#morning = undefined;
    return { truth, logged: loggedDay(this.motion.store, first, visits.count, this.motion.setting.items.count) };
  }

  subscribers(): Int32Array {
    const { gone, setting } = this.motion;
    const day = this.#open().visits.day;
    const here: number[] = [];
    for (let p = 0; p < gone.length; p++) if (gone[p] === 0 && setting.people.joined[p]! <= day) here.push(p);
    return Int32Array.from(here);
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

  #at(row: number): readonly [Store, number] {
    return row < this.#history.rows ? [this.#history, row] : [this.motion.store, row - this.#history.rows];
  }

  columns(orders: readonly FeatureOrder[], rows: Uint32Array): Record<string, Float32Array> {
    const out: Record<string, Float32Array> = {};
    let pairs: Pairs | undefined;
    for (const { name, pointInTime, freshness } of orders) {
      const f = FEATURE_INDEX.get(name)!;
      const column = new Float32Array(rows.length);
      const fill = (of: (store: Store) => ArrayLike<number>): void => {
        const [past, now] = [of(this.#history), of(this.motion.store)];
        const edge = this.#history.rows;
        for (let i = 0; i < rows.length; i++) column[i] = rows[i]! < edge ? past[rows[i]!]! : now[rows[i]! - edge]!;
      };
      const stale = freshness === 'daily' ? VOLATILE.indexOf(f) : -1;
      if (pointInTime && stale >= 0) fill((s) => s.stale[stale]!);
      else if (pointInTime || name === 'phone' || name === 'item_age_days') fill((s) => s.features[f]!);
      else if (name === 'visit_seconds') fill((s) => s.visitSeconds);
      else if (name === 'shown_place') fill((s) => s.place);
      else {
        pairs ??= this.#pairsOf(rows);
        fillFeature(f, this.#ground(), this.motion.memory, pairs, column);
      }
      out[name] = column;
    }
    return out;
  }

  #pairsOf(rows: Uint32Array): Pairs {
    const person = new Int32Array(rows.length);
    const item = new Int32Array(rows.length);
    const phone = new Uint8Array(rows.length);
    rows.forEach((row, i) => {
      const [store, at] = this.#at(row);
      person[i] = store.person[at]!;
      item[i] = store.item[at]!;
      phone[i] = store.phone[at]!;
    });
    const { rows: live, day } = this.motion.store;
    const today = live > 0 ? day[live - 1]! + 1 : HISTORY_DAYS;
    return { person, item, phone, from: 0, to: rows.length, day: today };
  }

  audit(rows: Uint32Array): Uint8Array {
    return Uint8Array.from(rows, (row) => {
      const [store, at] = this.#at(row);
      const wrong = keyedUniform(this.motion.setting.keys.audit, row) < 0.08;
      return wrong ? 1 - store.satisfied[at]! : store.satisfied[at]!;
    });
  }

  #truth(): WorldTruth {
    const parts = (): readonly Store[] => [this.#history, this.motion.store];
    const join = <T extends Float32Array | Uint8Array>(of: (store: Store) => T): T => {
      const [past, now] = parts() as [Store, Store];
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
      satisfied: () => join((s) => s.satisfied),
      examination: () =>
        Float64Array.from(
          { length: PLACES },
          (_, k) => EYES.phoneShare * examination(1, k) + (1 - EYES.phoneShare) * examination(0, k),
        ),
      leakOf: (feature) => LEAKS.get(FEATURE_INDEX.get(feature) ?? -1),
    };
  }
}

/** What was logged of the newest rows, by visit. */
function loggedDay(store: Store, first: number, visits: number, items: number): LoggedDay {
  const made = {
    clicks: new Uint8Array(visits),
    longs: new Uint8Array(visits),
    likes: new Uint8Array(visits),
    views: new Uint8Array(visits),
    byModel: new Uint8Array(visits),
    pause: new Float32Array(visits),
  };
  const shown = new Int32Array(items);
  for (let row = first, v = 0; v < visits; v++) {
    made.byModel[v] = store.byModel[row]!;
    made.pause[v] = store.pause[row]!;
    for (let k = 0; k < PLACES; k++, row++) {
      shown[store.item[row]!] = shown[store.item[row]!]! + 1;
      made.views[v] = made.views[v]! + store.viewed[row]!;
      if (store.clicked[row] === 0) continue;
      made.clicks[v] = made.clicks[v]! + 1;
      if (store.seconds[row]! >= LONG_SECONDS) made.longs[v] = made.longs[v]! + 1;
      made.likes[v] = made.likes[v]! + store.liked[row]!;
    }
  }
  const top = shown
    .sort()
    .subarray(-100)
    .reduce((a, b) => a + b, 0);
  return { ...made, topShare: top / Math.max(1, visits * PLACES) };
}
