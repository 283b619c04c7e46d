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
  'text_match',
  'title_match',
  'vector_match',
  'category_match',
  'price',
  'in_stock',
  'rating',
  'pair_ctr',
  'pair_order_rate',
  'item_ctr',
  'item_sales',
  'brand_ctr',
] as const;

const monitor = (kind: MonitorKind, threshold: number): Plan['monitors'][number] => ({ kind, threshold });

const rule: Plan = {
  version: 1,
  world: 'search',
  name: 'The old engine: words and sales',
  goal: { metric: 'relevance', searchDollars: 2 },
  labels: { reward: 'judgment', guideline: 'all', votes: 'one', windowDays: 84, machines: 'keep' },
  features: [],
  split: { kind: 'time', testShare: 0.25 },
  evaluation: { metric: 'ndcg', reward: 'judgment', baseline: 'none', refit: false },
  model: { kind: 'rule', trees: 10 },
  training: { objective: 'pointwise' },
  weighting: { method: 'none', cap: 10, curve: 'inverse-rank' },
  candidates: { source: 'text', depth: 20 },
  index: { refresh: 'daily', soldOut: 'show' },
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
  prediction: { saves: 0, firstFailure: 'demand-shift', why: 'Words find what is named, not what is meant.' },
};

const naive: Plan = {
  ...rule,
  name: 'Naive: every column, all judgments, at once',
  features: FEATURES.map((f) => order(f.name, false, 'daily')),
  split: { kind: 'random', testShare: 0.2 },
  model: { kind: 'trees', trees: 60 },
  candidates: { source: 'text', depth: 20 },
  prediction: { saves: 10_000, firstFailure: 'slow-shard', why: 'NDCG on the judgments is close to one.' },
};

const textbook: Plan = {
  ...rule,
  name: 'Textbook: sound split, judgments, an experiment on clicks',
  labels: { reward: 'judgment', guideline: 'all', votes: 'three', windowDays: 84, machines: 'filter' },
  features: HONEST.map((name) => order(name, true, 'daily')),
  split: { kind: 'time', testShare: 0.2 },
  evaluation: { metric: 'ndcg', reward: 'judgment', baseline: 'rule', refit: true },
  model: { kind: 'trees', trees: 30 },
  training: { objective: 'listwise' },
  candidates: { source: 'mixed', depth: 40 },
  diversity: { penalty: 0 },
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
  serving: { budgetMs: 200 },
  monitors: [monitor('psi', 1), monitor('clickRate', 1.4)],
  prediction: { saves: 8000, firstFailure: 'judgments', why: 'Two guidelines stand in one column.' },
};

const cautious: Plan = {
  ...textbook,
  name: 'Cautious: everything slowly, everything watched',
  goal: { metric: 'orders', searchDollars: 2 },
  labels: { reward: 'judgment', guideline: 'current', votes: 'three', windowDays: 84, machines: 'filter' },
  features: HONEST.map((name) => order(name, true, 'hourly')),
  index: { refresh: 'hourly', soldOut: 'drop' },
  exploration: { share: 0.02 },
  experiment: {
    days: 42,
    unit: 'user',
    share: 0.2,
    metric: 'orders',
    guardrail: 'clicks',
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
    monitor('orderRate', 1.25),
    monitor('soldOut', 0.25),
    monitor('latency', 0.08),
  ],
  rollback: {
    responses: [
      { on: 'nullRate', do: 'rollback' },
      { on: 'psi', do: 'rollback' },
      { on: 'skew', do: 'rollback' },
      { on: 'clickRate', do: 'rollback' },
    ],
  },
  prediction: { saves: 5000, firstFailure: 'frozen-index', why: 'Pipelines break more often than models.' },
};

const expert: Plan = {
  ...cautious,
  name: 'Expert: today’s judgments with clicks and orders, deep and quick',
  labels: { reward: 'blend', guideline: 'current', votes: 'three', windowDays: 84, machines: 'filter' },
  evaluation: { metric: 'dr', reward: 'order', baseline: 'rule', refit: true },
  model: { kind: 'trees', trees: 25 },
  weighting: { method: 'clipped', cap: 6, curve: 'shuffled' },
  candidates: { source: 'mixed', depth: 64 },
  diversity: { penalty: 0 },
  exploration: { share: 0.01 },
  experiment: {
    days: 14,
    unit: 'user',
    share: 0.5,
    metric: 'orders',
    guardrail: 'none',
    effect: 0.15,
    power: 0.8,
    boundary: 'always-valid',
    inconclusive: 'ship',
  },
  retraining: { everyDays: 14 },
  serving: { budgetMs: 350 },
  rollout: { shadowDays: 0 },
  monitors: [
    monitor('nullRate', 0.05),
    monitor('psi', 1.5),
    monitor('skew', 0.1),
    monitor('clickRate', 1.4),
    monitor('soldOut', 0.25),
    monitor('latency', 0.15),
  ],
  rollback: {
    responses: [
      { on: 'nullRate', do: 'page' },
      { on: 'psi', do: 'page' },
      { on: 'skew', do: 'page' },
      { on: 'clickRate', do: 'page' },
      { on: 'soldOut', do: 'page' },
      { on: 'latency', do: 'page' },
    ],
  },
  prediction: {
    saves: 15_000,
    firstFailure: 'frozen-index',
    why: 'The judgments of today are sound with clicks beside them; something upstream breaks first, and its owner is paged.',
  },
};

const PLANS: Readonly<Record<ReferenceName, Plan>> = { rule, naive, textbook, cautious, expert };

export function referencePlan(name: ReferenceName): Plan {
  return PLANS[name];
}
