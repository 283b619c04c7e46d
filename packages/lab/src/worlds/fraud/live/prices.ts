/** What running a plan costs, whatever the world does. Dollars. */
import { MONITORS } from '../plan/fields.ts';
import type { Plan } from '../plan/types.ts';
import type { FeatureCard } from '../../types.ts';

export const ACTION_DOLLARS = { investigate: 120, audit: 500, page: 100, retrain: 60 } as const;
/** The model server, and the rule engine, for a day. */
const SERVER = { model: 3, rule: 1 } as const;

const cardOf = (cards: readonly FeatureCard[], name: string): FeatureCard => cards.find((c) => c.name === name)!;

/** Once, before launch: rebuilding past values as they were, and the first training. */
export function setUpDollars(plan: Plan, cards: readonly FeatureCard[]): number {
  const backfills = plan.features.reduce(
    (sum, f) => sum + (f.pointInTime ? cardOf(cards, f.name).backfillDollars : 0),
    0,
  );
  return plan.model.kind === 'rule' ? 0 : backfills + ACTION_DOLLARS.retrain;
}

/** One day of features at their freshness, without those that are off, and of the server. */
export function servingDollars(plan: Plan, cards: readonly FeatureCard[], off: ReadonlyMap<string, unknown>): number {
  if (plan.model.kind === 'rule') return SERVER.rule;
  let dollars: number = SERVER.model;
  for (const { name, freshness } of plan.features) {
    if (!off.has(name)) dollars += cardOf(cards, name).dollarsPerDay[freshness] ?? 0;
  }
  return dollars;
}

/** One day of the monitors that were bought. */
export function monitoringDollars(plan: Plan): number {
  return plan.monitors.reduce((sum, m) => sum + MONITORS.find((c) => c.kind === m.kind)!.dollarsPerDay, 0);
}
