/** Decisions as replaceable parts of a plan. */
import { type Decision, type Plan, type PlanFeature } from './types.ts';
import type { FeatureCard } from '../../types.ts';

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  labels: 'Where labels come from, and when they count',
  features: 'Which features are used',
  pointInTime: 'Values as they were, or as they stand today',
  freshness: 'How fresh the served values are',
  split: 'How the test rows are set apart',
  evaluation: 'The offline metric, the baseline, and fitting again',
  model: 'The model',
  calibration: 'Calibration',
  decision: 'The threshold, the review queue, and the costs behind them',
  retraining: 'How often to retrain',
  serving: 'Time budget and fallback',
  rollout: 'Shadow and canary',
  exploration: 'Letting some would-be declines through',
  monitors: 'Monitors and what they set off',
};

function mapFeatures(
  plan: Plan,
  reference: Plan,
  cards: readonly FeatureCard[],
  change: (own: PlanFeature, theirs: PlanFeature | undefined, card: FeatureCard) => PlanFeature,
): PlanFeature[] {
  return plan.features.map((own) =>
    change(
      own,
      reference.features.find((f) => f.name === own.name),
      cards.find((c) => c.name === own.name)!,
    ),
  );
}

/** `plan` with one decision taken from `reference`. */
export function replaceDecision(plan: Plan, reference: Plan, decision: Decision, cards: readonly FeatureCard[]): Plan {
  switch (decision) {
    case 'features':
      // The choice of columns only: those that both plans use stay as ours are bought.
      return {
        ...plan,
        features: reference.features.map((f) => plan.features.find((own) => own.name === f.name) ?? f),
      };
    case 'pointInTime':
      return {
        ...plan,
        features: mapFeatures(plan, reference, cards, (own, theirs) => ({
          ...own,
          pointInTime: theirs?.pointInTime ?? true,
        })),
      };
    case 'freshness':
      return {
        ...plan,
        features: mapFeatures(plan, reference, cards, (own, theirs, card) => ({
          ...own,
          freshness: theirs?.freshness ?? card.freshness[card.freshness.length - 1]!,
        })),
      };
    case 'decision':
      return { ...plan, decision: reference.decision, goal: reference.goal };
    case 'rollout':
      return { ...plan, rollout: { ...reference.rollout, exploration: plan.rollout.exploration } };
    case 'exploration':
      return { ...plan, rollout: { ...plan.rollout, exploration: reference.rollout.exploration } };
    case 'monitors':
      return { ...plan, monitors: reference.monitors, rollback: reference.rollback };
    default:
      return { ...plan, [decision]: reference[decision] };
  }
}
