/** One life of the fraud world from launch on. Hidden: the engine hands out only what its methods return. */
import { NO_DISPUTE, type ObservedLog } from './observe/log.ts';
import { causeKey, keyedUniform } from '../keyed.ts';
import type { DayTruth, Decisions, FeatureOrder, ServedBatch, WorldFacts, WorldSession, WorldTruth } from './life.ts';
import type { Incident } from '../types.ts';
import type { Ages } from './append.ts';
import { DAY_SECONDS, ECONOMICS, HISTORY_DAYS, KIND, LIVE_DAYS } from './config.ts';
import { activeOn, answersTo, corrupt, eventCopies, reviewStaff, shownOn, slowness, staleSince } from './faults.ts';
import { FEATURES, FEATURE_COUNT, FEATURE_INDEX, F } from './features.ts';
import { settle } from './outcome.ts';
import { cloneMemory } from './population.ts';
import { ruleAt, ruleOn } from './rule.ts';
import { storedColumn, type Tables } from './snapshot.ts';
import { createStore, type Store } from './store.ts';
import { createTape, type Tape } from './tape.ts';
import { truthOf } from './reveal.ts';
import { createMotion, dayOfPayments, liveHistory, morning, type Motion, type Setting } from './motion.ts';

const NAMES = FEATURES.map((f) => f.name);
const AGE = { request: 2, daily: 0, hourly: 1, realtime: 2 } as const;

/** What every fork of one seed shares; nothing in it changes after it is made. */
interface Launch {
  readonly motion: Motion;
  /** Logged values of history at other ages, made when first asked for. */
  readonly aged: Map<number, Store>;
  /** Stored columns as on launch day. */
  readonly stored: Map<number, Float32Array | undefined>;
  readonly tapes: Map<number, Tape>;
  /** Chargebacks that history has coming, and its rows in the log; made when first asked for. */
  coming?: readonly Coming[];
  log?: Omit<ObservedLog, 'asOf' | 'disputedOn'>;
}

/** A chargeback on its way: row of the log, day from the first on which it arrives, dollars. */
interface Coming {
  readonly row: number;
  readonly arrives: number;
  readonly amount: number;
}

export class FraudSession implements WorldSession {
  readonly facts: WorldFacts;
  readonly truth: WorldTruth;
  readonly #launch: Launch;
  readonly #motion: Motion;
  readonly #ages: Ages;
  readonly #mended = new Map<Incident, number>();
  readonly #coming: Coming[];
  #first = 0;

  private constructor(launch: Launch, motion: Motion, ages: Ages) {
    const { volume } = launch.motion.setting;
    this.#launch = launch;
    this.#motion = motion;
    this.#ages = ages;
    this.facts = {
      historyDays: HISTORY_DAYS,
      liveDays: LIVE_DAYS,
      paymentsPerDay: volume,
      reviewCapacity: Math.max(2, Math.round((volume / 1000) * ECONOMICS.reviewPerThousand)),
      reviewDollars: ECONOMICS.reviewDollars,
      margin: ECONOMICS.margin,
      chargebackDollars: ECONOMICS.chargebackFee,
    };
    launch.coming ??= awaited(launch.motion.store, 0, 0);
    this.#coming = [...launch.coming];
    this.truth = truthOf(launch.motion.setting, [launch.motion.store, motion.store]);
  }

  static atLaunch(motion: Motion): FraudSession {
    const launch = { motion, aged: new Map(), stored: new Map(), tapes: new Map() };
    return new FraudSession(launch, fork(motion, launch.tapes), new Uint8Array(FEATURE_COUNT).fill(2));
  }

  fork(orders: readonly FeatureOrder[], without?: number): FraudSession {
    const ages: Ages = new Uint8Array(FEATURE_COUNT).fill(2);
    for (const order of orders) ages[FEATURE_INDEX.get(order.name)!] = AGE[order.freshness];
    return new FraudSession(this.#launch, fork(this.#launch.motion, this.#launch.tapes, without), ages);
  }

  get #setting(): Setting {
    return this.#motion.setting;
  }

  #active(day: number): Incident[] {
    return activeOn(this.#setting.incidents, this.#mended, day);
  }

