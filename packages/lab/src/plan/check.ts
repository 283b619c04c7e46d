/** Checks a document against the fields and the world; every error names the field, the reason and the mend. */
import type { FeatureCard, Freshness } from '../worlds/types.ts';
import { FIELDS, MONITORS, type Field } from './fields.ts';
import type { Plan } from './types.ts';

export interface PlanProblem {
  readonly field: string;
  readonly reason: string;
}

/** A plan that cannot be run. `problems` is never empty; the message is all of them. */
export class PlanError extends Error {
  readonly problems: readonly PlanProblem[];
  constructor(problems: readonly PlanProblem[]) {
    super(problems.map((p) => `${p.field}: ${p.reason}`).join('\n'));
    this.name = 'PlanError';
    this.problems = problems;
  }
}

/** What a plan must know of its world. */
export interface PlanWorld {
  readonly id: string;
  readonly features: readonly FeatureCard[];
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => JSON.stringify(value) ?? String(value);
const RESPONSES = ['rollback', 'feature-off', 'page', 'retrain'];

function at(document: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document);
}

function checkField({ path, type }: Field, value: unknown): string | undefined {
  if (value === undefined) return 'is missing; every decision has to be made';
  switch (type.kind) {
    case 'choice':
      return type.choices.includes(value as string)
        ? undefined
        : `is ${show(value)}; choose one of ${type.choices.join(', ')}`;
    case 'flag':
      return typeof value === 'boolean' ? undefined : `is ${show(value)}; it must be true or false`;
    case 'text':
      if (typeof value !== 'string') return `is ${show(value)}; it must be text`;
      return value.length <= type.maxLength ? undefined : `has ${value.length} characters; at most ${type.maxLength}`;
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return `is ${show(value)}; it must be a number`;
      if (value < type.min || value > type.max)
        return `is ${value}; it must be between ${type.min} and ${type.max} ${type.unit}`;
      return type.whole && !Number.isInteger(value)
        ? `is ${value}; it must be a whole number of ${type.unit}`
        : undefined;
    }
    case 'shares': {
      if (!Array.isArray(value)) return `is ${show(value)}; it must be a list of shares such as [0.05, 0.25]`;
      if (value.length > type.maxItems) return `has ${value.length} steps; at most ${type.maxItems}`;
      let last = 0;
      for (const share of value) {
        if (typeof share !== 'number' || !(share > 0 && share < 1))
          return `holds ${show(share)}; each share lies between 0 and 1`;
        if (share <= last) return `holds ${share} after ${last}; shares must rise (field ${path})`;
        last = share;
      }
      return undefined;
    }
  }
}

/** Keys that the document has and the schema does not. */
function unknownKeys(document: Json): PlanProblem[] {
  const groups = new Map<string, Set<string>>([
    ['', new Set(['version', 'world', 'features', 'monitors', 'rollback'])],
    ['rollback', new Set(['responses'])],
  ]);
  for (const { path } of FIELDS) {
    const [head, tail] = path.split('.') as [string, string?];
    groups.get('')!.add(head);
    if (tail) groups.set(head, (groups.get(head) ?? new Set()).add(tail));
  }
  const out: PlanProblem[] = [];
  for (const [group, keys] of groups) {
    const part = group === '' ? document : document[group];
    if (part === undefined) continue;
    if (!isObject(part)) {
      out.push({ field: group, reason: `is ${show(part)}; it must be an object with ${[...keys].join(', ')}` });
      continue;
    }
    for (const key of Object.keys(part)) {
      if (keys.has(key)) continue;
      out.push({
        field: group === '' ? key || '(a key without a name)' : `${group}.${key}`,
        reason: `is not a field of a plan; the fields here are ${[...keys].join(', ')}`,
      });
    }
  }
  return out;
}

function checkFeatures(value: unknown, world: PlanWorld): PlanProblem[] {
  if (!Array.isArray(value))
    return [{ field: 'features', reason: 'must be a list of { name, pointInTime, freshness }' }];
  const out: PlanProblem[] = [];
  const seen = new Set<string>();
  value.forEach((entry: unknown, i) => {
    const field = `features[${i}]`;
    if (!isObject(entry)) {
      out.push({ field, reason: 'must be an object { name, pointInTime, freshness }' });
      return;
    }
    const extra = Object.keys(entry).find((key) => !['name', 'pointInTime', 'freshness'].includes(key));
    if (extra)
      out.push({
        field: `${field}.${extra}`,
        reason: 'is not a field of a feature; those are name, pointInTime, freshness',
      });
    const card = world.features.find((f) => f.name === entry.name);
    if (!card) {
      out.push({
        field: `${field}.name`,
        reason: `is ${show(entry.name)}, which this world does not have; it has ${world.features.map((f) => f.name).join(', ')}`,
      });
      return;
    }
    if (seen.has(card.name)) out.push({ field: `${field}.name`, reason: `${card.name} is listed twice; keep one` });
    seen.add(card.name);
    if (typeof entry.pointInTime !== 'boolean')
      out.push({ field: `${field}.pointInTime`, reason: `is ${show(entry.pointInTime)}; it must be true or false` });
    if (!card.freshness.includes(entry.freshness as Freshness)) {
      out.push({
        field: `${field}.freshness`,
        reason: `is ${show(entry.freshness)}; ${card.name} can be had ${card.freshness.join(', ')}`,
      });
    }
  });
  return out;
}

