/** One life of the world as the stages see it. A session is hidden; all it returns to learning and serving is plain data. */
import type { Chosen, FeatureOrder, RankingCandidates, RankingDay, RankingSession } from '../ranking/life.ts';
import type { Incident } from '../types.ts';
import type { ObservedLog } from './observe/log.ts';
import type { DayTruth } from './outcome.ts';

/** The searches of one live day as serving sees them. */
export interface ServedDay extends RankingDay {
  /** 1 for queries of the tail. */
  readonly tail: Uint8Array;
}

/** Candidates of some searches; they are grouped by brand. */
export interface Candidates extends RankingCandidates {
  /** Number of query and product together. */
  readonly pair: Int32Array;
  readonly phone: Uint8Array;
}

export interface CandidatePlan {
  readonly source: 'text' | 'vector' | 'mixed';
  readonly depth: number;
  /** Whether products go that the index calls sold out. */
  readonly soldOut: 'show' | 'drop';
  /** How often stock and prices come into the index. */
  readonly index: 'daily' | 'hourly';
}

/** What was logged of one day, by search. */
export interface LoggedDay {
  readonly clicks: Uint8Array;
  readonly orders: Uint8Array;
  readonly margin: Float32Array;
  readonly soldOut: Uint8Array;
  readonly pause: Float32Array;
}

/** One world being lived. `fork` starts the live period anew from the same history. */
export interface WorldSession extends RankingSession<ObservedLog, ServedDay> {
  fork(without?: number): WorldSession;
  candidates(visits: Int32Array, plan: CandidatePlan): Candidates;
  /** Values as serving reads them, faults included; `asStored` reads the training tables instead. */
  served(orders: readonly FeatureOrder[], candidates: Candidates, asStored?: boolean): Record<string, Float32Array>;
  /** Shows the lists and lives the day; `index` is the refresh of what they say of stock and price. */
  closeDay(
    chosen: Chosen<Candidates>,
    waitMs: number,
    index: CandidatePlan['index'],
  ): { readonly truth: DayTruth; readonly logged: LoggedDay };
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
