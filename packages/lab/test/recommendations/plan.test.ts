import { describe, expect, it } from 'vitest';
import { parsePlan, planProblems, WORLDS, type PlanBase } from '../../src/index.ts';
import { DECISIONS } from '../../src/worlds/recommendations/plan/types.ts';
import { reference } from './ground.ts';

const { world, references } = WORLDS.recommendations!;
const expert = reference('expert');

describe('a recommendations plan', () => {
  it.each(Object.keys(references))('the %s reference is one', (name) => {
    expect(planProblems(references[name], world)).toEqual([]);
  });

  it('covers every field that the schema names, and says what each risks', () => {
    for (const field of world.fields) {
      const [group, key] = field.path.split('.') as [string, string?];
      const part = (expert as unknown as Record<string, Record<string, unknown>>)[group];
      expect(key === undefined ? part : part![key], field.path).toBeDefined();
      expect(field.says.length).toBeGreaterThan(5);
      expect(field.risks.length).toBeGreaterThan(5);
    }
  });

  it.each<[string, object, string]>([
    ['another world', { world: 'fraud' }, 'world'],
    ['an unknown key', { mood: 'good' }, 'mood'],
    ['an unknown objective', { training: { objective: 'vibes' } }, 'training.objective'],
    ['half a million candidates', { candidates: { ...expert.candidates, depth: 500_000 } }, 'candidates.depth'],
    [
      'a feature that is not there',
      { features: [{ name: 'mood', pointInTime: true, freshness: 'daily' }] },
      'features[0].name',
    ],
    ['no features for trees', { features: [] }, 'features'],
    [
      'people who come back, by visit',
      { experiment: { ...expert.experiment, unit: 'visit', guardrail: 'none', metric: 'return' } },
      'experiment.unit',
    ],
    [
      'a guardrail on the metric itself',
      { experiment: { ...expert.experiment, guardrail: 'reads' } },
      'experiment.guardrail',
    ],
    [
      'an experiment longer than the run',
      { rollout: { shadowDays: 28 }, experiment: { ...expert.experiment, days: 56 } },
      'experiment.days',
    ],
    ['weekly looks in ten days', { experiment: { ...expert.experiment, days: 10 } }, 'experiment.boundary'],
    [
      'a page with no owner',
      { monitors: [{ kind: 'coverage', threshold: 0.5 }], rollback: { responses: [{ on: 'coverage', do: 'page' }] } },
      'rollback.responses',
    ],
  ])('is refused with %s, and the field is named', (_, change, field) => {
    const problems = planProblems({ ...expert, ...change }, world);
    expect(problems.map((p) => p.field)).toContain(field);
    expect(problems.find((p) => p.field === field)!.reason.length).toBeGreaterThan(8);
  });

  it('becomes the reference when every decision is taken from it', () => {
    const all = DECISIONS.reduce<PlanBase>(
      (plan, decision) => world.replace(plan, expert, decision),
      reference('naive'),
    );
    expect({ ...all, name: '', prediction: 0 }).toEqual({ ...expert, name: '', prediction: 0 });
    expect(parsePlan(all, world)).toEqual(all);
  });
});
