/** What a tournament came to in a world: standings, comparisons, and what a run is placed by. */
import { WORLDS } from '@legible/lab';
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
  /** Plans drawn at random, each on the seed that it was drawn for. */
  readonly drawn: readonly { readonly seed: number; readonly cost: number | null }[];
}

const isDrawn = (name: string): boolean => name.startsWith(`${DRAWN} `);
const orNaN = (costs: readonly (number | null)[]): number[] => costs.map((cost) => cost ?? Number.NaN);

export function resultOf(world: string, played: readonly Played[]): WorldResult {
  const names = Object.keys(played[0]!.costs).filter((name) => !isDrawn(name));
  const costs = Object.fromEntries(names.map((name) => [name, played.map((one) => one.costs[name] ?? null)]));
  const totals: Totals = Object.fromEntries(names.map((name) => [name, orNaN(costs[name]!)]));
  return {
    world,
    volume: played[0]!.volume,
    seeds: played.map(({ seed }) => seed),
    standings: standings(totals),
    comparisons: CLAIMS.filter(([a, b]) => totals[a] && totals[b]).map(([a, b]) => pairedDifference(totals, a, b)),
    costs,
    drawn: played.flatMap(({ seed, costs: own }) =>
      Object.entries(own)
        .filter(([name]) => isDrawn(name))
        .map(([, cost]) => ({ seed, cost })),
    ),
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
  drawn,
}: WorldResult): WorldStandings {
  const place = new Map(seeds.map((seed, i) => [seed, i]));
  const shareOn = (i: number, cost: number | null): number[] => {
    const share = cost === null ? null : shareOf(cost, costs['do nothing']![i]!, costs['oracle']![i]!);
    return share === null ? [] : [share];
  };
  const short = (shares: readonly number[]): number[] =>
    shares.length === 0 ? [] : quantilesOf(shares).map((share) => Number(share.toFixed(3)));
  const lived = drawn.flatMap(({ seed, cost }) => (cost === null ? [] : [{ cost, i: place.get(seed)! }]));
  return {
    world,
    volume,
    unit: WORLDS[world]!.world.volumeUnit,
    seeds: seeds.length,
    contestants: order.map(({ name, ...cost }) => ({
      name,
      cost: whole(cost),
      shares: short(costs[name]!.flatMap((one, i) => shareOn(i, one))),
    })),
    comparisons: comparisons.map(whole),
    drawn: {
      plans: lived.length,
      unplayable: drawn.length - lived.length,
      aboveExpert: lived.filter(({ cost, i }) => cost < (costs['expert']?.[i] ?? -Infinity)).length,
      shares: short(lived.flatMap(({ cost, i }) => shareOn(i, cost))),
    },
  };
}

/** In whole dollars. */
const whole = <T extends { mean: number; low: number; high: number }>({ mean, low, high, ...rest }: T) => ({
  ...rest,
  mean: Math.round(mean),
  low: Math.round(low),
  high: Math.round(high),
});
