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

/** The searches of one live day as serving sees them. */
export interface ServedDay {
  readonly day: number;
  readonly count: number;
  readonly person: Int32Array;
  /** Uniform on [0, 1) by person, and by search: who is in which arm. */
  readonly bucket: Float32Array;
  readonly coin: Float32Array;
  /** Uniform on [0, 1) by search: latency and exploration. */
  readonly lot: Float32Array;
  /** 1 for queries of the tail. */
  readonly tail: Uint8Array;
  /** Factor on the latency of candidates and features today; 1 in order. */
  readonly slowness: number;
}

/** Candidates of some searches: those of the k-th of them are `pair[starts[k]..starts[k + 1])`. */
export interface Candidates {
  readonly visits: Int32Array;
  readonly starts: Uint32Array;
  /** Number of query and product together. */
  readonly pair: Int32Array;
  readonly phone: Uint8Array;
  /** Brand of each. */
  readonly group: Uint8Array;
}

export interface CandidatePlan {
  readonly source: 'text' | 'vector' | 'mixed';
  readonly depth: number;
  /** Whether products go that the index calls sold out. */
  readonly soldOut: 'show' | 'drop';
  /** How often stock and prices come into the index. */
  readonly index: 'daily' | 'hourly';
}

/** Lists chosen by the model: indices into `pair`, PLACES a search, or -1 for the old engine. */
export interface Chosen {
  readonly candidates: Candidates;
  readonly picks: Int32Array;
  readonly propensity: Float32Array;
}

/** What was logged of one day, by search. */
export interface LoggedDay {
  readonly clicks: Uint8Array;
  readonly orders: Uint8Array;
  readonly margin: Float32Array;
  readonly soldOut: Uint8Array;
  readonly pause: Float32Array;
}

export interface WorldFacts {
  readonly historyDays: number;
  readonly liveDays: number;
  readonly visitsPerDay: number;
  readonly people: number;
}

/** One world being lived. `fork` starts the live period anew from the same history. */
export interface WorldSession {
  readonly facts: WorldFacts;
  fork(without?: number): WorldSession;
  openDay(day: number): ServedDay;
  candidates(visits: Int32Array, plan: CandidatePlan): Candidates;
  /** Values as serving reads them, faults included; `asStored` reads the training tables instead. */
  served(orders: readonly FeatureOrder[], candidates: Candidates, asStored?: boolean): Record<string, Float32Array>;
  /** Shows the lists and lives the day; `index` is the refresh of what they say of stock and price. */
  closeDay(
    chosen: Chosen,
    waitMs: number,
    index: CandidatePlan['index'],
  ): { readonly truth: DayTruth; readonly logged: LoggedDay };
  /** Mends an incident of this feature or system from `day` on; true where there was one to mend. */
  page(day: number, target: string): boolean;
  /** The log as known at the start of live day `asOf`; 0 is launch day. */
  log(asOf: number): ObservedLog;
  /** Values of ordered features at rows of the log. Without point in time, as the tables stand now. */
  columns(orders: readonly FeatureOrder[], rows: Uint32Array): Record<string, Float32Array>;
  /** A paid panel of specialists: whether the product is what was meant, wrong in 6 of 100. */
  audit(rows: Uint32Array): Uint8Array;
  /** Hidden truth, for the ledger and the post-mortem only. */
  readonly truth: WorldTruth;
}

export interface WorldTruth {
  readonly incidents: readonly Incident[];
  /** By row of the log: chance of a click if looked at, and margin expected if looked at. */
  attraction(): Float32Array;
  worth(): Float32Array;
  machine(): Uint8Array;
  /** How well each row fits what was meant. */
  fit(): Float32Array;
  /** Chance that each place is looked at, over that of the first, all devices together. */
  examination(): Float64Array;
  leakOf(feature: string): { readonly leak: string; readonly says: string } | undefined;
}
