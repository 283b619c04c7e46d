/** Everything that was shown, in columns: what the logs have of it, and the truth beside it. One row an item shown. */
import { FEATURE_COUNT, VOLATILE } from './features.ts';

export interface Store {
  rows: number;
  /** Number of the visit, rising. */
  readonly visit: Int32Array;
  readonly day: Int16Array;
  readonly person: Int32Array;
  readonly item: Int32Array;
  readonly place: Uint8Array;
  readonly phone: Uint8Array;
  /** As logged, which is what the client counted. */
  readonly viewed: Uint8Array;
  readonly clicked: Uint8Array;
  /** Seconds on the item as logged; 0 without a click. */
  readonly seconds: Float32Array;
  readonly liked: Uint8Array;
  /** 0 not answered, 1 not pleased, 2 pleased; known the day after. */
  readonly survey: Uint8Array;
  readonly propensity: Float32Array;
  readonly shuffled: Uint8Array;
  /** 1 where the model made the list, 0 where the old policy did. */
  readonly byModel: Uint8Array;
  /** Score by which the old policy orders. */
  readonly legacyScore: Float32Array;
  /** Seconds between the clicks of the visit: machines are quick. */
  readonly pause: Float32Array;
  readonly visitSeconds: Float32Array;
  /** Truth: chance of a click when looked at, chance that a click is worth it, and what came. */
  readonly attraction: Float32Array;
  readonly worth: Float32Array;
  readonly satisfied: Uint8Array;
  readonly machine: Uint8Array;
  /** Values as of the morning, every feature. */
  readonly features: readonly Float32Array[];
  /** Values as of the morning before, for those that are volatile, in the order of VOLATILE. */
  readonly stale: readonly Float32Array[];
}

export function createStore(capacity: number): Store {
  const f32 = (): Float32Array => new Float32Array(capacity);
  const u8 = (): Uint8Array => new Uint8Array(capacity);
  return {
    rows: 0,
    visit: new Int32Array(capacity),
    day: new Int16Array(capacity),
    person: new Int32Array(capacity),
    item: new Int32Array(capacity),
    place: u8(),
    phone: u8(),
    viewed: u8(),
    clicked: u8(),
    seconds: f32(),
    liked: u8(),
    survey: u8(),
    propensity: f32(),
    shuffled: u8(),
    byModel: u8(),
    legacyScore: f32(),
    pause: f32(),
    visitSeconds: f32(),
    attraction: f32(),
    worth: f32(),
    satisfied: u8(),
    machine: u8(),
    features: Array.from({ length: FEATURE_COUNT }, f32),
    stale: VOLATILE.map(f32),
  };
}

/** Bytes of the columns. */
export function bytesOf(store: Store): number {
  let bytes = 0;
  for (const value of Object.values(store)) {
    if (ArrayBuffer.isView(value)) bytes += value.byteLength;
    else if (Array.isArray(value)) for (const column of value as Float32Array[]) bytes += column.byteLength;
  }
  return bytes;
}
