/** Costs of every contestant, dollars, seed by seed in one order. A contestant that could not run on a seed has NaN there. */
export type Totals = Readonly<Record<string, readonly number[]>>;

export interface PairedDifference {
  readonly better: string;
  readonly worse: string;
  /** What the better one saves, dollars a run: mean of the differences on the same seeds, and its 95% interval (normal). */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly wins: number;
  readonly seeds: number;
}

/** `worse` minus `better`, paired by seed. Throws a RangeError for a name that is in no total. */
export function pairedDifference(totals: Totals, better: string, worse: string): PairedDifference {
  const [a, b] = [better, worse].map((name) => {
    const own = totals[name];
    if (own === undefined) throw new RangeError(`contestant: there is no "${name}"`);
    return own;
  }) as [readonly number[], readonly number[]];
  const differences = a.flatMap((cost, i) => (Number.isNaN(cost) || Number.isNaN(b[i]!) ? [] : b[i]! - cost));
  const n = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / Math.max(1, n - 1);
  const half = 1.96 * Math.sqrt(variance / n);
  return {
    better,
    worse,
    mean,
    low: mean - half,
    high: mean + half,
    wins: differences.filter((d) => d > 0).length,
    seeds: n,
  };
}

export interface Standing {
  readonly name: string;
  /** Mean cost, dollars a run, and its 95% interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Contestants by mean cost, the cheapest first. */
export const standings = (totals: Totals): Standing[] =>
  Object.entries(totals)
    .map(([name, all]) => {
      const costs = all.filter((cost) => !Number.isNaN(cost));
      const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
      const variance = costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / Math.max(1, costs.length - 1);
      const half = 1.96 * Math.sqrt(variance / costs.length);
      return { name, mean, low: mean - half, high: mean + half };
    })
    .filter(({ mean }) => !Number.isNaN(mean))
    .toSorted((a, b) => a.mean - b.mean);
