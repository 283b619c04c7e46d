/** Everything that was shown or judged, in columns: what the logs have of it, and the truth beside it. */
import { FEATURES, VOLATILE } from './features.ts';

export interface Store {
  rows: number;
  /** Number of the list, rising; a judged query is a list as well. */
  readonly list: Int32Array;
  readonly day: Int16Array;
  readonly person: Int32Array;
  readonly pair: Int32Array;
  /** 255 where it was judged and not shown. */
  readonly place: Uint8Array;
  readonly phone: Uint8Array;
  readonly clicked: Uint8Array;
  readonly ordered: Uint8Array;
  /** 1 where the product was sold out, or dearer than the list said, when it was opened. */
  readonly soldOut: Uint8Array;
  readonly judged: Uint8Array;
  /** First vote and mean of the votes, 0 to 3. */
  readonly vote: Float32Array;
  readonly grade: Float32Array;
  readonly propensity: Float32Array;
  readonly shuffled: Uint8Array;
  readonly byModel: Uint8Array;
  readonly legacyScore: Float32Array;
  /** Seconds between the clicks of the search: machines are quick. */
  readonly pause: Float32Array;
  readonly basket: Float32Array;
  /** Truth: chance of a click when looked at, margin expected when looked at. */
  readonly attraction: Float32Array;
  readonly worth: Float32Array;
  readonly machine: Uint8Array;
  readonly features: readonly Float32Array[];
  /** Values of the morning before, in the order of VOLATILE. */
  readonly stale: readonly Float32Array[];
}

export function createStore(capacity: number): Store {
  const f32 = (): Float32Array => new Float32Array(capacity);
  const u8 = (): Uint8Array => new Uint8Array(capacity);
  return {
    rows: 0,
    list: new Int32Array(capacity),
    day: new Int16Array(capacity),
    person: new Int32Array(capacity),
    pair: new Int32Array(capacity),
    place: u8(),
    phone: u8(),
    clicked: u8(),
    ordered: u8(),
    soldOut: u8(),
    judged: u8(),
    vote: f32(),
    grade: f32(),
    propensity: f32(),
    shuffled: u8(),
    byModel: u8(),
    legacyScore: f32(),
    pause: f32(),
    basket: f32(),
    attraction: f32(),
    worth: f32(),
    machine: u8(),
    features: FEATURES.map(f32),
    stale: VOLATILE.map(f32),
  };
}
