/** Plans drawn at random against the expert: many on few seeds, then the best of them on many fresh ones. */
import type { PlanBase, WorldEntry } from '@legible/lab';
import { nearPlan, pairedDifference, randomPlan, type PairedDifference } from '@legible/lab/tournament/index';
import { UserError } from '../../user-error.ts';
import { play, type Playing } from './play.ts';
import type { Match } from './worker.ts';

/** First seeds of the two rounds: no tournament plays them, and the second round knows nothing of the first. */
const FIRST = 100_001;
const SECOND = 200_001;
/** Contestants a match, so that a kill loses little. */
const TOGETHER = 8;

export interface Challenge {
  /** Plans drawn from all plans, and plans near the expert's, with one to four decisions drawn anew. */
  readonly drawn: number;
  readonly near: number;
  /** Seeds of the first round, how many plans stay for the second, and its seeds. */
  readonly seeds: number;
  readonly stay: number;
  readonly again: number;
}

export interface Finalist {
  readonly name: string;
  readonly plan: PlanBase;
  /** What differs from the expert's plan: the field, its own, the expert's. */
  readonly differs: readonly (readonly [field: string, its: unknown, experts: unknown])[];
  /** What it saved against the expert in the first round, dollars a run; being chosen for it, this leans upwards. */
  readonly first: number;
  /** The same on fresh seeds, with its interval. */
  readonly again: PairedDifference;
}

export interface ChallengeResult {
  readonly world: string;
  readonly volume: number;
  readonly challenge: Challenge;
  /** Plans that had nothing to learn from on some seed of the first round. */
  readonly unplayable: number;
  /** Mean saving against the expert in the first round, dollars, of every other plan, the best first. */
  readonly firstRound: readonly (readonly [name: string, saves: number])[];
  readonly finalists: readonly Finalist[];
}

export async function challengeIn(
  name: string,
  { world, references }: WorldEntry,
  volume: number,
  challenge: Challenge,
  playing: Playing,
): Promise<ChallengeResult> {
  const expert = references['expert']!;
  const plans = new Map<string, PlanBase>([
    ...Array.from(
      { length: challenge.drawn },
      (_, k) => [`draw ${k + 1}`, randomPlan(world, expert, `all/${k}`)] as const,
    ),
    ...Array.from(
      { length: challenge.near },
      (_, k) => [`near ${k + 1}`, nearPlan(world, expert, 1 + (k % 4), `near/${k}`)] as const,
    ),
  ]);
  const costsOn = async (names: readonly string[], from: number, seeds: number): Promise<Map<string, number[]>> => {
    const matches = Array.from({ length: seeds }, (_, k) => matchesOf(['expert', ...names], from + k)).flat();
    const played = await play(matches, playing);
    const costs = new Map<string, number[]>();
    for (const { costs: own } of played)
      for (const [who, cost] of Object.entries(own)) costs.set(who, [...(costs.get(who) ?? []), cost ?? Number.NaN]);
    return costs;
  };
  const matchesOf = (names: readonly string[], seed: number): Match[] =>
    Array.from({ length: Math.ceil(names.length / TOGETHER) }, (_, k) => ({
      world: name,
      seed,
      volume,
      contestants: Object.fromEntries(
        names.slice(k * TOGETHER, (k + 1) * TOGETHER).map((who) => [who, plans.get(who) ?? expert]),
      ),
    }));

  const first = await costsOn([...plans.keys()], FIRST, challenge.seeds);
  const totals = Object.fromEntries(first);
  if (totals['expert']!.some(Number.isNaN))
    throw new UserError(
      `In ${name} the expert's plan has nothing to learn from at ${volume} units a day.`,
      'Give a larger --volume, or leave it out.',
    );
  const lived = [...plans.keys()].filter((who) => !first.get(who)!.some(Number.isNaN));
  const ranked = lived
    .map((who) => [who, pairedDifference(totals, who, 'expert').mean] as const)
    .toSorted((a, b) => b[1] - a[1]);
  const stay = ranked.slice(0, challenge.stay);
  const second = Object.fromEntries(
    await costsOn(
      stay.map(([who]) => who),
      SECOND,
      challenge.again,
    ),
  );
  return {
    world: name,
    volume,
    challenge,
    unplayable: plans.size - lived.length,
    firstRound: ranked.map(([who, saves]) => [who, Math.round(saves)]),
    finalists: stay
      .map(([who, saves]) => ({
        name: who,
        plan: plans.get(who)!,
        differs: differences(plans.get(who)!, expert),
        first: Math.round(saves),
        again: rounded(pairedDifference(second, who, 'expert')),
      }))
      .toSorted((a, b) => b.again.mean - a.again.mean),
  };
}

const rounded = (difference: PairedDifference): PairedDifference => ({
  ...difference,
  mean: Math.round(difference.mean),
  low: Math.round(difference.low),
  high: Math.round(difference.high),
});

/** Fields in which two plans of a world differ; lists are compared as a whole. */
function differences(plan: PlanBase, expert: PlanBase): (readonly [string, unknown, unknown])[] {
  const isPart = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.entries(plan).flatMap(([part, its]) => {
    const experts = (expert as unknown as Record<string, unknown>)[part];
    if (part === 'name' || part === 'prediction') return [];
    const pairs: [string, unknown, unknown][] =
      isPart(its) && isPart(experts)
        ? Object.keys(its).map((key) => [`${part}.${key}`, its[key], experts[key]])
        : [[part, its, experts]];
    return pairs.filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b));
  });
}

const dollars = (x: number): string => `${x < 0 ? '−' : ''}$${Math.abs(x).toLocaleString('en-US')}`;
const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Array.isArray(value) && text.length > 40 ? `${value.length} of them` : text;
};

/** A challenge in words. */
export function said({ world, challenge, unplayable, firstRound, finalists }: ChallengeResult): string {
  const better = firstRound.filter(([, saves]) => saves > 0).length;
  return `${[
    `${world}: ${challenge.drawn} plans drawn at random and ${challenge.near} near the expert's; ${unplayable} had nothing to learn from.`,
    `On ${challenge.seeds} seeds ${better} of them cost less than the expert. The best ${finalists.length} of those on ${challenge.again} fresh seeds:`,
    ...finalists.map(
      ({ name, first, again: { mean, low, high, wins, seeds }, differs }) =>
        `  ${name}: saved ${dollars(first)} at first, then ${dollars(mean)} (${dollars(low)} to ${dollars(high)}), ${wins} of ${seeds} seeds${low > 0 ? ', cheaper than the expert' : ''}${
          differs.length > 6
            ? `; differs in ${differs.length} fields`
            : `; ${differs.map(([field, its, experts]) => `${field} ${brief(its)} for ${brief(experts)}`).join(', ')}`
        }`,
    ),
  ].join('\n')}\n`;
}
