/** The plan of the recommendations world: one document with every decision. `fields.ts` says what each is for. */
import type { PlanBase } from '../../../plan/check.ts';
import type { AlarmResponse, ExperimentPlan, RankingPlan } from '../../ranking/plan.ts';

export const MONITOR_KINDS = [
  'nullRate',
  'psi',
  'scoreDrift',
  'skew',
  'clickRate',
  'viewsPerVisit',
  'readRate',
  'returnRate',
  'coverage',
  'latency',
] as const;
export type MonitorKind = (typeof MONITOR_KINDS)[number];

export const REWARDS = ['click', 'long-click', 'like', 'survey', 'blend'] as const;
export type Reward = (typeof REWARDS)[number];

export interface Plan extends PlanBase, RankingPlan {
  readonly goal: { readonly metric: 'clicks' | 'reading' | 'retention'; readonly visitDollars: number };
  readonly labels: {
    readonly reward: Reward;
    /** Seconds from which a click counts as read. */
    readonly longSeconds: number;
    readonly windowDays: number;
    readonly rows: 'requested' | 'viewed';
    readonly machines: 'keep' | 'filter';
  };
  readonly split: { readonly kind: 'random' | 'user' | 'time'; readonly testShare: number };
  readonly evaluation: RankingPlan['evaluation'] & {
    readonly reward: Reward;
    readonly baseline: 'none' | 'popularity';
  };
  readonly model: { readonly kind: 'popularity' | 'trees'; readonly trees: number };
  readonly candidates: {
    readonly source: 'popular' | 'taste' | 'mixed';
    readonly depth: number;
    /** Share of the candidates that are items of the last days. */
    readonly newShare: number;
  };
  readonly experiment: ExperimentPlan & {
    readonly metric: 'clicks' | 'reads' | 'likes' | 'return';
    readonly guardrail: 'none' | 'clicks' | 'reads' | 'return';
  };
  readonly monitors: readonly { readonly kind: MonitorKind; readonly threshold: number }[];
  readonly rollback: {
    readonly responses: readonly (AlarmResponse & { readonly on: MonitorKind })[];
  };
}

/** Decisions that can be replaced one at a time by those of another plan. */
export const DECISIONS = [
  'reward',
  'logs',
  'features',
  'pointInTime',
  'freshness',
  'split',
  'evaluation',
  'model',
  'training',
  'weighting',
  'candidates',
  'diversity',
  'exploration',
  'experiment',
  'retraining',
  'serving',
  'monitors',
] as const;
export type Decision = (typeof DECISIONS)[number];
