/** Plans against each other on the same seeds: does a world reward judgment? */
import { ledgerOf, live } from '../ledger/replay.ts';
import type { PlanBase } from '../plan/check.ts';
import { NothingToLearn, type Launch } from '../worlds/world.ts';
import type { WorldEntry } from '../worlds/index.ts';
import { randomPlan } from './random-plan.ts';

export { randomPlan } from './random-plan.ts';
export {
  pairedDifference,
  percentile,
  standings,
  type PairedDifference,
  type Standing,
  type Totals,
} from './standings.ts';

/** Everybody who takes part in a world: doing nothing, one that knows the truth, the reference plans, and random plans. */
export function contestants({ world, references }: WorldEntry, random: number): ReadonlyMap<string, PlanBase | null> {
  const like = Object.values(references).at(-1);
  return new Map<string, PlanBase | null>([
    ['do nothing', null],
    ['oracle', null],
    ...Object.entries(references),
    ...Array.from(
      { length: like === undefined ? 0 : random },
      (_, k) => [`random ${k + 1}`, randomPlan(world, like!, k + 1)] as const,
    ),
  ]);
}

/** What a contestant's weeks cost on one seed, dollars; NaN where the labels of its plan leave nothing to learn from. */
export function costOf(launch: Launch, name: string, plan: PlanBase | null): number {
  if (plan === null) return ledgerOf(launch.policy(name === 'oracle' ? 'oracle' : 'nothing')).total;
  try {
    return ledgerOf(live(launch, plan).money).total;
  } catch (error) {
    if (error instanceof NothingToLearn) return Number.NaN;
    throw error;
  }
}