function checkMonitors(document: Json): PlanProblem[] {
  const out: PlanProblem[] = [];
  const bought = new Set<string>();
  if (!Array.isArray(document.monitors))
    out.push({ field: 'monitors', reason: 'must be a list of { kind, threshold }; an empty list buys none' });
  else
    document.monitors.forEach((entry: unknown, i) => {
      const field = `monitors[${i}]`;
      const card = isObject(entry) ? MONITORS.find((m) => m.kind === entry.kind) : undefined;
      if (!isObject(entry) || !card) {
        out.push({
          field: `${field}.kind`,
          reason: `is ${show(isObject(entry) ? entry.kind : entry)}; choose one of ${MONITORS.map((m) => m.kind).join(', ')}`,
        });
        return;
      }
      const extra = Object.keys(entry).find((key) => !['kind', 'threshold'].includes(key));
      if (extra)
        out.push({ field: `${field}.${extra}`, reason: 'is not a field of a monitor; those are kind, threshold' });
      if (bought.has(card.kind)) out.push({ field: `${field}.kind`, reason: `${card.kind} is bought twice; keep one` });
      bought.add(card.kind);
      const threshold = entry.threshold;
      if (typeof threshold !== 'number' || !(threshold >= card.min && threshold <= card.max)) {
        out.push({
          field: `${field}.threshold`,
          reason: `is ${show(threshold)}; ${card.kind} takes ${card.min} to ${card.max}`,
        });
      }
    });
  const responses = at(document, 'rollback.responses');
  if (!Array.isArray(responses)) {
    out.push({
      field: 'rollback.responses',
      reason: 'must be a list of { on, do }; an empty list leaves every alarm to you',
    });
    return out;
  }
  responses.forEach((entry: unknown, i) => {
    const field = `rollback.responses[${i}]`;
    if (!isObject(entry)) {
      out.push({ field, reason: 'must be an object { on, do }' });
      return;
    }
    const extra = Object.keys(entry).find((key) => !['on', 'do'].includes(key));
    if (extra) out.push({ field: `${field}.${extra}`, reason: 'is not a field of a response; those are on, do' });
    if (!bought.has(entry.on as string))
      out.push({
        field: `${field}.on`,
        reason: `waits for ${show(entry.on)}, which no monitor of this plan watches; buy it under monitors`,
      });
    if (!RESPONSES.includes(entry.do as string))
      out.push({ field: `${field}.do`, reason: `is ${show(entry.do)}; choose one of ${RESPONSES.join(', ')}` });
  });
  return out;
}

/** Decisions that each pass alone and cannot stand together. */
function contradictions(plan: Plan, world: PlanWorld): PlanProblem[] {
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
  const left = 84 - plan.labels.maturityDays;
  const tested =
    plan.split.kind === 'random' || plan.split.kind === 'entity' ? 0 : Math.ceil(left * plan.split.testShare);
  if (left - tested - plan.split.gapDays < 3) {
    say(
      'labels.maturityDays',
      `of ${plan.labels.maturityDays}, a test share of ${plan.split.testShare} and a gap of ${plan.split.gapDays} leave ${left - tested - plan.split.gapDays} days to train on; shorten one of them`,
    );
  }
  const scheduled = plan.rollout.shadowDays + plan.rollout.canary.length * plan.rollout.stepDays;
  if (scheduled >= 84) say('rollout.stepDays', `makes the rollout ${scheduled} days long; the live period has 84`);
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
    (most, f) => Math.max(most, world.features.find((c) => c.name === f.name)?.latencyMs[f.freshness] ?? 0),
    0,
  );
  if (learns && ms > plan.serving.budgetMs)
    say(
      'serving.budgetMs',
      `is ${plan.serving.budgetMs} ms, but the slowest feature needs ${ms} ms: the fallback would decide everything`,
    );
  return out;
}

/** All that is wrong with a document; empty where it is a plan for this world. */
export function planProblems(document: unknown, world: PlanWorld): PlanProblem[] {
  if (!isObject(document)) return [{ field: 'plan', reason: 'must be a JSON object' }];
  const out: PlanProblem[] = unknownKeys(document);
  if (document.version !== 1)
    out.push({ field: 'version', reason: `is ${show(document.version)}; this build reads version 1` });
  if (document.world !== world.id)
    out.push({ field: 'world', reason: `is ${show(document.world)}; this plan is checked for ${world.id}` });
  for (const field of FIELDS) {
    const reason = checkField(field, at(document, field.path));
    if (reason) out.push({ field: field.path, reason });
  }
  out.push(...checkFeatures(document.features, world), ...checkMonitors(document));
  return out.length > 0 ? out : contradictions(document as unknown as Plan, world);
}

/** The document as a plan, or PlanError. */
export function parsePlan(document: unknown, world: PlanWorld): Plan {
  const problems = planProblems(document, world);
  if (problems.length > 0) throw new PlanError(problems);
  return structuredCopy(document as Plan);
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
