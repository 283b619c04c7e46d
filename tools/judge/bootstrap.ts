import { draws } from './batteries.ts';

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 400;

/**
 * Percentile bootstrap interval (95%) of a statistic over rows, rows drawn by whole groups so that answers of one
 * writer stay together. Seeded; NaN draws are left out.
 */
export function bootstrap<T>(
  rows: readonly T[],
  groupOf: (row: T) => string,
  statistic: (rows: readonly T[]) => number,
  seed = 5,
): Interval {
  const groups = [...Map.groupBy(rows, groupOf).values()];
  const draw = draws(seed);
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sample: T[] = [];
    for (let g = 0; g < groups.length; g++) sample.push(...groups[Math.floor(draw() * groups.length)]!);
    const value = statistic(sample);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { value: statistic(rows), low: at(0.025), high: at(0.975) };
}
