/**
 * The company's tables as they stand today. Somebody who joins them to old payments gets values that were not known
 * at the time: this file makes exactly those.
 */
import { exp, log } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { DAY_SECONDS, KIND } from './config.ts';
import { normal } from './draws.ts';
import { F } from './features.ts';
import type { Store } from './store.ts';

/** Both parts of the log, with what is needed to know what has become known. `today` counts from the first day. */
export interface Tables {
  readonly parts: readonly Store[];
  readonly rows: number;
  readonly replaced: Int16Array;
  readonly merchants: number;
  readonly cards: number;
  readonly devices: number;
  readonly today: number;
  readonly key: number;
  readonly shown: (disputeDay: number) => number;
}

function eachRow(tables: Tables, visit: (store: Store, at: number, row: number) => void): void {
  let row = 0;
  for (const store of tables.parts) for (let at = 0; at < store.rows; at++) visit(store, at, row++);
}

function disputed(tables: Tables, store: Store, at: number): boolean {
  return store.blocked[at] === 0 && store.disputeDay[at]! >= 0 && tables.shown(store.disputeDay[at]!) <= tables.today;
}

/** Values by card and calendar period of `seconds`: how many other attempts, or how many other dollars. */
function byPeriod(tables: Tables, seconds: number, dollars: boolean): Float32Array {
  // Rows come in time order, so a card that enters a new period never goes back: one slot for each visit.
  const period = new Int32Array(tables.cards).fill(-1);
  const slotOfCard = new Int32Array(tables.cards);
  const slots = new Int32Array(tables.rows);
  const totals = new Float64Array(tables.rows);
  let next = 0;
  eachRow(tables, (store, at, row) => {
    const card = store.card[at]!;
    const now = Math.floor(store.time[at]! / seconds);
    if (period[card] !== now) {
      period[card] = now;
      slotOfCard[card] = next++;
    }
    const slot = slotOfCard[card]!;
    slots[row] = slot;
    totals[slot] = totals[slot]! + (dollars ? store.amount[at]! : 1);
  });
  const out = new Float32Array(tables.rows);
  eachRow(tables, (store, at, row) => {
    out[row] = totals[slots[row]!]! - (dollars ? store.amount[at]! : 1);
  });
  return out;
}

function meanByCard(tables: Tables): Float32Array {
  const sum = new Float64Array(tables.cards);
  const count = new Int32Array(tables.cards);
  eachRow(tables, (store, at) => {
    const card = store.card[at]!;
    sum[card] = sum[card]! + store.amount[at]!;
    count[card] = count[card]! + 1;
  });
  const out = new Float32Array(tables.rows);
  eachRow(tables, (store, at, row) => (out[row] = sum[store.card[at]!]! / count[store.card[at]!]!));
  return out;
}

function shopRate(tables: Tables): Float32Array {
  const days = tables.today + 1;
  const seen = new Int32Array(tables.merchants * days);
  const lost = new Int32Array(tables.merchants * days);
  const cell = (store: Store, at: number): number =>
    store.merchant[at]! * days + Math.floor(store.time[at]! / DAY_SECONDS);
  eachRow(tables, (store, at) => {
    const c = cell(store, at);
    seen[c] = seen[c]! + 1;
    if (disputed(tables, store, at)) lost[c] = lost[c]! + 1;
  });
  const rate = new Float32Array(tables.merchants * days);
  for (let m = 0; m < tables.merchants; m++) {
    for (let d = 0; d < days; d++) {
      let n = 0;
      let x = 0;
      for (let k = Math.max(0, d - 15); k <= Math.min(days - 1, d + 15); k++) {
        n += seen[m * days + k]!;
        x += lost[m * days + k]!;
      }
      rate[m * days + d] = (1000 * (x + 0.3)) / (n + 300);
    }
  }
  const out = new Float32Array(tables.rows);
  eachRow(tables, (store, at, row) => (out[row] = rate[cell(store, at)]!));
  return out;
}

function cardsOfDevice(tables: Tables): Float32Array {
  // Nearly every device has one card: only the others need a set.
  const first = new Int32Array(tables.devices).fill(-1);
  const count = new Int32Array(tables.devices);
  const more = new Set<number>();
  eachRow(tables, (store, at) => {
    const device = store.device[at]!;
    if (device < 0) return;
    const card = store.card[at]!;
    if (first[device]! < 0) {
      first[device] = card;
      count[device] = 1;
    } else if (first[device] !== card && !more.has(device * tables.cards + card)) {
      more.add(device * tables.cards + card);
      count[device] = count[device]! + 1;
    }
  });
  const out = new Float32Array(tables.rows);
  eachRow(tables, (store, at, row) => {
    const device = store.device[at]!;
    out[row] = device < 0 ? 0 : count[device]! - 1;
  });
  return out;
}

/** The stored column of a feature for every row of the log, or undefined where it is what was logged. */
export function storedColumn(tables: Tables, feature: number): Float32Array | undefined {
  const out = new Float32Array(tables.rows);
  const u = (store: Store, at: number, salt: number): number => keyedUniform(tables.key ^ salt, store.unit[at]!);
  switch (feature) {
    case F.cardTx1h:
      return byPeriod(tables, 3600, false);
    case F.cardTx24h:
      return byPeriod(tables, DAY_SECONDS, false);
    case F.cardSpend24h:
      return byPeriod(tables, DAY_SECONDS, true);
    case F.usualTicket:
      return meanByCard(tables);
    case F.amountVsUsual: {
      const mean = meanByCard(tables);
      eachRow(tables, (store, at, row) => (out[row] = log(store.amount[at]! / mean[row]!)));
      return out;
    }
    case F.merchantDisputes:
      return shopRate(tables);
    case F.deviceCards7d:
      return cardsOfDevice(tables);
    case F.cardState:
      eachRow(tables, (store, at, row) => (out[row] = tables.replaced[store.card[at]!]! > -1000 ? 1 : 0));
      return out;
    case F.supportContacts:
      eachRow(tables, (store, at, row) => {
        const complained = disputed(tables, store, at) && u(store, at, 1) < 0.85;
        const declined = store.blocked[at] === 1 && u(store, at, 2) < 0.3;
        out[row] =
          store.features[feature]![at]! + (complained ? 1 + Math.floor(2 * u(store, at, 3)) : 0) + (declined ? 1 : 0);
      });
      return out;
    case F.deviceReputation:
      eachRow(tables, (store, at, row) => {
        const known = store.review[at] === 2 || (disputed(tables, store, at) && store.kind[at] !== KIND.honest);
        const was = store.features[feature]![at]!;
        out[row] = known ? Math.max(was, 0.55 + 0.4 * u(store, at, 4)) : was;
      });
      return out;
    case F.settleHours:
      eachRow(tables, (store, at, row) => {
        const z = normal(u(store, at, 5));
        const held = store.kind[at] !== KIND.honest && u(store, at, 6) < 0.75;
        out[row] = store.blocked[at] === 1 ? NaN : exp(held ? 4.4 + 0.6 * z : 3 + 0.4 * z);
      });
      return out;
    default:
      return undefined;
  }
}
