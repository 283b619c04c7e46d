/** Reference plans: five ways to run this product, from leaving it alone to a careful one. */
import type { Freshness } from '../types.ts';
import { FEATURES } from './features.ts';
import type { FeatureOrder } from '../ranking/life.ts';
import type { MonitorKind, Plan } from './plan/types.ts';

export const REFERENCES = ['rule', 'naive', 'textbook', 'cautious', 'expert'] as const;
export type ReferenceName = (typeof REFERENCES)[number];

/** The best freshness that is wanted and that the feature can be had at. */
function order(name: string, pointInTime: boolean, wanted: Freshness): FeatureOrder {
  const card = FEATURES.find((f) => f.name === name)!;
  const freshness = card.freshness.includes(wanted) ? wanted : card.freshness.at(-1)!;
  return { name, pointInTime, freshness };
}

const HONEST = [
  'item_age_days',
  'item_minutes',
  'item_ctr_7d',
  'item_views_7d',
  'item_long_rate_7d',
  'item_like_rate',
  'topic_affinity',
  'topic_read',
  'recent_topic',
  'house_long_rate',
  'house_ctr',
  'title_heat',
  'editor_score',
  'seen_before',
] as const;

const monitor = (kind: MonitorKind, threshold: number): Plan['monitors'][number] => ({ kind, threshold });

const rule: Plan = {
  version: 1,
  world: 'recommendations',
  name: 'The old policy: what is popular',
  goal: { metric: 'clicks', visitDollars: 0.3 },
  labels: { reward: 'click', longSeconds: 30, windowDays: 28, rows: 'requested', machines: 'keep' },
  features: [],
  split: { kind: 'time', testShare: 0.25 },
  evaluation: { metric: 'ndcg', reward: 'click', baseline: 'none', refit: false },
  model: { kind: 'popularity', trees: 10 },
  training: { objective: 'pointwise' },
  weighting: { method: 'none', cap: 10, curve: 'inverse-rank' },
  candidates: { source: 'popular', depth: 20, newShare: 0 },
  diversity: { penalty: 0 },
  exploration: { share: 0 },
  experiment: {
    days: 0,
    unit: 'visit',
    share: 0.5,
    metric: 'clicks',
    guardrail: 'none',
    effect: 0.05,
    power: 0.8,
    boundary: 'none',
    inconclusive: 'ship',
  },
  retraining: { everyDays: 0 },
  serving: { budgetMs: 150 },
  rollout: { shadowDays: 0 },
  monitors: [],
  rollback: { responses: [] },
  prediction: {
    saves: 0,
    firstFailure: 'taste-shift',
    why: 'What is popular is shown and stays popular; nobody asks whether it was worth it.',
  },
};

const naive: Plan = {
  ...rule,
  name: 'Naive: every column, more clicks, at once',
  features: FEATURES.map((f) => order(f.name, false, 'daily')),
  split: { kind: 'random', testShare: 0.2 },
  evaluation: { metric: 'ndcg', reward: 'click', baseline: 'none', refit: false },
  model: { kind: 'trees', trees: 30 },
  training: { objective: 'pointwise' },
  candidates: { source: 'popular', depth: 40, newShare: 0 },
  prediction: { saves: 10_000, firstFailure: 'latency-climb', why: 'NDCG has nearly doubled.' },
};

const textbook: Plan = {
  ...rule,
  name: 'Textbook: sound split, position weights, an experiment on clicks',
  labels: { reward: 'click', longSeconds: 30, windowDays: 56, rows: 'requested', machines: 'filter' },
  features: HONEST.map((name) => order(name, true, 'daily')),
  split: { kind: 'time', testShare: 0.2 },
  evaluation: { metric: 'snips', reward: 'click', baseline: 'popularity', refit: true },
  model: { kind: 'trees', trees: 30 },
  training: { objective: 'listwise' },
  weighting: { method: 'ips', cap: 10, curve: 'inverse-rank' },
  candidates: { source: 'mixed', depth: 40, newShare: 0.1 },
  diversity: { penalty: 0.2 },
  experiment: {
    days: 14,
    unit: 'user',
    share: 0.5,
    metric: 'clicks',
    guardrail: 'none',
    effect: 0.05,
    power: 0.8,
    boundary: 'fixed',
    inconclusive: 'ship',
  },
  retraining: { everyDays: 28 },
  serving: { budgetMs: 150 },
  monitors: [monitor('psi', 0.6), monitor('clickRate', 1.4)],
  prediction: { saves: 5000, firstFailure: 'metric', why: 'Clicks are the best that is logged for everything.' },
};

