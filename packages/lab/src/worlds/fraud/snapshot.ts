/**
 * The company's tables as they stand today. Somebody who joins them to old payments gets values that were not known
 * at the time: this file makes exactly those.
 */
import { exp, log } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { DAY_SECONDS, KIND } from './config.ts';
import { normal } from './draws.ts';
import { F } from './features.ts';
import { replacedOn, type Memory } from './population.ts';
import type { Store } from './store.ts';

/** Both parts of the log, with what is needed to know what has become known. `today` counts from the first day. */
export interface Tables {
  readonly parts: readonly Store[];
  readonly rows: number;
  readonly memory: Memory;
  readonly merchants: number;
  readonly cards: number;
  readonly devices: number;
  readonly today: number;
  readonly key: number;
  readonly shown: (disputeDay: number) => number;
}

/** Visits every store of the log with the row at which it begins. */
function eachStore(tables: Tables, visit: (store: Store, first: number) => void): void {
  let first = 0;
  for (const store of tables.parts) {
    visit(store, first);
    first += store.rows;
  }
}

/** Values at the wanted rows, from the store that holds each and its place there. */
function atRows(
  tables: Tables,
  rows: Uint32Array,
  value: (store: Store, at: number, row: number) => number,
): Float32Array {
  const out = new Float32Array(rows.length);
  const [history, live] = tables.parts;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    out[i] = row < history!.rows ? value(history!, row, row) : value(live!, row - history!.rows, row);
  }
  return out;
}

function disputed(tables: Tables, store: Store, at: number): boolean {
  return store.blocked[at] === 0 && store.disputeDay[at]! >= 0 && tables.shown(store.disputeDay[at]!) <= tables.today;
}

/** Values by card and calendar period of `seconds`: how many other attempts, or how many other dollars. */
function byPeriod(tables: Tables, rows: Uint32Array, seconds: number, dollars: boolean): Float32Array {
  // Rows come in time order, so a card that enters a new period never goes back: one slot for each visit.
  const period = new Int32Array(tables.cards).fill(-1);
  const slotOfCard = new Int32Array(tables.cards);
  const slots = new Int32Array(tables.rows);
  const totals = new Float64Array(tables.rows);
  let next = 0;
  eachStore(tables, (store, first) => {
    const { card, time, amount } = store;
    for (let at = 0; at < store.rows; at++) {
      const c = card[at]!;
      const now = Math.floor(time[at]! / seconds);
      if (period[c] !== now) {
        period[c] = now;
        slotOfCard[c] = next++;
      }
      const slot = slotOfCard[c]!;
      slots[first + at] = slot;
      totals[slot] = totals[slot]! + (dollars ? amount[at]! : 1);
    }
  });
  return atRows(tables, rows, (store, at, row) => totals[slots[row]!]! - (dollars ? store.amount[at]! : 1));
}

/** Mean amount of each card over the whole log. */
function meanOfCard(tables: Tables): Float32Array {
  const sum = new Float64Array(tables.cards);
  const count = new Int32Array(tables.cards);
  eachStore(tables, (store) => {
    const { card, amount } = store;
    for (let at = 0; at < store.rows; at++) {
      const c = card[at]!;
      sum[c] = sum[c]! + amount[at]!;
      count[c] = count[c]! + 1;
    }
  });
  return Float32Array.from(sum, (total, c) => total / count[c]!);
}

function shopRate(tables: Tables, rows: Uint32Array): Float32Array {
  const days = tables.today + 1;
  const seen = new Int32Array(tables.merchants * days);
  const lost = new Int32Array(tables.merchants * days);
  const cell = (store: Store, at: number): number =>
    store.merchant[at]! * days + Math.floor(store.time[at]! / DAY_SECONDS);
  eachStore(tables, (store) => {
    const { merchant, time, disputeDay } = store;
    for (let at = 0; at < store.rows; at++) {
      const c = merchant[at]! * days + Math.floor(time[at]! / DAY_SECONDS);
      seen[c] = seen[c]! + 1;
      if (disputeDay[at]! >= 0 && disputed(tables, store, at)) lost[c] = lost[c]! + 1;
    }
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
  return atRows(tables, rows, (store, at) => rate[cell(store, at)]!);
}

function cardsOfDevice(tables: Tables, rows: Uint32Array): Float32Array {
  // Nearly every device has one card: only the others need a set.
  const first = new Int32Array(tables.devices).fill(-1);
  const count = new Int32Array(tables.devices);
  const more = new Set<number>();
  eachStore(tables, (store) => {
    for (let at = 0; at < store.rows; at++) {
      const device = store.device[at]!;
      if (device < 0) continue;
      const card = store.card[at]!;
      if (first[device]! < 0) {
        first[device] = card;
        count[device] = 1;
      } else if (first[device] !== card && !more.has(device * tables.cards + card)) {
        more.add(device * tables.cards + card);
        count[device] = count[device]! + 1;
      }
    }
  });
  return atRows(tables, rows, (store, at) => {
    const device = store.device[at]!;
    return device < 0 ? 0 : count[device]! - 1;
  });
}

/** The stored values of a feature at rows of the log, or undefined where they are what was logged. */
export function storedColumn(tables: Tables, feature: number, rows: Uint32Array): Float32Array | undefined {
  const u = (store: Store, at: number, salt: number): number => keyedUniform(tables.key ^ salt, store.unit[at]!);
  switch (feature) {
    case F.cardTx1h:
      return byPeriod(tables, rows, 3600, false);
    case F.cardTx24h:
      return byPeriod(tables, rows, DAY_SECONDS, false);
    case F.cardSpend24h:
      return byPeriod(tables, rows, DAY_SECONDS, true);
    case F.usualTicket: {
      const mean = meanOfCard(tables);
      return atRows(tables, rows, (store, at) => mean[store.card[at]!]!);
    }
    case F.amountVsUsual: {
      const mean = meanOfCard(tables);
      return atRows(tables, rows, (store, at) => log(store.amount[at]! / mean[store.card[at]!]!));
    }
    case F.merchantDisputes:
      return shopRate(tables, rows);
    case F.deviceCards7d:
      return cardsOfDevice(tables, rows);
    case F.cardState:
      return atRows(tables, rows, (store, at) => (replacedOn(tables.memory, store.card[at]!) > -1000 ? 1 : 0));
    case F.supportContacts:
      return atRows(tables, rows, (store, at) => {
        const complained = disputed(tables, store, at) && u(store, at, 1) < 0.85;
        const declined = store.blocked[at] === 1 && u(store, at, 2) < 0.3;
        return (
          store.features[feature]![at]! + (complained ? 1 + Math.floor(2 * u(store, at, 3)) : 0) + (declined ? 1 : 0)
        );
      });
    case F.deviceReputation:
      return atRows(tables, rows, (store, at) => {
        const known = store.review[at] === 2 || (disputed(tables, store, at) && store.kind[at] !== KIND.honest);
        const was = store.features[feature]![at]!;
        return known ? Math.max(was, 0.55 + 0.4 * u(store, at, 4)) : was;
      });
    case F.settleHours:
      return atRows(tables, rows, (store, at) => {
        const z = normal(u(store, at, 5));
        const held = store.kind[at] !== KIND.honest && u(store, at, 6) < 0.75;
        return store.blocked[at] === 1 ? NaN : exp(held ? 4.4 + 0.6 * z : 3 + 0.4 * z);
      });
    default:
      return undefined;
  }
}
