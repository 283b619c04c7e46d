/** One life of the fraud world as the stages see it. A session is hidden; all it returns to learning and serving is plain data. */
import type { ObservedLog } from './observe/log.ts';
import type { Freshness, Incident } from '../types.ts';

/** A feature as a plan orders it. */
export interface FeatureOrder {
  readonly name: string;
  readonly pointInTime: boolean;
  readonly freshness: Freshness;
}

/** The payments of one live day as serving sees them: no outcome, no truth. */
export interface ServedBatch {
  readonly day: number;
  readonly rows: number;
  /** Row of the log at which the batch begins. */
  readonly firstRow: number;
  readonly amount: Float32Array;
  /** Uniform on [0, 1) by customer: who is in the canary. */
  readonly bucket: Float32Array;
  /** Uniform on [0, 1) by payment: which would-be declines are explored. */
  readonly lot: Float32Array;
  /** Served values by feature name, for every feature of the catalogue. */
  readonly features: Readonly<Record<string, Float32Array>>;
  /** 1 where the hand-written rule would decline. */
  readonly rule: Uint8Array;
  /** Factor on the latency of the feature store today; 1 in order. */
  readonly slowness: number;
}

/** What a plan decided about a batch. */
export interface Decisions {
  /** A value of DECISION for each row. */
  readonly action: Uint8Array;
  /** Chance with which the row was let through, where it was explored. */
  readonly propensity: Float32Array;
  /** Milliseconds at checkout that customers waited on average. */
  readonly waitMs: number;
}

/** The truth of one live day: money, and counts. Never shown before the post-mortem. */
export interface DayTruth {
  readonly money: Float64Array;
  readonly payments: number;
  readonly frauds: number;
  readonly fraudsStopped: number;
  readonly honestDeclined: number;
  readonly reviewed: number;
  readonly reviewOverflow: number;
  readonly fraudDollars: number;
}

export interface WorldFacts {
  readonly historyDays: number;
  readonly liveDays: number;
  readonly paymentsPerDay: number;
  readonly reviewCapacity: number;
  readonly reviewDollars: number;
  readonly margin: number;
  readonly chargebackDollars: number;
}

/** The company's own windows on the world: all that training, reports, monitors and a person may look through. */
export interface Observatory {
  readonly facts: WorldFacts;
  /** The chargebacks that the feed brought on a live day (history is negative): rows of the log, and dollars. */
  feed(day: number): { readonly rows: Uint32Array; readonly amounts: Float32Array };
  /** The log as known at the start of live day `asOf`; 0 is launch day. */
  log(asOf: number): ObservedLog;
  /** Values of ordered features at rows of the log. Without point in time, as the tables stand on day `asOf`. */
  columns(orders: readonly FeatureOrder[], rows: Uint32Array, asOf: number): Record<string, Float32Array>;
  /** What the hand-written rule would have declined, at rows of the log. */
  ruleAt(rows: Uint32Array): Uint8Array;
  /** A paid hand audit: the true label of these rows, wrong in 2 of 100. */
  audit(rows: Uint32Array): Uint8Array;
}

/** One world being lived. `fork` starts the live period anew from the same history, `without` one incident by its index. */
export interface WorldSession extends Observatory {
  fork(ages: readonly FeatureOrder[], without?: number): WorldSession;
  openDay(day: number): ServedBatch;
  closeDay(day: number, decisions: Decisions): DayTruth;
  /** Mends an incident of this feature or system from `day` on; true where there was one to mend. */
  page(day: number, target: string): boolean;
  /** Hidden truth, for the ledger and the post-mortem only. */
  readonly truth: WorldTruth;
}

/** The windows of a session and nothing else: whoever holds this cannot reach the truth, by type or at run time. */
export function observatoryOf(session: WorldSession): Observatory {
  return Object.freeze({
    facts: Object.freeze({ ...session.facts }),
    feed: (day: number) => session.feed(day),
    log: (asOf: number) => session.log(asOf),
    columns: (orders: readonly FeatureOrder[], rows: Uint32Array, asOf: number) => session.columns(orders, rows, asOf),
    ruleAt: (rows: Uint32Array) => session.ruleAt(rows),
    audit: (rows: Uint32Array) => session.audit(rows),
  });
}

export interface WorldTruth {
  readonly incidents: readonly Incident[];
  readonly prevalence: number;
  /** 1 where the row is fraud. */
  frauds(): Uint8Array;
  kindName(row: number): string;
  leakOf(feature: string): { readonly leak: string; readonly says: string } | undefined;
  /** Money of the live period for a policy that knows every fraud. */
  causesOfOracle(): Float64Array;
}
