import { fc, test } from './property.ts';
import { describe, expect, it } from 'vitest';
import { FIELDS, MONITORS, parsePlan, PlanError, planProblems, WORLDS, type Plan } from '../../src/index.ts';
import { reference } from './ground.ts';

const { world, references } = WORLDS.fraud!;

/** A copy of the expert plan with one path set; `undefined` removes it. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(reference('expert'))) as Record<string, unknown>;
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[keys[keys.length - 1]!];
  else at[keys[keys.length - 1]!] = value;
  return copy;
}

const fields = (document: unknown): string[] => planProblems(document, world).map((p) => p.field);

describe('a plan', () => {
  it.each(Object.keys(references))('%s can be run, and survives being written and read', (name) => {
    expect(planProblems(references[name], world)).toEqual([]);
    expect(parsePlan(JSON.parse(JSON.stringify(references[name])), world)).toEqual(references[name]);
  });

  it.each(FIELDS.map((f) => [f.path, f] as const))(
    'says what %s means and what it risks, and asks for it',
    (path, field) => {
      expect(field.says.length).toBeGreaterThan(10);
      expect(field.risks.length).toBeGreaterThan(3);
      expect(fields(changed(path, undefined))).toContain(path);
      expect(fields(changed(path, { no: 'thing' }))).toContain(path);
    },
  );

  test.prop([
    fc.constantFrom(...FIELDS.filter((f) => f.type.kind === 'number')),
    fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
    fc.boolean(),
  ])('refuses a number outside its range and names the field', ({ path, type }, beyond, below) => {
    if (type.kind !== 'number') return;
    const problems = planProblems(changed(path, below ? type.min - beyond : type.max + beyond), world);
    expect(problems[0]!.field).toBe(path);
    expect(problems[0]!.reason).toContain(String(type.max));
  });

  test.prop([fc.jsonValue()])('of any other shape gets problems with fields and reasons, never a crash', (document) => {
    const problems = planProblems(document, world);
    expect(problems.length).toBeGreaterThan(0);
    for (const { field, reason } of problems) expect([field, reason].every((s) => s.length > 0)).toBe(true);
  });

  it.each<[string, (plan: Plan) => unknown, string]>([
    ['an unknown field', (p) => ({ ...p, luck: 1 }), 'luck'],
    ['an unknown field inside', (p) => ({ ...p, model: { ...p.model, depth: 3 } }), 'model.depth'],
    [
      'a feature that does not exist',
      (p) => ({ ...p, features: [{ name: 'is_fraud', pointInTime: true, freshness: 'request' }] }),
      'features[0].name',
    ],
    ['a feature twice', (p) => ({ ...p, features: [...p.features, p.features[0]!] }), `features[20].name`],
    [
      'a freshness that cannot be had',
      (p) => ({ ...p, features: [{ name: 'amount', pointInTime: true, freshness: 'daily' }] }),
      'features[0].freshness',
    ],
    ['a model with no features', (p) => ({ ...p, features: [] }), 'features'],
    [
      'a rule that retrains',
      (p) => ({ ...p, model: { ...p.model, kind: 'rule' }, calibration: 'none' }),
      'retraining.everyDays',
    ],
    [
      'a baseline that is the model',
      (p) => ({ ...p, model: { ...p.model, kind: 'logistic' }, evaluation: { ...p.evaluation, baseline: 'logistic' } }),
      'evaluation.baseline',
    ],
    ['a gap without a split that has one', (p) => ({ ...p, split: { ...p.split, kind: 'random' } }), 'split.gapDays'],
    [
      'a review band above the threshold',
      (p) => ({ ...p, decision: { mode: 'fixed', blockAbove: 0.3, review: 'band', reviewFrom: 0.4 } }),
      'decision.reviewFrom',
    ],
    [
      'nothing left to train on',
      (p) => ({
        ...p,
        labels: { ...p.labels, maturityDays: 75 },
        split: { kind: 'time-gap', gapDays: 20, testShare: 0.5 },
      }),
      'labels.maturityDays',
    ],
    [
      'a rollout longer than the run',
      (p) => ({ ...p, rollout: { ...p.rollout, shadowDays: 28, canary: [0.1, 0.2, 0.3, 0.4, 0.5], stepDays: 14 } }),
      'rollout.stepDays',
    ],
    ['shares that fall', (p) => ({ ...p, rollout: { ...p.rollout, canary: [0.5, 0.1] } }), 'rollout.canary'],
    ['a response to a monitor that was not bought', (p) => ({ ...p, monitors: [] }), 'rollback.responses[0].on'],
    [
      'waiting for alarms with no monitor',
      (p) => ({ ...p, monitors: [], rollback: { to: 'rule', responses: [] } }),
      'rollout.advance',
    ],
    ['a monitor twice', (p) => ({ ...p, monitors: [...p.monitors, p.monitors[0]!] }), 'monitors[6].kind'],
    [
      'a budget below the slowest feature',
      (p) => ({ ...p, serving: { ...p.serving, budgetMs: 20 } }),
      'serving.budgetMs',
    ],
    ['another world', (p) => ({ ...p, world: 'search' }), 'world'],
    ['another version', (p) => ({ ...p, version: 2 }), 'version'],
  ])('refuses %s and names it', (_, make, field) => {
    expect(fields(make(reference('expert')))).toContain(field);
    expect(() => parsePlan(make(reference('expert')), world)).toThrow(PlanError);
  });

  it('prices every monitor and feature', () => {
    for (const m of MONITORS) expect(m.dollarsPerDay).toBeGreaterThan(0);
    for (const f of world.features)
      for (const age of f.freshness) expect([f.latencyMs[age], f.dollarsPerDay[age]]).not.toContain(undefined);
  });
});
