/** One day of payments as people and thieves make them, before any decision: the raw columns of the world. */

/** Raw columns of up to `capacity` payments; reused from day to day. */
export interface Tape {
  rows: number;
  readonly time: Int32Array;
  readonly card: Int32Array;
  readonly merchant: Int32Array;
  readonly device: Int32Array;
  readonly amount: Float32Array;
  readonly kind: Uint8Array;
  readonly disputeDay: Int16Array;
  readonly unit: Int32Array;
  readonly campaign: Int32Array;
  readonly distance: Float32Array;
  readonly ship: Uint8Array;
  readonly address: Uint8Array;
  readonly seconds: Float32Array;
  readonly pages: Uint8Array;
  readonly pasted: Uint8Array;
  readonly emailAge: Float32Array;
  readonly credentialAge: Float32Array;
  readonly support: Uint8Array;
  readonly reputation: Float32Array;
}

export function createTape(capacity: number): Tape {
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
    distance: new Float32Array(capacity),
    ship: new Uint8Array(capacity),
    address: new Uint8Array(capacity),
    seconds: new Float32Array(capacity),
    pages: new Uint8Array(capacity),
    pasted: new Uint8Array(capacity),
    emailAge: new Float32Array(capacity),
    credentialAge: new Float32Array(capacity),
    support: new Uint8Array(capacity),
    reputation: new Float32Array(capacity),
  };
}

/** The rows in use, and one row of scratch. */
export function copyTape(tape: Tape): Tape {
  const columns = Object.entries(tape).filter(([name]) => name !== 'rows') as [string, Float32Array][];
  return {
    ...Object.fromEntries(columns.map(([name, column]) => [name, column.slice(0, tape.rows + 1)])),
    rows: tape.rows,
  } as Tape;
}
