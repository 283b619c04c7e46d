/** What the engine asks of a world. A session is hidden; everything it returns to learning and serving is plain data. */
import type { ObservedLog } from '../observe/log.ts';
import type { FeatureCard, Freshness, Incident, IncidentCard } from './types.ts';

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

/** One world being lived. `fork` starts the live period anew from the same history. */
export interface WorldSession {
  readonly facts: WorldFacts;
  fork(ages: readonly FeatureOrder[]): WorldSession;
  openDay(day: number): ServedBatch;
  closeDay(day: number, decisions: Decisions): DayTruth;
  /** The chargebacks that the feed brought on a live day (history is negative): rows of the log, and dollars. */
  feed(day: number): { readonly rows: Uint32Array; readonly amounts: Float32Array };
  /** Mends an incident of this feature or system from `day` on; true where there was one to mend. */
  page(day: number, target: string): boolean;
  /** The log as known at the start of live day `asOf`; 0 is launch day. */
  log(asOf: number): ObservedLog;
  /** Values of ordered features at rows of the log. Without point in time, as the tables stand on day `asOf`. */
  columns(orders: readonly FeatureOrder[], rows: Uint32Array, asOf: number): Record<string, Float32Array>;
  /** What the hand-written rule would have declined, at rows of the log. */
  ruleAt(rows: Uint32Array): Uint8Array;
  /** A paid hand audit: the true label of these rows, wrong in 2 of 100. */
  audit(rows: Uint32Array): Uint8Array;
  /** Hidden truth, for the ledger and the post-mortem only. */
  readonly truth: WorldTruth;
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

/** Rows of a generated table, in columns. */
export interface TableChunk {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Float32Array | Int32Array | Int16Array | Uint8Array>>;
}

/** A world: a folder that exports one of these. */
export interface World {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly features: readonly FeatureCard[];
  readonly incidents: readonly IncidentCard[];
  readonly defaultVolume: number;
  /** Lives the history. Yields the share done, 0 to 1; returns the session at launch. */
  generate(seed: number, volume: number): Generator<number, WorldSession, void>;
  /** The history as a table with its truth, of exactly `transactions` rows, in chunks that are overwritten. */
  table(seed: number, transactions: number): Generator<TableChunk, void, void>;
}
