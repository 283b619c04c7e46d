/** Checks a document as a recommendations plan: its fields, its lists, and what cannot stand together. */
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
const NAMES_A_CULPRIT = [...NAMES_A_FEATURE, 'clickRate', 'viewsPerVisit', 'latency'];

/** Decisions that each pass alone and cannot stand together. */
function contradictions(plan: Plan): PlanProblem[] {
  const learns = plan.model.kind !== 'popularity';
  const out = rankingContradictions(plan, learns, ['return']);
  const say = (field: string, reason: string): void => void out.push({ field, reason });
  if (learns && plan.features.length === 0) say('features', 'is empty; a model that learns needs at least one');
  if (!learns && plan.retraining.everyDays > 0)
    say('retraining.everyDays', 'asks to retrain the old policy; set it to 0');
  if (!learns && plan.experiment.days > 0)
    say('experiment.days', 'compares the old policy with itself; set it to 0, or choose trees');
  if (!learns && plan.evaluation.baseline === 'popularity')
    say('evaluation.baseline', 'is the model itself; choose none');
  const days = plan.rollout.shadowDays + plan.experiment.days;
  if (days >= LIVE_DAYS)
    say(
      'experiment.days',
      `and the shadow days come to ${days}; the live period has ${LIVE_DAYS}, and nobody would get the model`,
    );
  const rare = ['like', 'survey'].includes(plan.labels.reward);
  if (rare && plan.labels.windowDays < 28)
    say(
      'labels.windowDays',
      `of ${plan.labels.windowDays} holds too few of the reward ${plan.labels.reward}; take 28 or more`,
    );
  for (const { on, do: response } of plan.rollback.responses) {
    if (response === 'retrain' && !learns) say('rollback.responses', 'asks to retrain the old policy');
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
      `is ${plan.serving.budgetMs} ms, but the slowest feature needs ${ms} ms: the old policy would answer everything`,
    );
  return out;
}

/** All that is wrong with a document; empty where it is a recommendations plan. */
export function recommendationsPlanProblems(document: unknown): PlanProblem[] {
  if (!isObject(document)) return [{ field: 'plan', reason: 'must be a JSON object' }];
  const out = [
    ...checkFields(document, 'recommendations', FIELDS, ['features', 'monitors', 'rollback.responses']),
    ...checkFeatures(document.features, FEATURES),
    ...checkMonitors(document.monitors, MONITORS),
    ...checkResponses(document, RESPONSES),
  ];
  return out.length > 0 ? out : contradictions(document as unknown as Plan);
}
