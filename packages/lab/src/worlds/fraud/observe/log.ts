/** The observation: what the company's own tables show. Plain columns; nothing in it leads back to the truth. */

/** One row per event of the log, in time order. Days count from launch: history is negative. */
export interface ObservedLog {
  /** The day on which somebody looks. */
  readonly asOf: number;
  readonly rows: number;
  readonly day: Int16Array;
  /** Hour of the day, 0 to 24. */
  readonly hour: Float32Array;
  /** The customer's card, as a number. */
  readonly entity: Int32Array;
  readonly merchant: Int32Array;
  readonly amount: Float32Array;
  /** 1 where the payment was declined: it has no outcome. */
  readonly blocked: Uint8Array;
  /** 0 not reviewed, 1 cleared, 2 called fraud. */
  readonly review: Uint8Array;
  /** Day on which the chargeback arrived; NO_DISPUTE where none has. */
  readonly disputedOn: Int16Array;
  /** 1 where the payment came from a device that the card had used before: evidence against a claim of theft. */
  readonly sameDevice: Uint8Array;
  /** Times the event stands in the raw log. */
  readonly copies: Uint8Array;
  /** Chance that the row was let through; 1 except where it was explored. */
  readonly propensity: Float32Array;
  /** A stable random number of the event on [0, 1), for sampling. */
  readonly lot: Float32Array;
}

export const NO_DISPUTE = 32_767;
