/** What a tournament came to in a world: standings, comparisons, and what a run is placed by. */
import {
  DRAWN,
  pairedDifference,
  quantilesOf,
  shareOf,
  standings,
  type PairedDifference,
  type Standing,
  type Totals,
  type WorldStandings,
} from '@legible/lab/tournament/index';
import type { Played } from './worker.ts';

/** Which plan should save money against which, in every world. */
export const CLAIMS: readonly (readonly [better: string, worse: string])[] = [
  ['expert', 'cautious'],
  ['expert', 'textbook'],
  ['textbook', 'naive'],
  ['textbook', 'rule'],
  ['textbook', 'do nothing'],
  ['oracle', 'expert'],
];

export interface WorldResult {
  readonly world: string;
  readonly volume: number;
  readonly seeds: readonly number[];
  /** Those who played every seed, by mean cost. */
  readonly standings: readonly Standing[];
  readonly comparisons: readonly PairedDifference[];
  /** Costs by contestant, dollars, in the order of the seeds; null where a plan had nothing to learn from. */
  readonly costs: Readonly<Record<string, readonly (number | null)[]>>;
}

const isDrawn = (name: string): boolean => name.startsWith(`${DRAWN} `);
const orNaN = (costs: readonly (number | null)[]): number[] => costs.map((cost) => cost ?? Number.NaN);

export function resultOf(world: string, played: readonly Played[]): WorldResult {
  const names = Object.keys(played[0]!.costs);
  const costs = Object.fromEntries(names.map((name) => [name, played.map((one) => one.costs[name] ?? null)]));
  const totals: Totals = Object.fromEntries(
    names.filter((name) => !isDrawn(name)).map((name) => [name, orNaN(costs[name]!)]),
  );
  return {
    world,
    volume: played[0]!.volume,
    seeds: played.map(({ seed }) => seed),
    standings: standings(totals),
    comparisons: CLAIMS.filter(([a, b]) => totals[a] && totals[b]).map(([a, b]) => pairedDifference(totals, a, b)),
    costs,
  };
}

/** The same as a run is placed by: shares of the way instead of dollars, and their quantiles. */
export function standingsOf({
  world,
  volume,
  seeds,
  standings: order,
  comparisons,
  costs,
}: WorldResult): WorldStandings {
  const sharesOf = (name: string): number[] =>
    costs[name]!.flatMap((cost, i) => {
      const share = cost === null ? null : shareOf(cost, costs['do nothing']![i]!, costs['oracle']![i]!);
      return share === null ? [] : [share];
    });
  const drawn = Object.keys(costs).filter(isDrawn);
  const lived = drawn.flatMap((name) => costs[name]!.flatMap((cost, i) => (cost === null ? [] : [{ cost, i }])));
  const short = (shares: readonly number[]): number[] =>
    shares.length === 0 ? [] : quantilesOf(shares).map((share) => Number(share.toFixed(3)));
  const whole = <T extends { mean: number; low: number; high: number }>({ mean, low, high, ...rest }: T) => ({
    ...rest,
    mean: Math.round(mean),
    low: Math.round(low),
    high: Math.round(high),
  });
  return {
    world,
    volume,
    seeds: seeds.length,
    contestants: order.map(({ name, mean, low, high }) => ({
      name,
      cost: whole({ mean, low, high }),
      shares: short(sharesOf(name)),
    })),
    comparisons: comparisons.map(whole),
    drawn: {
      plans: lived.length,
      unplayable: drawn.length * seeds.length - lived.length,
      aboveExpert: lived.filter(({ cost, i }) => cost < (costs['expert']?.[i] ?? -Infinity)).length,
      shares: short(drawn.flatMap(sharesOf)),
    },
  };
}
