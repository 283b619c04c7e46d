/** The world in motion: stock, prices and counters by day, and who searches for what. */
import { exp } from '../../random/index.ts';
import { causeKey, keyedUniform } from '../keyed.ts';
import { normal } from '../ranking/tables.ts';
import type { Incident } from '../types.ts';
import { CAUSES as BILLED } from './causes.ts';
import { createCatalogue, type Catalogue } from './catalogue.ts';
import {
  BRANDS,
  EYES,
  HISTORY_DAYS,
  ITEMS,
  JUDGING,
  PEOPLE_PER_SEARCH,
  PLACES,
  POOL,
  QUERIES,
  SEASON,
} from './config.ts';
import { drawIncidents } from './incidents.ts';
import { createStore, type Store } from './store.ts';

const CAUSES = [
  'who',
  'what',
  'phone',
  'price',
  'stock',
  'sales',
  'order',
  'shuffle',
  'look',
  'click',
  'buy',
  'gone',
] as const;
const MORE = ['machine', 'bucket', 'lot', 'judge', 'vote', 'audit', 'shift', 'count'] as const;
type Key = (typeof CAUSES)[number] | (typeof MORE)[number];

export interface Setting {
  readonly volume: number;
  readonly people: number;
  readonly catalogue: Catalogue;
  readonly keys: Readonly<Record<Key, number>>;
  readonly incidents: readonly Incident[];
}

export function createSetting(seed: number, volume: number): Setting {
  return {
    volume,
    people: Math.round(volume * PEOPLE_PER_SEARCH),
    catalogue: createCatalogue(seed),
    keys: Object.fromEntries([...CAUSES, ...MORE].map((name) => [name, causeKey(seed, `search/${name}`)])) as Record<
      Key,
      number
    >,
    incidents: drawIncidents(seed),
  };
}

/** What the systems hold on one morning. */
export interface Copy {
  readonly stock: Int16Array;
  readonly price: Float32Array;
  readonly pairViews: Float32Array;
  readonly pairClicks: Float32Array;
  readonly pairOrders: Float32Array;
  readonly itemViews: Float32Array;
  readonly itemClicks: Float32Array;
  readonly itemOrders: Float32Array;
  readonly brandViews: Float32Array;
  readonly brandClicks: Float32Array;
}

const emptyCopy = (): Copy => {
  const f = (n: number): Float32Array => new Float32Array(n);
  const pairs = QUERIES * POOL;
  return {
    stock: new Int16Array(ITEMS),
    price: f(ITEMS),
    pairViews: f(pairs),
    pairClicks: f(pairs),
    pairOrders: f(pairs),
    itemViews: f(ITEMS),
    itemClicks: f(ITEMS),
    itemOrders: f(ITEMS),
    brandViews: f(BRANDS),
    brandClicks: f(BRANDS),
  };
};

const copyOver = (from: Copy, to: Copy): void => {
  for (const key of Object.keys(from) as (keyof Copy)[]) (to[key] as Float32Array).set(from[key] as Float32Array);
};
const clone = (from: Copy): Copy => {
  const to = emptyCopy();
  copyOver(from, to);
  return to;
};

/** What customers make of each pair, with the season, fashion and prices that it was worked out for. */
export interface Chances {
  /** By query; NaN where nothing was worked out yet. */
  readonly season: Float64Array;
  readonly shift: Float64Array;
  /** By pair. */
  readonly price: Float32Array;
  readonly click: Float32Array;
  readonly chance: Float32Array;
  readonly order: Float32Array;
}

const noChances = (): Chances => ({
  season: new Float64Array(QUERIES).fill(NaN),
  shift: new Float64Array(QUERIES).fill(NaN),
  price: new Float32Array(QUERIES * POOL),
  click: new Float32Array(QUERIES * POOL),
  chance: new Float32Array(QUERIES * POOL),
  order: new Float32Array(QUERIES * POOL),
});

