import { exp, log } from '../random/elementary.ts';
import { checkFinite, checkNumber, checkRows, MetricInputError, type Numbers } from './input.ts';
import { normalDensity, normalQuantile, normalTail } from './normal.ts';

/** How the allowed error is spent over time: nearly all at the end, or evenly. */
export type Spending = 'obrien-fleming' | 'pocock';

/**
 * Error spent, on one side, by the share `t` of the information (Lan and DeMets 1983), for a two-sided test at `alpha`:
 * O'Brien-Fleming type 2 (1 - Phi(z_{alpha/4} / sqrt t)); Pocock type (alpha / 2) ln(1 + (e - 1) t).
 */
export function errorSpent(spending: Spending, t: number, alpha: number): number {
  if (spending === 'pocock') return (alpha / 2) * log(1 + (Math.E - 1) * t);
  return 2 * normalTail(-normalQuantile(alpha / 4) / Math.sqrt(t));
}

function checkLooks(looks: Numbers): void {
  if (looks.length === 0) throw new MetricInputError('looks', 'is empty: give the share of information at each look');
  for (let k = 0; k < looks.length; k++) {
    const before = k === 0 ? 0 : looks[k - 1]!;
    if (!(looks[k]! > before && looks[k]! <= 1)) {
      throw new MetricInputError(
        `looks[${k}]`,
        `is ${looks[k]}: shares of information rise, from above 0 to at most 1`,
      );
    }
  }
}

/**
 * Bounds on |z| at each look such that a test stopped at the first crossing errs, when there is no effect, with
 * probability `alpha` at most: what peeking at a fixed 1.96 does not do. `looks` are shares of the planned information.
 * Source: Lan and DeMets 1983; integration as Armitage, McPherson and Rowe 1969.
 */
export function groupSequentialBounds(looks: Numbers, alpha: number, spending: Spending): Float64Array {
  checkLooks(looks);
  checkNumber('alpha', alpha, 1e-9, 0.5);
  const bounds = new Float64Array(looks.length);
  const walk = new StoppedWalk();
  let spent = 0;
  for (let k = 0; k < looks.length; k++) {
    const target = errorSpent(spending, looks[k]!, alpha);
    let low = 0;
    let high = 12;
    for (let step = 0; step < 80; step++) {
      const middle = (low + high) / 2;
      if (walk.upperExit(looks[k]!, middle) > target - spent) low = middle;
      else high = middle;
    }
    bounds[k] = high;
    walk.advance(looks[k]!, high);
    spent = target;
  }
  return bounds;
}

/** The probability that |z| crosses its bound at some look when there is no effect: the true error of such a test. */
export function crossingProbability(looks: Numbers, bounds: Numbers): number {
  checkLooks(looks);
  checkRows('looks', looks, 'bounds', bounds);
  const walk = new StoppedWalk();
  let crossed = 0;
  for (let k = 0; k < looks.length; k++) {
    checkNumber(`bounds[${k}]`, bounds[k]!, 0);
    crossed += 2 * walk.upperExit(looks[k]!, bounds[k]!);
    walk.advance(looks[k]!, bounds[k]!);
  }
  return crossed;
}

/** Brownian motion watched at looks and stopped outside symmetric bounds: its density on a grid, by Simpson's rule. */
class StoppedWalk {
  #time = 0;
  #places: Float64Array = new Float64Array(1);
  /** Density times the weight of its place in Simpson's rule; at the start, all of the mass at 0. */
  #mass: Float64Array = new Float64Array(1).fill(1);

  /** P(not stopped before, and z above `bound` at time t). */
  upperExit(t: number, bound: number): number {
    const limit = bound * Math.sqrt(t);
    const spread = Math.sqrt(t - this.#time);
    let sum = 0;
    for (let i = 0; i < this.#mass.length; i++) sum += this.#mass[i]! * normalTail((limit - this.#places[i]!) / spread);
    return sum;
  }

  advance(t: number, bound: number): void {
    const limit = Math.min(bound, 12) * Math.sqrt(t);
    const spread = Math.sqrt(t - this.#time);
    const cells = 2 * Math.ceil(Math.max(100, (10 * limit) / spread));
    const width = (2 * limit) / cells;
    const places = new Float64Array(cells + 1);
    const mass = new Float64Array(cells + 1);
    for (let j = 0; j <= cells; j++) {
      const place = -limit + j * width;
      let density = 0;
      for (let i = 0; i < this.#mass.length; i++) {
        density += this.#mass[i]! * normalDensity((place - this.#places[i]!) / spread);
      }
      const weight = j === 0 || j === cells ? 1 : j % 2 === 1 ? 4 : 2;
      places[j] = place;
      mass[j] = ((density / spread) * weight * width) / 3;
    }
    this.#time = t;
    this.#places = places;
    this.#mass = mass;
  }
}

/**
 * Always-valid p-values of a running estimate of a difference (mixture sequential probability ratio test): at any time,
 * however chosen, P(p <= alpha) <= alpha when there is no effect. With V the squared standard error,
 *   Lambda = sqrt(V / (V + tau^2)) exp(tau^2 d^2 / (2 V (V + tau^2))),  p = least of 1 / Lambda so far.
 * `tau` is the standard deviation of the effects one expects. Source: Johari, Pekelis and Walsh 2015.
 */
export function alwaysValidPValues(estimates: Numbers, standardErrors: Numbers, tau: number): Float64Array {
  checkRows('estimates', estimates, 'standardErrors', standardErrors);
  checkFinite('estimates', estimates);
  if (!(tau > 0)) throw new MetricInputError('tau', `is ${tau}: give the spread of effects you expect, above 0`);
  const made = new Float64Array(estimates.length);
  let least = 1;
  for (let i = 0; i < made.length; i++) {
    checkNumber(`standardErrors[${i}]`, standardErrors[i]!, 1e-300);
    const v = standardErrors[i]! * standardErrors[i]!;
    const wide = v + tau * tau;
    const logRatio = 0.5 * log(v / wide) + (tau * tau * estimates[i]! * estimates[i]!) / (2 * v * wide);
    least = Math.min(least, exp(-logRatio));
    made[i] = least;
  }
  return made;
}
