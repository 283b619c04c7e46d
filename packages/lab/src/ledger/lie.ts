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
  /** Earliest day on which anything could have shown it: a check before launch is -1. */
  readonly couldBeSeenOn: number;
  /** What would have shown it then. */
  readonly how: string;
  /** The monitor that would have raised it first, set as usual, bought or not; null where none would. */
  readonly monitor: string | null;
  /** Live day on which that monitor would have raised it. */
  readonly monitorSeesOn: number | null;
  /** Day on which the plan's own monitors raised it; null where they never did. */
  readonly alarmedOn: number | null;
}
