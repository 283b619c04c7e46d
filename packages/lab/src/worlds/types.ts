/** What every world shows of itself. A world is a folder under `worlds/`; the engine knows it by these types only. */

/** How old a served value may be. `request` comes with the payment itself and is never stale. */
export type Freshness = 'request' | 'daily' | 'hourly' | 'realtime';

/** One candidate feature as the product's own documentation describes it. */
export interface FeatureCard {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly family: 'request' | 'aggregate' | 'profile' | 'vendor';
  /** Freshness that can be bought, stalest first. */
  readonly freshness: readonly Freshness[];
  /** Added to the serving path, milliseconds, by freshness. */
  readonly latencyMs: Partial<Record<Freshness, number>>;
  readonly dollarsPerDay: Partial<Record<Freshness, number>>;
  /** Price of rebuilding its past values as they were at the time, once, dollars. */
  readonly backfillDollars: number;
}

/** One kind of thing that the world does to a run. */
export interface IncidentCard {
  readonly kind: string;
  readonly title: string;
  /** What happened, in plain words, for the post-mortem. */
  readonly says: string;
  /** Statistic that would have shown it first. */
  readonly seenBy: string;
  /** Whether paging the owner upstream ends it early. */
  readonly pageable: boolean;
}

/** An incident that was drawn. `from` and `until` are live days, until exclusive; `feature` is a catalogue index or -1. */
export interface Incident {
  readonly kind: string;
  readonly from: number;
  readonly until: number;
  readonly feature: number;
  /** Strength, in the unit of its kind. */
  readonly size: number;
}
