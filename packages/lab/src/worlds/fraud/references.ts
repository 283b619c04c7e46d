/** Reference plans: five ways to run this product, from a first attempt to a careful one. */
import type { Plan, PlanFeature, PlanMonitor } from './plan/types.ts';
import type { Freshness } from '../types.ts';
import { FEATURES } from './features.ts';

export const REFERENCES = ['rule', 'naive', 'textbook', 'cautious', 'expert'] as const;
export type ReferenceName = (typeof REFERENCES)[number];

/** The best freshness that is wanted and that the feature can be had at. */
function order(name: string, pointInTime: boolean, wanted: Freshness): PlanFeature {
  const card = FEATURES.find((f) => f.name === name)!;
  const freshness = card.freshness.includes(wanted) ? wanted : card.freshness[card.freshness.length - 1]!;
  return { name, pointInTime, freshness };
}

const HONEST = [
  'amount',
  'amount_vs_usual',
  'hour',
  'hours_since_last',
  'card_tx_1h',
  'card_tx_24h',
  'card_spend_24h',
  'device_new',
  'device_cards_7d',
  'ip_distance_km',
  'ship_mismatch',
  'address_check',
  'category_risk',
  'account_age_days',
  'email_age_days',
  'session_seconds',
  'session_pages',
  'pasted_fields',
  'credential_age_days',
  'device_reputation',
] as const;

const monitor = (kind: PlanMonitor['kind'], threshold: number): PlanMonitor => ({ kind, threshold });

const rule: Plan = {
  version: 1,
  world: 'fraud',
  name: 'The hand-written rule',
  goal: { metric: 'money', falseDeclineDollars: 20, chargebackDollars: 20 },
  labels: { source: 'chargebacks', maturityDays: 30, blocked: 'exclude', friendly: 'keep', deduplicate: true },
  features: [],
  split: { kind: 'time', gapDays: 0, testShare: 0.25 },
  evaluation: { metric: 'cost', baseline: 'none', refit: false },
  model: { kind: 'rule', trees: 10, negativeRate: 0.1 },
  calibration: 'none',
  decision: { mode: 'fixed', blockAbove: 0.5, review: 'none', reviewFrom: 0.5 },
  retraining: { everyDays: 0 },
  serving: { budgetMs: 150, fallback: 'approve' },
  rollout: { shadowDays: 0, canary: [], stepDays: 1, advance: 'always', exploration: 0 },
  monitors: [],
  rollback: { to: 'approve', responses: [] },
  prediction: {
    saves: 0,
    firstFailure: 'drift',
    why: 'A rule that nobody changes is learned by heart by the thieves.',
  },
};

const naive: Plan = {
  ...rule,
  name: 'Naive: every column, high accuracy',
  goal: { metric: 'fraud-caught', falseDeclineDollars: 0, chargebackDollars: 0 },
  labels: { source: 'chargebacks', maturityDays: 0, blocked: 'exclude', friendly: 'keep', deduplicate: false },
  features: FEATURES.map((f) => order(f.name, false, 'daily')),
  split: { kind: 'random', gapDays: 0, testShare: 0.2 },
  evaluation: { metric: 'accuracy', baseline: 'none', refit: false },
  model: { kind: 'trees', trees: 40, negativeRate: 0.1 },
  decision: { mode: 'fixed', blockAbove: 0.5, review: 'none', reviewFrom: 0.25 },
  prediction: { saves: 45_000, firstFailure: 'drift', why: 'The offline numbers are nearly perfect.' },
};

const textbook: Plan = {
  ...rule,
  name: 'Textbook: sound split, sound metric, no money',
  goal: { metric: 'money', falseDeclineDollars: 5, chargebackDollars: 20 },
  labels: { source: 'chargebacks', maturityDays: 14, blocked: 'exclude', friendly: 'keep', deduplicate: true },
  features: [...HONEST.map((name) => order(name, true, 'daily')), order('merchant_dispute_rate', true, 'daily')],
  split: { kind: 'time', gapDays: 0, testShare: 0.25 },
  evaluation: { metric: 'average-precision', baseline: 'rule', refit: false },
  model: { kind: 'trees', trees: 40, negativeRate: 0.1 },
  calibration: 'none',
  decision: { mode: 'best-metric', blockAbove: 0.5, review: 'none', reviewFrom: 0.1 },
  retraining: { everyDays: 28 },
  serving: { budgetMs: 150, fallback: 'approve' },
  rollout: { shadowDays: 0, canary: [0.1, 0.5], stepDays: 4, advance: 'always', exploration: 0 },
  monitors: [monitor('psi', 0.5), monitor('scoreDrift', 0.25)],
  rollback: { to: 'approve', responses: [] },
  prediction: { saves: 25_000, firstFailure: 'drift', why: 'Thieves change; a monthly training will lag behind.' },
};

