/** How long a score takes, and who gets the fallback instead. */
import { exp, log } from '../random/index.ts';
import type { FeatureCard, Freshness } from '../worlds/types.ts';

/** Spread of the latency: log standard deviation of one call. */
const SPREAD = 0.35;

/** Median milliseconds until all features are there: they are fetched side by side, so the slowest counts. */
export function fetchLatency(
  features: readonly { readonly name: string; readonly freshness: Freshness }[],
  cards: readonly FeatureCard[],
  off: { has(name: string): boolean },
): number {
  let fetch = 0;
  for (const f of features) {
    if (!off.has(f.name)) fetch = Math.max(fetch, cards.find((c) => c.name === f.name)!.latencyMs[f.freshness] ?? 0);
  }
  return fetch;
}

/** Standard normal quantile of a uniform by the logistic approximation (Bowling 2009); error below 0.02 for 0.005 to 0.995. */
function roughNormal(u: number): number {
  const p = Math.min(0.9995, Math.max(0.0005, u));
  return log(p / (1 - p)) / 1.702;
}

/** Latency of each request, milliseconds; `lot` is its own uniform number. */
export function latencies(
  lot: Float32Array,
  { fetch, model }: { fetch: number; model: number },
  slowness: number,
): Float32Array {
  return lot.map((u) => {
    // The lot also decides exploration; a multiple of it, wrapped, is as good as a second one.
    const other = (u * 7919) % 1;
    return fetch * slowness * exp(SPREAD * roughNormal(other)) + model;
  });
}
