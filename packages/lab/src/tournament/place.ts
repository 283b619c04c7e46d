/**
 * Where a run stands among the plans of the tournament.
 *
 * Seeds differ: on one the same plan costs three times what it costs on another, so a percentile of dollars would rank
 * luck. A run is placed by its share of the way from doing nothing to knowing the truth on its own seed, where both ends
 * are lived at the reveal, and that share is compared with the shares that the contestants reached on theirs:
 *
 *   share = (cost of doing nothing − cost) ÷ (cost of doing nothing − cost of the oracle)
 *
 * 1 is the oracle, 0 doing nothing, below 0 worse than nothing. Shares still differ between seeds, so the comparison is
 * with the whole spread of a contestant's shares, not with its mean. Plans drawn at random stand for plans that nobody
 * thought about; each seed of the tournament drew its own.
 */
import type { PairedDifference, Standing } from './standings.ts';

/** Points of a quantile curve: the least, one every 2.5 percent, and the most. */
export const QUANTILES = 41;

export interface ContestantStandings {
  readonly name: string;
  /** Dollars over the live period: the mean over seeds, and its 95% interval. */
  readonly cost: Omit<Standing, 'name'>;
  /** Quantiles of its shares of the way over the seeds. */
  readonly shares: readonly number[];
}

/** What of a world's tournament a run is placed by. */
export interface WorldStandings {
  readonly world: string;
  /** Units a day at which it was played, and what they are. */
  readonly volume: number;
  readonly unit: string;
  readonly seeds: number;
  /** References, doing nothing and the oracle, cheapest first. */
  readonly contestants: readonly ContestantStandings[];
  readonly comparisons: readonly PairedDifference[];
  readonly drawn: {
    /** Plans drawn at random that could be lived, each on a seed of its own, and those that had nothing to learn from. */
    readonly plans: number;
    readonly unplayable: number;
    /** How many of them cost less than the expert's plan on the same seed. */
    readonly aboveExpert: number;
    readonly shares: readonly number[];
  };
}

/** Share of the way from doing nothing to the oracle; null on a seed where knowing the truth saves nothing. */
export function shareOf(cost: number, nothing: number, oracle: number): number | null {
  return nothing > oracle ? (nothing - cost) / (nothing - oracle) : null;
}

/** `QUANTILES` evenly spaced quantiles of the values, linear between order statistics. Throws a RangeError where there are none. */
export function quantilesOf(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('values: there are none, so they have no quantiles');
  const sorted = values.toSorted((a, b) => a - b);
  return Array.from({ length: QUANTILES }, (_, k) => {
    const at = (k / (QUANTILES - 1)) * (sorted.length - 1);
    const low = sorted[Math.floor(at)]!;
    return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - low);
  });
}

/** Share of a distribution that lies below `x`, 0 to 1, by its quantile curve; of what equals `x` half counts as below. */
export function belowIn(quantiles: readonly number[], x: number): number {
  const last = quantiles.length - 1;
  const first = quantiles.findIndex((q) => q >= x);
  if (first === -1) return 1;
  if (quantiles[first] === x) return (first + quantiles.findLastIndex((q) => q === x)) / 2 / last;
  if (first === 0) return 0;
  const [from, to] = [quantiles[first - 1]!, quantiles[first]!];
  return (first - 1 + (x - from) / (to - from)) / last;
}

export interface Place {
  /** Our share of the way on our seed. */
  readonly share: number;
  /** Of 100 plans drawn at random, how many ours is ahead of. */
  readonly ofDrawn: number;
  /** Of 100 seeds of each reference plan, on how many ours is ahead of it. */
  readonly against: readonly { readonly name: string; readonly ofSeeds: number }[];
  /** Shares that others reached on our own seed, the best first. */
  readonly onThisSeed: readonly { readonly name: string; readonly share: number }[];
}

/** A finished run, as far as its place goes. */
export interface PlacedRun {
  readonly file: { readonly world: string; readonly volume: number };
  readonly ledger: Readonly<Record<string, { readonly total: number; readonly byDay: readonly number[] }>>;
}

/** Where a run stands, or in a sentence why that cannot be said. */
export function placeOf(
  { file, ledger }: PlacedRun,
  standings: readonly WorldStandings[],
): Place | { readonly unplaced: string } {
  const own = standings.find(({ world }) => world === file.world);
  if (own === undefined) return { unplaced: 'No tournament has been played in this world yet.' };
  const count = new Intl.NumberFormat('en-US').format;
  if (own.volume !== file.volume)
    return {
      unplaced: `This run has ${count(file.volume)} ${own.unit} and the tournament was played at ${count(own.volume)}. Fixed prices weigh differently there, so the two cannot be compared.`,
    };
  const { ours, oracle, 'doing nothing': nothing, ...others } = ledger;
  if (ours === undefined || oracle === undefined || nothing === undefined)
    return { unplaced: 'This bill lacks the run itself, doing nothing or the oracle.' };
  if (ours.byDay.length < nothing.byDay.length)
    return {
      unplaced: `This run was stopped after ${ours.byDay.length} of ${nothing.byDay.length} days; live it to the end.`,
    };
  const reached = (total: number): number | null => shareOf(total, nothing.total, oracle.total);
  const share = reached(ours.total);
  if (share === null)
    return { unplaced: 'On this seed knowing the truth saves nothing, so there is no way to have gone a share of.' };
  const hundredths = (quantiles: readonly number[]): number => Math.round(100 * belowIn(quantiles, share));
  return {
    share,
    ofDrawn: hundredths(own.drawn.shares),
    against: own.contestants
      .filter(({ name }) => name !== 'oracle' && name !== 'do nothing')
      .map(({ name, shares }) => ({ name, ofSeeds: hundredths(shares) })),
    onThisSeed: Object.entries(others)
      .map(([name, { total }]) => ({ name, share: reached(total)! }))
      .toSorted((a, b) => b.share - a.share),
  };
}