export interface Motion {
  readonly setting: Setting;
  readonly store: Store;
  /** As things are now. */
  readonly now: Copy;
  /** As the systems saw them this morning, the morning before, and the one before that. */
  copies: readonly [Copy, Copy, Copy];
  /** Lists by the model that each person has seen. */
  readonly seen: Int16Array;
  readonly ordersTotal: Float32Array;
  /** Sum and number of the grades of each pair. */
  readonly gradeSum: Float32Array;
  readonly graded: Float32Array;
  readonly mended: Map<Incident, number>;
  readonly without: number;
  lists: number;
  /** Chances as last worked out, for days without season or fashion and for the others; shared by all forks. */
  readonly chances: { readonly calm: Chances; readonly stirred: Chances };
  /** What the old engine gave away before launch, by cause. */
  readonly bill: Float64Array;
}

export function createMotion(setting: Setting, capacity: number): Motion {
  const now = emptyCopy();
  const { catalogue, keys } = setting;
  now.price.set(catalogue.price);
  for (let i = 0; i < ITEMS; i++) now.stock[i] = Math.floor(keyedUniform(keys.stock, i) * 12);
  const pairs = QUERIES * POOL;
  return {
    setting,
    store: createStore(capacity),
    now,
    copies: [clone(now), clone(now), clone(now)],
    seen: new Int16Array(setting.people),
    ordersTotal: new Float32Array(pairs),
    gradeSum: new Float32Array(pairs),
    graded: new Float32Array(pairs),
    mended: new Map(),
    without: -1,
    lists: 0,
    chances: { calm: noChances(), stirred: noChances() },
    bill: new Float64Array(BILLED.length),
  };
}

export function forkMotion(from: Motion, capacity: number, without = from.without): Motion {
  const [a, b, c] = from.copies;
  return {
    setting: from.setting,
    store: createStore(capacity),
    now: clone(from.now),
    copies: [clone(a), clone(b), clone(c)],
    seen: from.seen.slice(),
    ordersTotal: from.ordersTotal.slice(),
    gradeSum: from.gradeSum.slice(),
    graded: from.graded.slice(),
    mended: new Map(from.mended),
    without,
    lists: from.lists,
    chances: from.chances,
    bill: from.bill,
  };
}

/** Incidents that a day of the world would see if nobody mended any. */
function incidentsOn({ incidents }: Setting, at: number): Incident[] {
  return incidents.filter((i) => at - HISTORY_DAYS >= i.from && at - HISTORY_DAYS < i.until);
}

/** Incidents at work on a day of the world. */
export function activeToday({ setting, mended, without }: Motion, at: number): Incident[] {
  const spared = setting.incidents[without];
  return incidentsOn(setting, at).filter((i) => i !== spared && at - HISTORY_DAYS < (mended.get(i) ?? Infinity));
}

/** How much of the season there is, 0 to 1. */
export function seasonOn(at: number): number {
  const day = at - HISTORY_DAYS - SEASON.from;
  const falling = (SEASON.rise * 2 + SEASON.full - day) / SEASON.rise;
  return Math.max(0, Math.min(1, day / SEASON.rise, falling));
}

/** Number of a thing on a day. */
const on = (id: number, at: number): number => (Math.imul(id, 977) + at * 131_071) | 0;

/** The searches of one day. */
export interface Visits {
  readonly day: number;
  readonly count: number;
  readonly person: Int32Array;
  readonly query: Int32Array;
  readonly phone: Uint8Array;
  readonly machine: Uint8Array;
}

/** Number of a search by its day and its place in the day. */
export const visitId = (day: number, v: number): number => (day * 65_536 + v) | 0;
/** Number of a row of a search. */
export const rowId = (visit: number, k: number): number => (Math.imul(visit, 31_337) + Math.imul(k, 7919)) | 0;

