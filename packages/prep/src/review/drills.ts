import type { Review } from './schedule.ts';

/** A drill of two minutes that was tried once; `kind` is its name in the lab. */
export interface DrillTry {
  readonly kind: string;
  /** 1 gives most, 3 gives least. */
  readonly level: 1 | 2 | 3;
  readonly right: boolean;
  readonly seconds: number;
  /** ISO instant. */
  readonly at: string;
}

/**
 * The practice of a drill as the schedule takes it: wrong counts as absent, right as reasoned, and right at the hardest
 * level as decisive. `allowed` is the time it was given, in seconds. One kind is one thing that comes back, whatever
 * numbers it was made of.
 */
export const reviewOfDrill = ({ kind, level, right, seconds, at }: DrillTry, allowed: number): Review => ({
  key: `drill:${kind}`,
  at,
  level: right ? (level === 3 ? 3 : 2) : 0,
  seconds,
  allowed,
});
