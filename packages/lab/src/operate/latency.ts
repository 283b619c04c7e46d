/** How long a score takes, and who gets the fallback instead. */
import type { Plan } from '../plan/types.ts';
import { exp, log } from '../random/index.ts';
import type { FeatureCard } from '../worlds/types.ts';

/** Spread of the latency: log standard deviation of one call. */
const SPREAD = 0.35;

/** Median milliseconds of a score: features are fetched side by side, then the model runs. */
export function medianLatency(
  plan: Plan,
  cards: readonly FeatureCard[],
  off: ReadonlySet<string>,
): { fetch: number; model: number } {
  let fetch = 0;
  if (plan.model.kind !== 'rule') {
    for (const f of plan.features) {
      if (off.has(f.name)) continue;
      fetch = Math.max(fetch, cards.find((c) => c.name === f.name)!.latencyMs[f.freshness] ?? 0);
    }
  }
  const model = plan.model.kind === 'trees' ? 3 + plan.model.trees * 0.03 : plan.model.kind === 'logistic' ? 2 : 1;
  return { fetch, model };
}

/** Standard normal quantile of a uniform by the logistic approximation (Bowling 2009); error below 0.02 for 0.005 to 0.995. */
function roughNormal(u: number): number {
  const p = Math.min(0.9995, Math.max(0.0005, u));
  return log(p / (1 - p)) / 1.702;
}

/** Latency of each payment, milliseconds; `lot` is its own uniform number. */
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