  openDay(day: number): ServedBatch {
    const motion = this.#motion;
    const active = this.#active(day);
    const today = HISTORY_DAYS + day;
    morning(motion, today);
    const first = dayOfPayments(motion, today, this.#ages, staleSince(active), eventCopies(active));
    corrupt(motion.store, first, active, this.#setting.keys.fault);
    this.#first = first;
    const { store } = motion;
    const { keys } = this.#setting;
    const rows = store.rows - first;
    const bucket = new Float32Array(rows);
    const lot = new Float32Array(rows);
    for (let i = 0; i < rows; i++) {
      bucket[i] = keyedUniform(keys.bucket, store.card[first + i]!);
      lot[i] = keyedUniform(keys.lot, store.unit[first + i]!);
    }
    return {
      day,
      rows,
      firstRow: this.#launch.motion.store.rows + first,
      amount: store.amount.slice(first, store.rows),
      bucket,
      lot,
      features: Object.fromEntries(NAMES.map((name, at) => [name, store.features[at]!.slice(first, store.rows)])),
      rule: ruleOn(store, first, store.rows),
      slowness: slowness(active, day),
    };
  }

  closeDay(day: number, decisions: Decisions): DayTruth {
    const staff = Math.round(this.facts.reviewCapacity * reviewStaff(this.#active(day)));
    const truth = settle(this.#motion, this.#first, HISTORY_DAYS + day, decisions, staff);
    this.#coming.push(...awaited(this.#motion.store, this.#first, this.#launch.motion.store.rows));
    return truth;
  }

  feed(day: number): { rows: Uint32Array; amounts: Float32Array } {
    const today = this.#coming.filter((c) => this.#shown(c.arrives) === HISTORY_DAYS + day);
    return { rows: Uint32Array.from(today, (c) => c.row), amounts: Float32Array.from(today, (c) => c.amount) };
  }

  page(day: number, target: string): boolean {
    const hit = this.#active(day).find((i) => answersTo(i, NAMES).includes(target));
    if (hit) this.#mended.set(hit, day + 1);
    return hit !== undefined;
  }

  #shown = (arrives: number): number => shownOn(arrives, this.#setting.incidents, this.#mended);

  log(asOf: number): ObservedLog {
    const history = this.#launch.motion.store;
    const live = this.#motion.store;
    const before = history.rows;
    const rows = before + live.rows;
    const past = this.#history();
    const grown = <T extends Int16Array | Int32Array | Float32Array | Uint8Array>(column: T): T => {
      const next = new (column.constructor as new (n: number) => T)(rows);
      next.set(column as never);
      return next;
    };
    const log = {
      asOf,
      rows,
      day: grown(past.day),
      hour: grown(past.hour),
      entity: grown(past.entity),
      merchant: grown(past.merchant),
      amount: grown(past.amount),
      blocked: grown(past.blocked),
      review: grown(past.review),
      disputedOn: new Int16Array(rows).fill(NO_DISPUTE),
      sameDevice: grown(past.sameDevice),
      copies: grown(past.copies),
      propensity: grown(past.propensity),
      lot: grown(past.lot),
    };
    this.#write(log, live, before);
    for (const { row, arrives } of this.#coming) {
      const shown = this.#shown(arrives) - HISTORY_DAYS;
      if (shown < asOf) log.disputedOn[row] = shown;
    }
    return log;
  }

  /** The rows of history in the log, which are the same on every day but for their chargebacks. */
  #history(): Omit<ObservedLog, 'asOf' | 'disputedOn'> {
    const launch = this.#launch;
    if (launch.log) return launch.log;
    const { store } = launch.motion;
    const { rows } = store;
    const log = {
      rows,
      day: new Int16Array(rows),
      hour: new Float32Array(rows),
      entity: new Int32Array(rows),
      merchant: new Int32Array(rows),
      amount: new Float32Array(rows),
      blocked: new Uint8Array(rows),
      review: new Uint8Array(rows),
      sameDevice: new Uint8Array(rows),
      copies: new Uint8Array(rows),
      propensity: new Float32Array(rows),
      lot: new Float32Array(rows),
    };
    this.#write(log, store, 0);
    launch.log = log;
    return log;
  }

  /** Writes the rows of a store into the log from row `before` on. */
  #write(log: Omit<ObservedLog, 'asOf' | 'disputedOn'>, s: Store, before: number): void {
    const key = causeKey(this.#setting.seed, 'sampling');
    const unknown = s.features[F.deviceNew]!;
    for (let at = 0, row = before; at < s.rows; at++, row++) {
      const time = s.time[at]!;
      const day = Math.floor(time / DAY_SECONDS);
      log.day[row] = day - HISTORY_DAYS;
      log.hour[row] = (time - day * DAY_SECONDS) / 3600;
      log.entity[row] = s.card[at]!;
      log.merchant[row] = s.merchant[at]!;
      log.amount[row] = s.amount[at]!;
      log.blocked[row] = s.blocked[at]!;
      log.review[row] = s.review[at]!;
      log.sameDevice[row] = unknown[at] === 0 ? 1 : 0;
      log.copies[row] = s.copies[at]!;
      log.propensity[row] = s.propensity[at]!;
      log.lot[row] = keyedUniform(key, s.unit[at]!);
    }
  }

  columns(orders: readonly FeatureOrder[], rows: Uint32Array, asOf: number): Record<string, Float32Array> {
    const history = this.#launch.motion.store;
    const out: Record<string, Float32Array> = {};
    for (const order of orders) {
      const at = FEATURE_INDEX.get(order.name)!;
      const stored = order.pointInTime ? undefined : this.#stored(at, rows, asOf);
      if (stored) {
        out[order.name] = stored;
        continue;
      }
      const column = new Float32Array(rows.length);
      const past = this.#aged(order.pointInTime ? AGE[order.freshness] : 2).features[at]!;
      const live = this.#motion.store.features[at]!;
      const before = history.rows;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        column[i] = row < before ? past[row]! : live[row - before]!;
      }
      out[order.name] = column;
    }
    return out;
  }

  /** History with its aggregates as they would have been logged at another age. */
  #aged(age: number): Store {
    const { motion, aged } = this.#launch;
    if (age === 2) return motion.store;
    const held = aged.get(age);
    if (held) return held;
    const again = createMotion(motion.setting, motion.store.rows + 1);
    for (const _ of liveHistory(again, HISTORY_DAYS, age));
    aged.set(age, again.store);
    return again.store;
  }

  /** Stored values at rows; those of launch day are made for the whole history once, for every fork. */
  #stored(feature: number, rows: Uint32Array, asOf: number): Float32Array | undefined {
    const { motion, stored } = this.#launch;
    if (asOf > 0) return storedColumn(this.#tables([motion.store, this.#motion.store], asOf), feature, rows);
    if (!stored.has(feature)) {
      const all = Uint32Array.from({ length: motion.store.rows }, (_, row) => row);
      stored.set(feature, storedColumn(this.#tables([motion.store], asOf), feature, all));
    }
    const held = stored.get(feature);
    if (!held) return undefined;
    const out = new Float32Array(rows.length);
    for (let i = 0; i < rows.length; i++) out[i] = held[rows[i]!]!;
    return out;
  }

  #tables(parts: readonly Store[], asOf: number): Tables {
    const { traits, keys } = this.#setting;
    return {
      parts,
      rows: parts.reduce((sum, s) => sum + s.rows, 0),
      memory: (asOf === 0 ? this.#launch.motion : this.#motion).memory,
      merchants: traits.merchants,
      cards: traits.cards,
      devices: traits.devices,
      today: HISTORY_DAYS + asOf,
      key: keys.snapshot,
      shown: this.#shown,
    };
  }

  ruleAt(rows: Uint32Array): Uint8Array {
    const history = this.#launch.motion.store;
    return Uint8Array.from(rows, (row) =>
      row < history.rows ? ruleAt(history, row) : ruleAt(this.#motion.store, row - history.rows),
    );
  }

  audit(rows: Uint32Array): Uint8Array {
    const history = this.#launch.motion.store;
    return Uint8Array.from(rows, (row) => {
      const store = row < history.rows ? history : this.#motion.store;
      const at = row < history.rows ? row : row - history.rows;
      const fraud = store.kind[at] === KIND.honest ? 0 : 1;
      return keyedUniform(this.#setting.keys.audit, store.unit[at]!) < 0.02 ? 1 - fraud : fraud;
    });
  }
}

/** Rows `from` on whose chargeback will come; `before` rows of the log stand before this store. */
function awaited(store: Store, from: number, before: number): Coming[] {
  const out: Coming[] = [];
  for (let at = from; at < store.rows; at++) {
    if (store.blocked[at] === 1 || store.disputeDay[at]! < 0) continue;
    out.push({ row: before + at, arrives: store.disputeDay[at]!, amount: store.amount[at]! });
  }
  return out;
}

/** The same world but for one incident that does not happen. */
function spared(setting: Setting, without: number): Setting {
  const gone = setting.incidents[without];
  if (!gone) throw new RangeError(`without: is ${without}; this seed has ${setting.incidents.length} incidents`);
  const campaigns =
    gone.kind === 'new-attack' ? setting.campaigns.filter((c) => c.kind !== KIND.newAttack) : setting.campaigns;
  return { ...setting, campaigns, incidents: setting.incidents.filter((i) => i !== gone) };
}

/** The state at launch, with an empty log of its own, `without` one incident by its index. */
function fork(at: Motion, tapes: Map<number, Tape>, without?: number): Motion {
  const setting = without === undefined ? at.setting : spared(at.setting, without);
  // A season changes what honest people buy: without it their days are others.
  const sameDays = without === undefined || at.setting.incidents[without]!.kind !== 'season';
  return {
    setting,
    store: createStore(Math.ceil(at.setting.volume * LIVE_DAYS * 1.1)),
    memory: cloneMemory(at.memory),
    thieves: { evasion: at.thieves.evasion.slice(), street: at.thieves.street },
    arrivals: new Map([...at.arrivals].map(([day, list]) => [day, [...list]])),
    tape: createTape(at.tape.time.length),
    tapes: sameDays ? tapes : new Map(),
  };
}
