/** An untrue statement of the pipeline, as every world reports it. */

/** One untrue statement. Days are live days; -1 is before launch. */
export interface Lie {
  /** Part of the pipeline: a world names its own, in the order in which they come. */
  readonly stage: string;
  /** Feature, or kind of incident, where there is one. */
  readonly subject: string | null;
  readonly day: number;
  readonly says: string;
  /** What it said, and what was true. */
  readonly said: number;
  readonly was: number;
  readonly couldBeSeenOn: number;
  readonly how: string;
  /** Day on which the plan's own monitors raised it; null where they never did. */
  readonly alarmedOn: number | null;
}