/** Morning: stock and prices move, the index and the counters are copied, and the day's searches are drawn. */
export function openDay(motion: Motion, day: number): Visits {
  const { now, setting } = motion;
  const { keys, catalogue } = setting;
  const season = seasonOn(day);
  for (let i = 0; i < ITEMS; i++) {
    const id = on(i, day);
    // Other channels sell from the same shelf.
    const sold = keyedUniform(keys.sales, id) < 0.14 + 0.2 * season * catalogue.gift[i]! ? 1 : 0;
    now.stock[i] = Math.max(0, now.stock[i]! - sold);
    if (keyedUniform(keys.stock, id) < (now.stock[i] === 0 ? 0.22 : 0.03))
      now.stock[i] = now.stock[i]! + 3 + ((keyedUniform(keys.stock, id + 1) * 12) | 0);
    if (keyedUniform(keys.price, id) < 0.06)
      now.price[i] = catalogue.price[i]! * exp(0.14 * normal(keyedUniform(keys.price, id + 1)));
  }
  const [today, yesterday, older] = motion.copies;
  copyOver(now, older);
  motion.copies = [older, today, yesterday];
  if (activeToday(motion, day).some((i) => i.kind === 'frozen-index')) {
    older.stock.set(today.stock);
    older.price.set(today.price);
  }
  return drawVisits(motion, day);
}

/** How many people search on a day, and how many machines. */
function countOn(setting: Setting, day: number, active: readonly Incident[]): { honest: number; machines: number } {
  const { volume, keys } = setting;
  const weekday = [1.05, 1.02, 1, 0.98, 0.95, 0.95, 1.05][day % 7]!;
  const many =
    volume * weekday * (1 + SEASON.traffic * seasonOn(day)) + Math.sqrt(volume) * normal(keyedUniform(keys.count, day));
  const crawler = active.find((i) => i.kind === 'crawler');
  const honest = Math.max(8, Math.round(many));
  return { honest, machines: Math.round(honest * (0.01 + (crawler?.size ?? 0))) };
}

/** Rows that the days `from` to `to` of the world fill at most, when nothing is mended before its time. */
export function rowsBetween(setting: Setting, from: number, to: number): number {
  let rows = 0;
  for (let day = from; day < to; day++) {
    const { honest, machines } = countOn(setting, day, incidentsOn(setting, day));
    rows += (honest + machines) * PLACES + JUDGING.queries * JUDGING.products;
  }
  return rows;
}

function drawVisits(motion: Motion, day: number): Visits {
  const { people, keys, catalogue } = motion.setting;
  const { honest, machines } = countOn(motion.setting, day, activeToday(motion, day));
  const count = honest + machines;
  const visits: Visits = {
    day,
    count,
    person: new Int32Array(count),
    query: new Int32Array(count),
    phone: new Uint8Array(count),
    machine: new Uint8Array(count),
  };
  for (let v = 0; v < count; v++) {
    const id = visitId(day, v);
    visits.person[v] = Math.floor(keyedUniform(keys.who, id) * people);
    visits.machine[v] = v >= honest ? 1 : 0;
    visits.phone[v] = keyedUniform(keys.phone, visits.person[v]!) < EYES.phoneShare ? 1 : 0;
    const u = keyedUniform(keys.what, id);
    let low = 0;
    let high = QUERIES - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (catalogue.upTo[middle]! < u) low = middle + 1;
      else high = middle;
    }
    visits.query[v] = low;
  }
  return visits;
}

/** Counters forget a little each evening. */
export function fade(motion: Motion): void {
  const { now } = motion;
  const keys = [
    'pairViews',
    'pairClicks',
    'pairOrders',
    'itemViews',
    'itemClicks',
    'itemOrders',
    'brandViews',
    'brandClicks',
  ] as const;
  for (const key of keys) {
    const column = now[key];
    for (let i = 0; i < column.length; i++) column[i] = column[i]! * 0.96;
  }
}
