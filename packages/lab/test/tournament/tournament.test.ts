import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/index.ts';
import { NothingToLearn, type Launch } from '../../src/worlds/world.ts';
import {
  contestants,
  costOf,
  pairedDifference,
  percentile,
  randomPlan,
  standings,
} from '../../src/tournament/index.ts';

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

  it('give the mean of the differences with the interval of that mean, and win where the cost is lower', () => {
    const totals = { good: [0, 0, 0, 0], bad: [10, 20, 30, -20] };
    const { mean, low, high, wins } = pairedDifference(totals, 'good', 'bad');
    // Deviation of 10, 20, 30, -20 is 21.602; over the root of four seeds 10.801, times 1.96.
    expect([mean, wins]).toEqual([10, 3]);
    expect(low).toBeCloseTo(10 - 21.17, 2);
    expect(high).toBeCloseTo(10 + 21.17, 2);
  });

  it('put the cheapest first, with the interval of its mean', () => {
    const ranked = standings({ dear: [30, 50], cheap: [1, 3], never: [Number.NaN, Number.NaN] });
    expect(ranked.map(({ name, mean }) => [name, mean])).toEqual([
      ['cheap', 2],
      ['dear', 40],
    ]);
    expect(ranked[0]!.high - ranked[0]!.mean).toBeCloseTo(1.96, 6);
  });

  it('count a plan that ties as half beaten', () => {
    expect(percentile(5, [1, 5, 9, 9])).toBe(62.5);
    expect(percentile(0, [1, 5, Number.NaN])).toBe(100);
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

describe('what a contestant costs', () => {
  const like = Object.values(WORLDS['fraud']!.references).at(-1)!;
  const launch = (open: () => never): Launch =>
    ({ open, policy: (name) => [Float64Array.of(name === 'oracle' ? 1 : 7, 2)] }) as Launch;

  it('is no number where its labels leave nothing to learn from, and any other failure is not hidden', () => {
    const nothing = launch(() => {
      throw new NothingToLearn('labels', 'have not matured');
    });
    expect(costOf(nothing, 'random 1', like)).toBeNaN();
    const broken = launch(() => {
      throw new RangeError('broken');
    });
    expect(() => costOf(broken, 'random 1', like)).toThrow('broken');
  });

  it('is that of the oracle for the oracle alone', () => {
    const never = launch(() => {
      throw new Error('opens no plan');
    });
    expect(['oracle', 'do nothing'].map((name) => costOf(never, name, null))).toEqual([3, 9]);
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
