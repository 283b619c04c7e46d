/** The fraud plan: everything the candidate decides, as one JSON document. `fields.ts` says what each field means. */
import type { PlanBase } from '../../../plan/check.ts';
import type { Freshness } from '../../types.ts';

export interface PlanFeature {
  readonly name: string;
  /** True: train on values as they were at the time. False: join the table as it stands today. */
  readonly pointInTime: boolean;
  readonly freshness: Freshness;
}

export type MonitorKind =
  | 'nullRate'
  | 'psi'
  | 'scoreDrift'
  | 'calibration'
  | 'blockRate'
  | 'reviewBacklog'
  | 'latency'
  | 'labelVolume';

export interface PlanMonitor {
  readonly kind: MonitorKind;
  readonly threshold: number;
}

export type Response = 'rollback' | 'feature-off' | 'page' | 'retrain';

export interface PlanResponse {
  readonly on: MonitorKind;
  readonly do: Response;
}

export type OfflineMetric = 'accuracy' | 'roc-auc' | 'average-precision' | 'log-loss' | 'cost';

export interface Plan extends PlanBase {
  readonly goal: {
    readonly metric: 'money' | 'fraud-caught' | 'approval-rate';
    /** What the candidate believes a declined honest customer costs, dollars, beyond the margin of the sale. */
    readonly falseDeclineDollars: number;
    /** What the candidate believes a chargeback costs beyond the amount, dollars. */
    readonly chargebackDollars: number;
  };
  readonly labels: {
    readonly source: 'chargebacks' | 'reviews' | 'both';
    readonly maturityDays: number;
    readonly blocked: 'exclude' | 'assume-fraud';
    readonly friendly: 'keep' | 'drop-same-device';
    readonly deduplicate: boolean;
  };
  readonly features: readonly PlanFeature[];
  readonly split: {
    readonly kind: 'random' | 'time' | 'entity' | 'time-gap';
    readonly gapDays: number;
    readonly testShare: number;
  };
  readonly evaluation: {
    readonly metric: OfflineMetric;
    readonly baseline: 'none' | 'rule' | 'logistic';
    /** Fit again on all rows once the choice is made. */
    readonly refit: boolean;
  };
  readonly model: {
    readonly kind: 'rule' | 'logistic' | 'trees';
    readonly trees: number;
    /** Share of the honest rows kept for training; they are weighted back. */
    readonly negativeRate: number;
  };
  readonly calibration: 'none' | 'platt' | 'isotonic';
  readonly decision: {
    readonly mode: 'fixed' | 'best-metric' | 'cost';
    readonly blockAbove: number;
    readonly review: 'none' | 'band' | 'fill';
    readonly reviewFrom: number;
  };
  readonly retraining: {
    /** 0: never. */
    readonly everyDays: number;
  };
  readonly serving: {
    readonly budgetMs: number;
    readonly fallback: 'approve' | 'rule' | 'block';
  };
  readonly rollout: {
    readonly shadowDays: number;
    /** Shares of traffic, rising, one for each step; empty: everything at once. */
    readonly canary: readonly number[];
    readonly stepDays: number;
    readonly advance: 'always' | 'no-alarm';
    /** Share of would-be declines that are let through to see what they were. */
    readonly exploration: number;
  };
  readonly monitors: readonly PlanMonitor[];
  readonly rollback: {
    readonly to: 'approve' | 'rule';
    readonly responses: readonly PlanResponse[];
  };
}

/** The parts of a plan that can be replaced one by one, to price each decision. */
export const DECISIONS = [
  'labels',
  'features',
  'pointInTime',
  'freshness',
  'split',
  'evaluation',
  'model',
  'calibration',
  'decision',
  'retraining',
  'serving',
  'rollout',
  'exploration',
  'monitors',
] as const;
export type Decision = (typeof DECISIONS)[number];
