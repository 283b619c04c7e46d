/** Decisions as replaceable parts of a plan. */
import { FEATURES } from '../features.ts';
import type { FeatureOrder } from '../../ranking/life.ts';
import type { Decision, Plan } from './types.ts';

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  reward: 'What counts as good',
  judgments: 'Which judgments count: guideline and votes',
  logs: 'Which rows of the log count: the window, machines',
  features: 'Which features are used',
  pointInTime: 'Values as they were, or as they stand today',
  freshness: 'How fresh the served values are',
  split: 'How the test lists are set apart',
  evaluation: 'The offline metric, the baseline, and fitting again',
  model: 'The model',
  training: 'Learning rows, pairs or lists',
  weighting: 'Weights against position',
  candidates: 'Where candidates come from, and how many',
  index: 'How fresh the index is, and what is sold out',
  diversity: 'Diversity of a list',
  exploration: 'Showing what is not known yet',
  experiment: 'Shadow days and the experiment',
  retraining: 'How often to retrain',
  serving: 'Time budget',
  monitors: 'Monitors and what they set off',
};

function mapFeatures(
  plan: Plan,
  reference: Plan,
  change: (own: FeatureOrder, theirs: FeatureOrder | undefined) => FeatureOrder,
): FeatureOrder[] {
  return plan.features.map((own) =>
    change(
      own,
      reference.features.find((f) => f.name === own.name),
    ),
  );
}

/** `plan` with one decision taken from `reference`. */
export function replaceDecision(plan: Plan, reference: Plan, decision: Decision): Plan {
  switch (decision) {
    case 'reward':
      return {
        ...plan,
        goal: reference.goal,
        labels: { ...plan.labels, reward: reference.labels.reward },
      };
    case 'judgments': {
      const { guideline, votes } = reference.labels;
      return { ...plan, labels: { ...plan.labels, guideline, votes } };
    }
    case 'logs': {
      const { windowDays, machines } = reference.labels;
      return { ...plan, labels: { ...plan.labels, windowDays, machines } };
    }
    case 'features':
      // The choice of columns only: those that both plans use stay as ours are bought.
      return {
        ...plan,
        features: reference.features.map((f) => plan.features.find((own) => own.name === f.name) ?? f),
      };
    case 'pointInTime':
      return {
        ...plan,
        features: mapFeatures(plan, reference, (own, theirs) => ({ ...own, pointInTime: theirs?.pointInTime ?? true })),
      };
    case 'freshness':
      return {
        ...plan,
        features: mapFeatures(plan, reference, (own, theirs) => ({
          ...own,
          freshness: theirs?.freshness ?? FEATURES.find((c) => c.name === own.name)!.freshness.at(-1)!,
        })),
      };
    case 'experiment':
      return { ...plan, experiment: reference.experiment, rollout: reference.rollout };
    case 'monitors':
      return { ...plan, monitors: reference.monitors, rollback: reference.rollback };
    default:
      return { ...plan, [decision]: reference[decision] };
  }
}
