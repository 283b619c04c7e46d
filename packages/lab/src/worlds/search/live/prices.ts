/** What running a plan costs, whatever the world does. Dollars. */
import type { FeatureCard } from '../../types.ts';
import { FEATURES } from '../features.ts';
import { MONITORS } from '../plan/fields.ts';
import type { Plan } from '../plan/types.ts';

export const ACTION_DOLLARS = { investigate: 80, audit: 300, page: 60, retrain: 40 } as const;
/** The model server and the old engine's, for a day; and scoring, for each candidate of a list. */
const SERVER = { model: 3, old: 1, candidate: 0.06, hourly: 8, meaning: 3 } as const;
const EXPERIMENT_DOLLARS = 6;

const cardOf = (name: string): FeatureCard => FEATURES.find((c) => c.name === name)!;

/** Once: the second and third vote of every judgment. */
export function judgingDollars({ labels, model }: Plan): number {
  const uses = labels.reward === 'judgment' || labels.reward === 'blend';
  return model.kind === 'trees' && uses && labels.votes === 'three' ? 250 : 0;
}

/** Once, before launch: rebuilding past values as they were, and the first training. */
export function setUpDollars(plan: Plan): number {
  if (plan.model.kind === 'rule') return 0;
  return plan.features.reduce<number>(
    (sum, f) => sum + (f.pointInTime ? cardOf(f.name).backfillDollars : 0),
    ACTION_DOLLARS.retrain,
  );
}

/** One day of features at their freshness, without those that are off, of candidates and of the server. */
export function servingDollars(plan: Plan, learns: boolean, off: ReadonlyMap<string, unknown>): number {
  if (!learns) return SERVER.old;
  let dollars = SERVER.model + SERVER.candidate * plan.candidates.depth;
  if (plan.index.refresh === 'hourly') dollars += SERVER.hourly;
  if (plan.candidates.source !== 'text') dollars += SERVER.meaning;
  for (const { name, freshness } of plan.features)
    if (!off.has(name)) dollars += cardOf(name).dollarsPerDay[freshness] ?? 0;
  return dollars;
}

export function monitoringDollars(plan: Plan): number {
  return plan.monitors.reduce((sum, m) => sum + MONITORS.find((c) => c.kind === m.kind)!.dollarsPerDay, 0);
}

export function experimentDollars(running: boolean): number {
  return running ? EXPERIMENT_DOLLARS : 0;
}
