/** Checks a document as a fraud plan: its fields, its lists, and what cannot stand together. */
import {
  checkFeatures,
  checkFields,
  checkMonitors,
  checkResponses,
  isObject,
  type PlanProblem,
} from '../../../plan/check.ts';
import { HISTORY_DAYS, LIVE_DAYS } from '../config.ts';
import { FEATURES } from '../features.ts';
import { FIELDS, MONITORS } from './fields.ts';
import type { Plan } from './types.ts';

const RESPONSES = ['rollback', 'feature-off', 'page', 'retrain'];

/** Decisions that each pass alone and cannot stand together. */
function contradictions(plan: Plan): PlanProblem[] {
  const out: PlanProblem[] = [];
  const say = (field: string, reason: string): void => void out.push({ field, reason });
  const learns = plan.model.kind !== 'rule';
  if (learns && plan.features.length === 0) say('features', 'is empty; a model that learns needs at least one');
  if (!learns && plan.decision.review === 'band')
    say('decision.review', 'is "band", but a rule gives no score; choose none or fill');
  if (!learns && plan.retraining.everyDays > 0)
    say('retraining.everyDays', 'asks to retrain a hand-written rule; set it to 0');
  if (!learns && plan.calibration !== 'none')
    say('calibration', 'asks to calibrate a hand-written rule; set it to none');
  if (plan.evaluation.baseline === plan.model.kind)
    say('evaluation.baseline', `is the model itself (${plan.model.kind}); choose something simpler, or none`);
  else if (!learns && plan.evaluation.baseline === 'logistic')
    say('evaluation.baseline', 'is logistic, which is less simple than the rule that it is to check; choose none');
  if (plan.split.kind === 'time-gap' && plan.split.gapDays === 0)
    say('split.gapDays', 'is 0 with a split that has a gap; give it days, or choose time');
  if (plan.split.kind !== 'time-gap' && plan.split.gapDays > 0)
    say(
      'split.gapDays',
      `is ${plan.split.gapDays}, but the split is ${plan.split.kind}; set it to 0 or choose time-gap`,
    );
  if (
    plan.decision.mode === 'fixed' &&
    plan.decision.review === 'band' &&
    plan.decision.reviewFrom >= plan.decision.blockAbove
  ) {
    say(
      'decision.reviewFrom',
      `is ${plan.decision.reviewFrom}, not below blockAbove (${plan.decision.blockAbove}): the band is empty`,
    );
  }
  const left = HISTORY_DAYS - plan.labels.maturityDays;
  const tested =
    plan.split.kind === 'random' || plan.split.kind === 'entity' ? 0 : Math.ceil(left * plan.split.testShare);
  if (left - tested - plan.split.gapDays < 3) {
    say(
      'labels.maturityDays',
      `of ${plan.labels.maturityDays}, a test share of ${plan.split.testShare} and a gap of ${plan.split.gapDays} leave ${left - tested - plan.split.gapDays} days to train on; shorten one of them`,
    );
  }
  const scheduled = plan.rollout.shadowDays + plan.rollout.canary.length * plan.rollout.stepDays;
  if (scheduled >= LIVE_DAYS)
    say('rollout.stepDays', `makes the rollout ${scheduled} days long; the live period has ${LIVE_DAYS}`);
  if (plan.rollout.advance === 'no-alarm' && plan.monitors.length === 0)
    say('rollout.advance', 'waits for alarms, but no monitor is bought');
  if (plan.labels.source === 'reviews' && plan.decision.review === 'none' && plan.retraining.everyDays > 0) {
    say(
      'labels.source',
      'is reviews, but nothing will be reviewed and the model is to retrain; review something, or use chargebacks',
    );
  }
  for (const { on, do: response } of plan.rollback.responses) {
    if (response === 'retrain' && !learns) say('rollback.responses', 'asks to retrain a hand-written rule');
    if (response === 'feature-off' && on !== 'nullRate' && on !== 'psi')
      say('rollback.responses', `turns a feature off on ${on}, which names no feature; use nullRate or psi`);
    if (response === 'page' && !['nullRate', 'psi', 'latency', 'labelVolume'].includes(on))
      say(
        'rollback.responses',
        `pages upstream on ${on}, which names no culprit; use nullRate, psi, latency or labelVolume`,
      );
  }
  const ms = plan.features.reduce(
    (most, f) => Math.max(most, FEATURES.find((c) => c.name === f.name)?.latencyMs[f.freshness] ?? 0),
    0,
  );
  if (learns && ms > plan.serving.budgetMs)
    say(
      'serving.budgetMs',
      `is ${plan.serving.budgetMs} ms, but the slowest feature needs ${ms} ms: the fallback would decide everything`,
    );
  return out;
}

/** All that is wrong with a document; empty where it is a fraud plan. */
export function fraudPlanProblems(document: unknown): PlanProblem[] {
  if (!isObject(document)) return [{ field: 'plan', reason: 'must be a JSON object' }];
  const out = [
    ...checkFields(document, 'fraud', FIELDS, ['features', 'monitors', 'rollback.responses']),
    ...checkFeatures(document.features, FEATURES),
    ...checkMonitors(document.monitors, MONITORS),
    ...checkResponses(document, RESPONSES),
  ];
  return out.length > 0 ? out : contradictions(document as unknown as Plan);
}
