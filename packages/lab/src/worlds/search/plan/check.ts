/** Checks a document as a search plan: its fields, its lists, and what cannot stand together. */
import {
  checkFeatures,
  checkFields,
  checkMonitors,
  checkResponses,
  isObject,
  type PlanProblem,
} from '../../../plan/check.ts';
import { rankingContradictions } from '../../ranking/plan.ts';
import { LIVE_DAYS } from '../config.ts';
import { FEATURES } from '../features.ts';
import { FIELDS, MONITORS } from './fields.ts';
import type { Plan } from './types.ts';

const RESPONSES = ['rollback', 'feature-off', 'page', 'retrain'];
const NAMES_A_FEATURE = ['nullRate', 'psi', 'skew'];
const NAMES_A_CULPRIT = [...NAMES_A_FEATURE, 'clickRate', 'soldOut', 'latency'];

/** Decisions that each pass alone and cannot stand together. */
function contradictions(plan: Plan): PlanProblem[] {
  const learns = plan.model.kind !== 'rule';
  const out = rankingContradictions(plan, learns, []);
  const say = (field: string, reason: string): void => void out.push({ field, reason });
  if (learns && plan.features.length === 0) say('features', 'is empty; a model that learns needs at least one');
  if (!learns && plan.retraining.everyDays > 0)
    say('retraining.everyDays', 'asks to retrain the old engine; set it to 0');
  if (!learns && plan.experiment.days > 0)
    say('experiment.days', 'compares the old engine with itself; set it to 0, or choose trees');
  if (!learns && plan.evaluation.baseline === 'rule') say('evaluation.baseline', 'is the model itself; choose none');
  const days = plan.rollout.shadowDays + plan.experiment.days;
  if (days >= LIVE_DAYS)
    say(
      'experiment.days',
      `and the shadow days come to ${days}; the live period has ${LIVE_DAYS}, and nobody would get the model`,
    );
  const { labels, evaluation, weighting } = plan;
  if (labels.reward === 'order' && labels.windowDays < 21)
    say('labels.windowDays', `of ${labels.windowDays} holds too few orders; take 21 or more`);
  if (evaluation.reward === 'judgment' && ['ips', 'snips', 'dr'].includes(evaluation.metric))
    say(
      'evaluation.metric',
      `is ${evaluation.metric}, which weighs what was shown; judgments were shown to nobody: choose ndcg, mrr or recall`,
    );
  if (labels.reward === 'judgment' && weighting.method !== 'none')
    say('weighting.method', 'weighs clicks by place, and a plan for judgments learns from none; set it to none');
  for (const { on, do: response } of plan.rollback.responses) {
    if (response === 'retrain' && !learns) say('rollback.responses', 'asks to retrain the old engine');
    if (response === 'feature-off' && !NAMES_A_FEATURE.includes(on))
      say(
        'rollback.responses',
        `turns a feature off on ${on}, which names no feature; use ${NAMES_A_FEATURE.join(', ')}`,
      );
    if (response === 'page' && !NAMES_A_CULPRIT.includes(on))
      say('rollback.responses', `pages upstream on ${on}, which names no culprit; use ${NAMES_A_CULPRIT.join(', ')}`);
  }
  const ms = plan.features.reduce(
    (most, f) => Math.max(most, FEATURES.find((c) => c.name === f.name)?.latencyMs[f.freshness] ?? 0),
    0,
  );
  if (learns && ms > plan.serving.budgetMs)
    say(
      'serving.budgetMs',
      `is ${plan.serving.budgetMs} ms, but the slowest feature needs ${ms} ms: the old engine would answer everything`,
    );
  return out;
}

/** All that is wrong with a document; empty where it is a search plan. */
export function searchPlanProblems(document: unknown): PlanProblem[] {
  if (!isObject(document)) return [{ field: 'plan', reason: 'must be a JSON object' }];
  const out = [
    ...checkFields(document, 'search', FIELDS, ['features', 'monitors', 'rollback.responses']),
    ...checkFeatures(document.features, FEATURES),
    ...checkMonitors(document.monitors, MONITORS),
    ...checkResponses(document, RESPONSES),
  ];
  return out.length > 0 ? out : contradictions(document as unknown as Plan);
}
