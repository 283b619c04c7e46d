/** One life of the world as the stages see it. A session is hidden; all it returns to learning and serving is plain data. */
import type { Chosen, FeatureOrder, RankingCandidates, RankingDay, RankingSession } from '../ranking/life.ts';
import type { Incident } from '../types.ts';
import type { ObservedLog } from './observe/log.ts';
import type { DayTruth } from './outcome.ts';

/** Candidates of some visits; they are grouped by topic, by its label. */
export interface Candidates extends RankingCandidates {
  readonly item: Int32Array;
}

export interface CandidatePlan {
  readonly source: 'popular' | 'taste' | 'mixed';
  readonly depth: number;
  readonly newShare: number;
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

/** One world being lived. `fork` starts the live period anew from the same history. */
export interface WorldSession extends RankingSession<ObservedLog, RankingDay> {
  fork(without?: number): WorldSession;
  /** Uniform on [0, 1) by person: the same as `bucket` of a served day. */
  bucketOf(person: number): number;
  candidates(visits: Int32Array, plan: CandidatePlan): Candidates;
  /** Values as serving reads them, faults included; `asStored` reads the training tables instead. */
  served(orders: readonly FeatureOrder[], candidates: Candidates, asStored?: boolean): Record<string, Float32Array>;
  /** Shows the lists and lives the day. */
  closeDay(chosen: Chosen<Candidates>, waitMs: number): { readonly truth: DayTruth; readonly logged: LoggedDay };
  /** Who has an account this morning. */
  subscribers(): Int32Array;
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
