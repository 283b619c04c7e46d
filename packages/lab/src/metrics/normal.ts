import { exp } from '../random/elementary.ts';

const ROOT_TWO_PI = 2.5066282746310007;

/** Density of the standard normal. */
export function normalDensity(z: number): number {
  return exp(-0.5 * z * z) / ROOT_TWO_PI;
}

/** P(Z > z) of the standard normal; relative error under 1e-12 for z up to 37. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 3) {
    // Continued fraction of Mills' ratio, from its far end: z + 1/(z + 2/(z + 3/(...))).
    let fraction = z;
    for (let k = 120; k > 0; k--) fraction = z + k / fraction;
    return normalDensity(z) / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18 * sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - normalDensity(z) * sum;
}

/** P(Z <= z) of the standard normal. */
export function normalCdf(z: number): number {
  return normalTail(-z);
}

/** The z with P(Z <= z) = p, for p in (0, 1), by bracketed Newton steps. -Infinity at 0, Infinity at 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  let low = 0;
  let high = 38;
  let z = 1;
  for (let step = 0; step < 200; step++) {
    const error = normalTail(z) - p;
    if (error > 0) low = z;
    else high = z;
    const next = z + error / normalDensity(z);
    const moved = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(moved - z) <= 1e-15 * Math.max(1, z)) return -moved;
    z = moved;
  }
  return -z;
}
