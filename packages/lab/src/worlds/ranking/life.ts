/** One life of a ranking world as the stages of both worlds see it: plain data of the log and of the day. */
import type { Freshness } from '../types.ts';
import type { LoggedLists } from './lists.ts';

/** A feature as a plan orders it. */
export interface FeatureOrder {
  readonly name: string;
  /** Values as they were at the time, or as the table stands today. */
  readonly pointInTime: boolean;
  readonly freshness: Freshness;
}

/** The log as the product's own systems hold it: the columns that both worlds have. */
export interface RankingLog extends LoggedLists {
  /** Live day on whose morning this was read; 0 is launch. */
  readonly asOf: number;
  /** Live day of the row; history is negative. */
  readonly day: Int16Array;
  readonly person: Int32Array;
  readonly phone: Uint8Array;
  readonly clicked: Uint8Array;
  readonly byModel: Uint8Array;
  readonly legacyScore: Float32Array;
  /** Seconds between the clicks of the visit. */
  readonly pause: Float32Array;
}

/** The visits of one live day as serving sees them. */
export interface RankingDay {
  readonly day: number;
  readonly count: number;
  readonly person: Int32Array;
  /** Uniform on [0, 1) by person, and by visit: who is in which arm. */
  readonly bucket: Float32Array;
  readonly coin: Float32Array;
  /** Uniform on [0, 1) by visit: latency and exploration. */
  readonly lot: Float32Array;
  /** Factor on the latency of what is fetched today; 1 in order. */
  readonly slowness: number;
}

/** Candidates of some visits: those of the k-th of them are `starts[k]` to `starts[k + 1]` of a world's own columns. */
export interface RankingCandidates {
  readonly visits: Int32Array;
  readonly starts: Uint32Array;
  /** What the items of one list are grouped by, of each candidate. */
  readonly group: Uint8Array;
}

/** Lists chosen by the model: indices into the candidates, as many places a visit as a list has, or -1 for the old order. */
export interface Chosen<C extends RankingCandidates> {
  readonly candidates: C;
  readonly picks: Int32Array;
  readonly propensity: Float32Array;
}

export interface RankingFacts {
  readonly historyDays: number;
  readonly liveDays: number;
  readonly visitsPerDay: number;
  /** Numbers of persons, machines included: one more than the largest that can be logged. */
  readonly people: number;
}

/** What both worlds' lives answer. `log` and `columns` are observation. */
export interface RankingSession<L extends RankingLog = RankingLog, D extends RankingDay = RankingDay> {
  readonly facts: RankingFacts;
  openDay(day: number): D;
  /** Mends an incident of this feature or system from `day` on; true where there was one to mend. */
  page(day: number, target: string): boolean;
  /** The log as known at the start of live day `asOf`; 0 is launch day. */
  log(asOf: number): L;
  /** Values of ordered features at rows of the log. Without point in time, as the tables stand now. */
  columns(orders: readonly FeatureOrder[], rows: Uint32Array): Record<string, Float32Array>;
}
