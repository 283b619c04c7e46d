import { describe, expect, it } from 'vitest';
import { INCIDENT_CARDS, drawIncidents } from '../../src/worlds/search/incidents.ts';
import { MONITORS } from '../../src/worlds/search/plan/fields.ts';
import { REFERENCES, referencePlan } from '../../src/worlds/search/references.ts';
import { quick, world } from './ground.ts';

const problems = (change: object): string =>
  world
    .problems({ ...quick(), ...change })
    .map((p) => `${p.field}: ${p.reason}`)
    .join('\n');

describe('a search plan', () => {
  it('has reference plans without a problem', () => {
    for (const name of REFERENCES) expect(world.problems(referencePlan(name)), name).toEqual([]);
  });

  it('says in plain words what each field decides and risks', () => {
    for (const field of world.fields) {
      expect(field.says.length, field.path).toBeGreaterThan(5);
      expect(field.risks.length, field.path).toBeGreaterThan(5);
    }
  });

  it('refuses what cannot stand together, naming field and mend', () => {
    const { evaluation, labels, candidates } = quick();
    expect(problems({ evaluation: { ...evaluation, reward: 'judgment', metric: 'dr' } })).toMatch(
      /evaluation\.metric: .*choose ndcg/,
    );
    expect(problems({ labels: { ...labels, reward: 'judgment' } })).toMatch(/weighting\.method: .*set it to none/);
    expect(problems({ candidates: { ...candidates, depth: 500 } })).toMatch(/candidates\.depth: is 500/);
    expect(problems({ features: [] })).toMatch(/features: is empty/);
    expect(problems({ index: { refresh: 'yearly', soldOut: 'drop' } })).toMatch(/index\.refresh/);
  });

  it('takes each decision from another plan, and a plan of its own stays one', () => {
    for (const { decision } of world.decisions)
      expect(world.replace(quick(), quick(), decision), decision).toEqual(quick());
    expect(world.replace(quick(), referencePlan('textbook'), 'index')).toMatchObject({ index: { refresh: 'daily' } });
  });
});

describe('incidents of search', () => {
  it('are three to five of at least five kinds, each seen by a monitor that can be bought', () => {
    expect(INCIDENT_CARDS.length).toBeGreaterThanOrEqual(5);
    for (const card of INCIDENT_CARDS) expect(MONITORS.map((m) => m.kind)).toContain(card.seenBy);
    for (let seed = 0; seed < 40; seed++) {
      const drawn = drawIncidents(seed);
      expect(drawn.length).toBeGreaterThanOrEqual(3);
      expect(new Set(drawn.map((i) => i.kind)).size).toBe(drawn.length);
    }
  });
});
