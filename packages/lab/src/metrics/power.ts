import { checkNumber, MetricInputError } from './input.ts';
import { normalQuantile, normalTail } from './normal.ts';

/** A two-sided test of two rates with equal arms. */
export interface RateTest {
  /** Rate without the change. */
  readonly base: number;
  /** Rate with it. */
  readonly changed: number;
  /** Allowed chance of a false alarm. */
  readonly alpha: number;
}

function check(test: RateTest): void {
  checkNumber('base', test.base, 0, 1);
  checkNumber('changed', test.changed, 0, 1);
  checkNumber('alpha', test.alpha, 1e-12, 0.999);
  if (test.base === test.changed) {
    throw new MetricInputError(
      'changed',
      'equals base: no number of rows can tell them apart; name the effect to find',
    );
  }
}

/**
 * Rows needed in each arm to see the change with probability `power`, by the normal approximation
 *   n = (z_{1-alpha/2} + z_power)^2 (p1 q1 + p2 q2) / (p1 - p2)^2.
 * Source: Fleiss, Levin and Paik 2003, without continuity correction.
 */
export function rowsNeeded(test: RateTest, power: number): number {
  check(test);
  checkNumber('power', power, 1e-12, 1 - 1e-12);
  const z = -normalQuantile(test.alpha / 2) + normalQuantile(power);
  return Math.ceil((z * z * variance(test)) / ((test.base - test.changed) * (test.base - test.changed)));
}

/** The chance to see the change with `rows` in each arm, in the direction that it has. */
export function powerOf(test: RateTest, rows: number): number {
  check(test);
  checkNumber('rows', rows, 1);
  const effect = Math.abs(test.base - test.changed) / Math.sqrt(variance(test) / rows);
  return normalTail(-normalQuantile(test.alpha / 2) - effect);
}

function variance({ base, changed }: RateTest): number {
  return base * (1 - base) + changed * (1 - changed);
}
