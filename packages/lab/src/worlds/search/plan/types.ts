/** The plan of the search world: one document with every decision. `fields.ts` says what each is for. */
import type { PlanBase } from '../../../plan/check.ts';
import type { AlarmResponse, ExperimentPlan, RankingPlan } from '../../ranking/plan.ts';

export const MONITOR_KINDS = [
  'nullRate',
  'psi',
  'scoreDrift',
  'skew',
  'clickRate',
  'orderRate',
  'soldOut',
  'latency',
] as const;
export type MonitorKind = (typeof MONITOR_KINDS)[number];

export const REWARDS = ['judgment', 'click', 'order', 'blend'] as const;
export type Reward = (typeof REWARDS)[number];

export interface Plan extends PlanBase, RankingPlan {
  readonly goal: { readonly metric: 'relevance' | 'clicks' | 'orders'; readonly searchDollars: number };
  readonly labels: {
    readonly reward: Reward;
    /** Judgments under either guideline, or only under today's. */
    readonly guideline: 'all' | 'current';
    readonly votes: 'one' | 'three';
    readonly windowDays: number;
    readonly machines: 'keep' | 'filter';
  };
  readonly split: { readonly kind: 'random' | 'query' | 'time'; readonly testShare: number };
  readonly evaluation: RankingPlan['evaluation'] & {
    readonly reward: Exclude<Reward, 'blend'>;
    readonly baseline: 'none' | 'rule';
  };
  readonly model: { readonly kind: 'rule' | 'trees'; readonly trees: number };
  readonly candidates: { readonly source: 'text' | 'vector' | 'mixed'; readonly depth: number };
  readonly index: { readonly refresh: 'daily' | 'hourly'; readonly soldOut: 'show' | 'drop' };
  readonly experiment: ExperimentPlan & {
    readonly metric: 'clicks' | 'orders' | 'margin';
    readonly guardrail: 'none' | 'clicks' | 'orders' | 'margin';
  };
  readonly monitors: readonly { readonly kind: MonitorKind; readonly threshold: number }[];
  readonly rollback: {
    readonly responses: readonly (AlarmResponse & { readonly on: MonitorKind })[];
  };
}

/** Decisions that can be replaced one at a time by those of another plan. */
export const DECISIONS = [
  'reward',
  'judgments',
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
  'index',
  'diversity',
  'exploration',
  'experiment',
  'retraining',
  'serving',
  'monitors',
] as const;
export type Decision = (typeof DECISIONS)[number];