const cautious: Plan = {
  ...textbook,
  name: 'Cautious: everything slowly, everything watched',
  goal: { metric: 'money', falseDeclineDollars: 60, chargebackDollars: 20 },
  labels: { source: 'both', maturityDays: 30, blocked: 'exclude', friendly: 'drop-same-device', deduplicate: true },
  features: HONEST.map((name) => order(name, true, 'hourly')),
  split: { kind: 'time-gap', gapDays: 7, testShare: 0.3 },
  evaluation: { metric: 'average-precision', baseline: 'rule', refit: true },
  calibration: 'platt',
  decision: { mode: 'cost', blockAbove: 0.5, review: 'fill', reviewFrom: 0.1 },
  retraining: { everyDays: 28 },
  serving: { budgetMs: 200, fallback: 'rule' },
  rollout: { shadowDays: 5, canary: [0.1, 0.4], stepDays: 4, advance: 'no-alarm', exploration: 0.02 },
  monitors: [
    monitor('nullRate', 0.1),
    monitor('psi', 1.5),
    monitor('scoreDrift', 0.25),
    monitor('calibration', 2),
    monitor('blockRate', 5),
    monitor('reviewBacklog', 0.4),
    monitor('latency', 0.05),
    monitor('labelVolume', 8),
  ],
  rollback: {
    to: 'rule',
    responses: [
      { on: 'nullRate', do: 'page' },
      { on: 'nullRate', do: 'rollback' },
      { on: 'psi', do: 'page' },
      { on: 'blockRate', do: 'rollback' },
      { on: 'latency', do: 'page' },
      { on: 'labelVolume', do: 'page' },
    ],
  },
  prediction: { saves: 15_000, firstFailure: 'unit-change', why: 'Pipelines break more often than models.' },
};

const expert: Plan = {
  ...cautious,
  name: 'Expert: money first, quick and reversible',
  goal: { metric: 'money', falseDeclineDollars: 40, chargebackDollars: 20 },
  // A fraud from a known device is a fraud: without those the model learns that a known device is safe.
  labels: { source: 'both', maturityDays: 30, blocked: 'exclude', friendly: 'keep', deduplicate: true },
  features: HONEST.map((name) => order(name, true, 'realtime')),
  split: { kind: 'time-gap', gapDays: 3, testShare: 0.3 },
  evaluation: { metric: 'average-precision', baseline: 'rule', refit: true },
  model: { kind: 'trees', trees: 40, negativeRate: 0.1 },
  calibration: 'platt',
  decision: { mode: 'cost', blockAbove: 0.5, review: 'fill', reviewFrom: 0.1 },
  retraining: { everyDays: 21 },
  serving: { budgetMs: 150, fallback: 'rule' },
  rollout: { shadowDays: 1, canary: [0.25], stepDays: 3, advance: 'no-alarm', exploration: 0.03 },
  monitors: [
    monitor('nullRate', 0.1),
    monitor('psi', 0.6),
    monitor('calibration', 2.5),
    monitor('blockRate', 4),
    monitor('latency', 0.08),
    monitor('labelVolume', 8),
  ],
  rollback: {
    to: 'rule',
    responses: [
      { on: 'nullRate', do: 'page' },
      { on: 'nullRate', do: 'feature-off' },
      { on: 'psi', do: 'page' },
      { on: 'psi', do: 'feature-off' },
      { on: 'latency', do: 'page' },
      { on: 'labelVolume', do: 'page' },
      { on: 'calibration', do: 'retrain' },
    ],
  },
  prediction: {
    saves: 40_000,
    firstFailure: 'unit-change',
    why: 'A feature will break before the model is outlived; the monitors should catch it within two days.',
  },
};

const PLANS: Readonly<Record<ReferenceName, Plan>> = { rule, naive, textbook, cautious, expert };

export function referencePlan(name: ReferenceName): Plan {
  return PLANS[name];
}
