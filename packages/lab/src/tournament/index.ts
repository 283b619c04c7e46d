/** Plans against each other on the same seeds: does a world reward judgment? */
import { ledgerOf, live } from '../ledger/replay.ts';
import type { PlanBase } from '../plan/check.ts';
import { NothingToLearn, type Launch, type Policy } from '../worlds/world.ts';
import type { WorldEntry } from '../worlds/index.ts';
import { randomPlan } from './random-plan.ts';

export { digestOf } from './digest.ts';
export { belowIn, placeOf, QUANTILES, quantilesOf, shareOf, type Place, type WorldStandings } from './place.ts';
export { placeWords, wayGone } from './place-words.ts';
export { nearPlan, randomPlan } from './random-plan.ts';
export { pairedDifference, standings, type PairedDifference, type Standing, type Totals } from './standings.ts';

/** How a contestant is lived: a plan, or one of the two ends that need none. */
export type Contestant = PlanBase | Policy;

/** Plans drawn at random are named by this and a number; each seed has its own. */
export const DRAWN = 'draw';

/**
 * Everybody who takes part in a world on a seed: doing nothing, one that knows the truth, the reference plans, and
 * `drawn` plans that are drawn at random for this seed alone, so that over many seeds as many plans are seen.
 */
export function contestants(
  { world, references }: WorldEntry,
  seed: number,
  drawn: number,
): ReadonlyMap<string, Contestant> {
  const like = Object.values(references).at(-1);
  return new Map<string, Contestant>([
    ['do nothing', 'nothing'],
    ['oracle', 'oracle'],
    ...Object.entries(references),
    ...Array.from(
      { length: like === undefined ? 0 : drawn },
      (_, k) => [`${DRAWN} ${k + 1}`, randomPlan(world, like!, `${seed}/${k + 1}`)] as const,
    ),
  ]);
}

/** What a contestant's weeks cost on one seed, dollars; NaN where the labels of its plan leave nothing to learn from. */
export function costOf(launch: Launch, contestant: Contestant): number {
  if (contestant === 'nothing' || contestant === 'oracle') return ledgerOf(launch.policy(contestant)).total;
  try {
    return ledgerOf(live(launch, contestant).money).total;
  } catch (error) {
    if (error instanceof NothingToLearn) return Number.NaN;
    throw error;
  }
}
