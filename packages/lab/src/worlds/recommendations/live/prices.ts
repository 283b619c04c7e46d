/** What running a plan costs, whatever the world does. Dollars. */
import { monitorDollars, trainingSetUpDollars, withFeatureDollars } from '../../ranking/prices.ts';
import { FEATURES } from '../features.ts';
import { MONITORS } from '../plan/fields.ts';
import type { Plan } from '../plan/types.ts';

/** The model server and the old policy's, for a day; and scoring, for each candidate of a list. */
const SERVER = { model: 3, old: 1, candidate: 0.03 } as const;

/** Once, before launch: rebuilding past values as they were, and the first training. */
export function setUpDollars(plan: Plan): number {
  return plan.model.kind === 'popularity' ? 0 : trainingSetUpDollars(plan.features, FEATURES);
}

/** One day of features at their freshness, without those that are off, of candidates and of the server. */
export function servingDollars(plan: Plan, learns: boolean, off: ReadonlyMap<string, unknown>): number {
  if (!learns) return SERVER.old;
  const dollars = SERVER.model + SERVER.candidate * plan.candidates.depth;
  return withFeatureDollars(dollars, plan.features, FEATURES, off);
}

export function monitoringDollars(plan: Plan): number {
  return monitorDollars(plan.monitors, MONITORS);
}
