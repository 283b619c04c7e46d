/** What running a plan costs, whatever the world does. Dollars. */
import { monitorDollars, trainingSetUpDollars, withFeatureDollars } from '../../ranking/prices.ts';
import { FEATURES } from '../features.ts';
import { MONITORS } from '../plan/fields.ts';
import type { Plan } from '../plan/types.ts';

/** The model server and the old engine's, for a day; and scoring, for each candidate of a list. */
const SERVER = { model: 3, old: 1, candidate: 0.06, hourly: 8, meaning: 3 } as const;

/** Once: the second and third vote of every judgment. */
export function judgingDollars({ labels, model }: Plan): number {
  const uses = labels.reward === 'judgment' || labels.reward === 'blend';
  return model.kind === 'trees' && uses && labels.votes === 'three' ? 250 : 0;
}

/** Once, before launch: rebuilding past values as they were, and the first training. */
export function setUpDollars(plan: Plan): number {
  return plan.model.kind === 'rule' ? 0 : trainingSetUpDollars(plan.features, FEATURES);
}

/** One day of features at their freshness, without those that are off, of candidates and of the server. */
export function servingDollars(plan: Plan, learns: boolean, off: ReadonlyMap<string, unknown>): number {
  if (!learns) return SERVER.old;
  let dollars = SERVER.model + SERVER.candidate * plan.candidates.depth;
  if (plan.index.refresh === 'hourly') dollars += SERVER.hourly;
  if (plan.candidates.source !== 'text') dollars += SERVER.meaning;
  return withFeatureDollars(dollars, plan.features, FEATURES, off);
}

export function monitoringDollars(plan: Plan): number {
  return monitorDollars(plan.monitors, MONITORS);
}