const cautious: Plan = {
  ...textbook,
  name: 'Cautious: everything slowly, everything watched',
  goal: { metric: 'retention', visitDollars: 0.3 },
  labels: { reward: 'long-click', longSeconds: 30, windowDays: 56, rows: 'viewed', machines: 'filter' },
  features: HONEST.map((name) => order(name, true, 'hourly')),
  evaluation: { metric: 'dr', reward: 'long-click', baseline: 'popularity', refit: true },
  weighting: { method: 'clipped', cap: 5, curve: 'shuffled' },
  exploration: { share: 0.02 },
  experiment: {
    days: 42,
    unit: 'user',
    share: 0.2,
    metric: 'reads',
    guardrail: 'return',
    effect: 0.1,
    power: 0.8,
    boundary: 'obrien-fleming',
    inconclusive: 'hold',
  },
  serving: { budgetMs: 200 },
  rollout: { shadowDays: 7 },
  monitors: [
    monitor('nullRate', 0.05),
    monitor('psi', 1),
    monitor('scoreDrift', 0.5),
    monitor('skew', 0.08),
    monitor('clickRate', 1.3),
    monitor('viewsPerVisit', 1.25),
    monitor('readRate', 1.25),
    monitor('returnRate', 1.15),
    monitor('coverage', 0.8),
    monitor('latency', 0.08),
  ],
  rollback: {
    responses: [
      { on: 'nullRate', do: 'rollback' },
      { on: 'skew', do: 'rollback' },
      { on: 'readRate', do: 'rollback' },
      { on: 'clickRate', do: 'rollback' },
    ],
  },
  prediction: { saves: 2500, firstFailure: 'catalogue-change', why: 'Pipelines break more often than models.' },
};

const expert: Plan = {
  ...cautious,
  name: 'Expert: what is worth it first, quick and reversible',
  labels: { reward: 'blend', longSeconds: 40, windowDays: 84, rows: 'viewed', machines: 'filter' },
  features: HONEST.map((name) => order(name, true, 'daily')),
  evaluation: { metric: 'dr', reward: 'long-click', baseline: 'popularity', refit: true },
  model: { kind: 'trees', trees: 30 },
  training: { objective: 'listwise' },
  weighting: { method: 'clipped', cap: 6, curve: 'shuffled' },
  candidates: { source: 'mixed', depth: 40, newShare: 0.15 },
  diversity: { penalty: 0.5 },
  exploration: { share: 0.08 },
  experiment: {
    days: 14,
    unit: 'user',
    share: 0.5,
    metric: 'reads',
    guardrail: 'return',
    effect: 0.15,
    power: 0.8,
    boundary: 'pocock',
    inconclusive: 'ship',
  },
  retraining: { everyDays: 21 },
  serving: { budgetMs: 200 },
  rollout: { shadowDays: 1 },
  // In this world a broken feature costs little a day: watch what names its owner, and no more.
  monitors: [monitor('nullRate', 0.05), monitor('psi', 2)],
  rollback: {
    responses: [
      { on: 'nullRate', do: 'page' },
      { on: 'psi', do: 'page' },
    ],
  },
  prediction: {
    saves: 9000,
    firstFailure: 'catalogue-change',
    why: 'The reward is sound enough; something upstream will break first, and the two monitors page its owner.',
  },
};

const PLANS: Readonly<Record<ReferenceName, Plan>> = { rule, naive, textbook, cautious, expert };

export function referencePlan(name: ReferenceName): Plan {
  return PLANS[name];
}
