import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/index.ts';
import { contestants, pairedDifference, percentile, randomPlan, standings } from '../../src/tournament/index.ts';

describe('standings', () => {
  it('pair by seed: what both share cancels', () => {
    const noise = [100, 900, -300, 4000];
    const totals = { good: noise, bad: noise.map((x) => x + 50) };
    expect(pairedDifference(totals, 'good', 'bad')).toEqual({
      better: 'good',
      worse: 'bad',
      mean: 50,
      low: 50,
      high: 50,
      wins: 4,
      seeds: 4,
    });
  });

  it('leave out seeds on which a plan could not run, and name what is not there', () => {
    const totals = { a: [1, Number.NaN, 3], b: [2, 2, 2] };
    expect(pairedDifference(totals, 'a', 'b')).toMatchObject({ mean: 0, seeds: 2, wins: 1 });
    expect(() => pairedDifference(totals, 'a', 'c')).toThrow(/contestant/);
    expect(standings(totals).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('give a percentile between 0 and 100 that falls as the cost rises', () => {
    const costs = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(costs, fc.integer(), fc.integer(), (all, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const [p, q] = [percentile(low, all), percentile(high, all)];
        expect(p).toBeGreaterThanOrEqual(q);
        expect(q).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe.each(Object.entries(WORLDS))('random plans of %s', (_, entry) => {
  const like = Object.values(entry.references).at(-1)!;
  it('are plans, are the same for the same seed, and differ between seeds', () => {
    const plans = [1, 2, 3, 4, 5].map((seed) => randomPlan(entry.world, like, seed));
    expect(plans.every((plan) => entry.world.problems(plan).length === 0)).toBe(true);
    expect(randomPlan(entry.world, like, 3)).toEqual(plans[2]);
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(5);
  });

  it('take part beside every reference, doing nothing and the oracle', () => {
    const names = [...contestants(entry, 2).keys()];
    expect(names).toEqual(
      expect.arrayContaining(['do nothing', 'oracle', ...Object.keys(entry.references), 'random 1']),
    );
  });
});
