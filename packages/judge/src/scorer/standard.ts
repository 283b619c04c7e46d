/** Where each value lies among those that training saw. */
export interface Standard {
  readonly center: readonly number[];
  readonly spread: readonly number[];
}

/** Standard deviations from the mean beyond which a value says no more. */
const MOST = 3;

/** Values in standard deviations from their mean, bounded. */
export const standardValues = (values: readonly number[], { center, spread }: Standard): number[] =>
  values.map((value, k) => Math.max(-MOST, Math.min(MOST, (value - (center[k] as number)) / (spread[k] as number))));
