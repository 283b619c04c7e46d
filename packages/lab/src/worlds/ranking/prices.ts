/** What running a plan costs in both ranking worlds, whatever the world does. Dollars. */
import type { MonitorCard } from '../../plan/fields.ts';
import type { FeatureCard } from '../types.ts';
import type { FeatureOrder } from './life.ts';

export const ACTION_DOLLARS = { investigate: 80, audit: 300, page: 60, retrain: 40 } as const;
const EXPERIMENT_DOLLARS = 6;

const cardOf = (cards: readonly FeatureCard[], name: string): FeatureCard => cards.find((c) => c.name === name)!;

/** Once, before launch: rebuilding past values as they were, and the first training. */
export function trainingSetUpDollars(features: readonly FeatureOrder[], cards: readonly FeatureCard[]): number {
  return features.reduce<number>(
    (sum, f) => sum + (f.pointInTime ? cardOf(cards, f.name).backfillDollars : 0),
    ACTION_DOLLARS.retrain,
  );
}

/** `fixed`, and one day of features at their freshness, without those that are off. */
export function withFeatureDollars(
  fixed: number,
  features: readonly FeatureOrder[],
  cards: readonly FeatureCard[],
  off: ReadonlyMap<string, unknown>,
): number {
  let dollars = fixed;
  for (const { name, freshness } of features)
    if (!off.has(name)) dollars += cardOf(cards, name).dollarsPerDay[freshness] ?? 0;
  return dollars;
}

/** One day of the monitors that were bought. */
export function monitorDollars(bought: readonly { readonly kind: string }[], cards: readonly MonitorCard[]): number {
  return bought.reduce((sum, m) => sum + cards.find((c) => c.kind === m.kind)!.dollarsPerDay, 0);
}

/** One day of two arms, or of a shadow. */
export function experimentDollars(running: boolean): number {
  return running ? EXPERIMENT_DOLLARS : 0;
}
