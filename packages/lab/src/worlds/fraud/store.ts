/** Growable columnar log of payments. Hidden: it holds the truth beside what the logs show. */
import { FEATURE_COUNT } from './features.ts';

/** One row per payment attempt, in time order. */
export interface Store {
  rows: number;
  /** Seconds since the first day of history. */
  time: Int32Array;
  card: Int32Array;
  merchant: Int32Array;
  /** -1 is a device seen once only. */
  device: Int32Array;
  amount: Float32Array;
  /** Truth: a value of KIND. */
  kind: Uint8Array;
  /** Truth: day the chargeback would arrive if the payment is approved; -1 never. */
  disputeDay: Int16Array;
  /** Names the payment in every replay, whatever else changes; keys its own draws. */
  unit: Int32Array;
  campaign: Int32Array;
  /** 0 approved, 1 blocked. */
  blocked: Uint8Array;
  /** 0 not reviewed, 1 cleared, 2 found to be fraud. */
  review: Uint8Array;
  /** Copies of the row in the event log. */
  copies: Uint8Array;
  /** Chance that the row was let through; 1 except for explored rows. */
  propensity: Float32Array;
  /** Value of each feature as logged when the payment was made. */
  features: Float32Array[];
}

export function createStore(capacity: number, featureColumns: number = FEATURE_COUNT): Store {
  return {
    rows: 0,
    time: new Int32Array(capacity),
    card: new Int32Array(capacity),
    merchant: new Int32Array(capacity),
    device: new Int32Array(capacity),
    amount: new Float32Array(capacity),
    kind: new Uint8Array(capacity),
    disputeDay: new Int16Array(capacity),
    unit: new Int32Array(capacity),
    campaign: new Int32Array(capacity),
    blocked: new Uint8Array(capacity),
    review: new Uint8Array(capacity),
    copies: new Uint8Array(capacity),
    propensity: new Float32Array(capacity),
    features: Array.from({ length: featureColumns }, () => new Float32Array(capacity)),
  };
}

type Column =
  | 'time'
  | 'card'
  | 'merchant'
  | 'device'
  | 'amount'
  | 'kind'
  | 'disputeDay'
  | 'unit'
  | 'campaign'
  | 'blocked'
  | 'review'
  | 'copies'
  | 'propensity';
const COLUMNS: readonly Column[] = [
  'time',
  'card',
  'merchant',
  'device',
  'amount',
  'kind',
  'disputeDay',
  'unit',
  'campaign',
  'blocked',
  'review',
  'copies',
  'propensity',
];

function grown<T extends Int32Array | Int16Array | Uint8Array | Float32Array>(old: T, capacity: number): T {
  const next = new (old.constructor as new (n: number) => T)(capacity);
  next.set(old as never);
  return next;
}

/** Makes room for `extra` more rows. */
export function reserve(store: Store, extra: number): void {
  const need = store.rows + extra;
  if (need <= store.time.length) return;
  const capacity = Math.max(need, Math.ceil(store.time.length * 1.5));
  const target = store as unknown as Record<Column, Int32Array | Int16Array | Uint8Array | Float32Array>;
  for (const name of COLUMNS) target[name] = grown(target[name], capacity);
  store.features = store.features.map((column) => grown(column, capacity));
}

/** Bytes held by the columns. */
export function bytesOf(store: Store): number {
  const columns = COLUMNS.map((name) => store[name].byteLength);
  return [...columns, ...store.features.map((f) => f.byteLength)].reduce((a, b) => a + b, 0);
}
