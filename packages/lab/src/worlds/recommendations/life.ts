/** One life of the world as the stages see it. A session is hidden; all it returns to learning and serving is plain data. */
import type { Freshness, Incident } from '../types.ts';
import type { ObservedLog } from './observe/log.ts';
import type { DayTruth } from './outcome.ts';

/** A feature as a plan orders it. */
export interface FeatureOrder {
  readonly name: string;
  readonly pointInTime: boolean;
  readonly freshness: Freshness;
}

/** The visits of one live day as serving sees them. */
export interface ServedDay {
  readonly day: number;
  readonly count: number;
  readonly person: Int32Array;
  /** Uniform on [0, 1) by person, and by visit: who is in which arm. */
  readonly bucket: Float32Array;
  readonly coin: Float32Array;
  /** Uniform on [0, 1) by visit: latency and exploration. */
  readonly lot: Float32Array;
  /** Factor on the latency of the feature store today; 1 in order. */
  readonly slowness: number;
}

/** Candidates of some visits: those of the k-th of them are `item[starts[k]..starts[k + 1])`. */
export interface Candidates {
  readonly visits: Int32Array;
  readonly starts: Uint32Array;
  readonly item: Int32Array;
  /** Topic of each by its label. */
  readonly group: Uint8Array;
}

export interface CandidatePlan {
  readonly source: 'popular' | 'taste' | 'mixed';
  readonly depth: number;
  readonly newShare: number;
}

/** Lists chosen by the model for the visits of `Candidates`: indices into `item`, PLACES a visit, or -1 for the old policy. */
export interface Chosen {
  readonly candidates: Candidates;
  readonly picks: Int32Array;
  readonly propensity: Float32Array;
}

/** What was logged of one day, by visit. */
export interface LoggedDay {
  readonly clicks: Uint8Array;
  readonly longs: Uint8Array;
  readonly likes: Uint8Array;
  readonly views: Uint8Array;
  readonly byModel: Uint8Array;
  readonly pause: Float32Array;
  /** Share of showings that went to the hundred items shown most. */
  readonly topShare: number;
}

export interface WorldFacts {
  readonly historyDays: number;
  readonly liveDays: number;
  readonly visitsPerDay: number;
  /** Numbers of persons, machines included: one more than the largest that can be logged. */
  readonly people: number;
}

/** One world being lived. `fork` starts the live period anew from the same history. */
export interface WorldSession {
  readonly facts: WorldFacts;
  fork(without?: number): WorldSession;
  openDay(day: number): ServedDay;
  /** Uniform on [0, 1) by person: the same as `bucket` of a served day. */
  bucketOf(person: number): number;
  candidates(visits: Int32Array, plan: CandidatePlan): Candidates;
  /** Values as serving reads them, faults included; `asStored` reads the training tables instead. */
  served(orders: readonly FeatureOrder[], candidates: Candidates, asStored?: boolean): Record<string, Float32Array>;
  /** Shows the lists and lives the day. */
  closeDay(chosen: Chosen, waitMs: number): { readonly truth: DayTruth; readonly logged: LoggedDay };
  /** Who has an account this morning. */
  subscribers(): Int32Array;
  /** Mends an incident of this feature or system from `day` on; true where there was one to mend. */
  page(day: number, target: string): boolean;
  /** The log as known at the start of live day `asOf`; 0 is launch day. */
  log(asOf: number): ObservedLog;
  /** Values of ordered features at rows of the log. Without point in time, as the tables stand now. */
  columns(orders: readonly FeatureOrder[], rows: Uint32Array): Record<string, Float32Array>;
  /** A paid panel: whether these clicks were worth it, wrong in 8 of 100. */
  audit(rows: Uint32Array): Uint8Array;
  /** Hidden truth, for the ledger and the post-mortem only. */
  readonly truth: WorldTruth;
}

export interface WorldTruth {
  readonly incidents: readonly Incident[];
  /** By row of the log: chance of a click if looked at, chance that a click is worth it. */
  attraction(): Float32Array;
  worth(): Float32Array;
  machine(): Uint8Array;
  /** 1 where a click was worth it. */
  satisfied(): Uint8Array;
  /** Chance that each place is looked at, over that of the first, all devices together. */
  examination(): Float64Array;
  leakOf(feature: string): { readonly leak: string; readonly says: string } | undefined;
}
