import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/index.ts';
import { NothingToLearn, type Launch } from '../../src/worlds/world.ts';
import { contestants, costOf, digestOf, pairedDifference, randomPlan, standings } from '../../src/tournament/index.ts';

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
});

describe('what a contestant costs', () => {
  const like = Object.values(WORLDS['fraud']!.references).at(-1)!;
  const launch = (open: () => never): Launch =>
    ({ open, policy: (name) => [Float64Array.of(name === 'oracle' ? 1 : 7, 2)] }) as Launch;

  it('is no number where its labels leave nothing to learn from, and any other failure is not hidden', () => {
    const nothing = launch(() => {
      throw new NothingToLearn('labels', 'have not matured');
    });
    expect(costOf(nothing, like)).toBeNaN();
    const broken = launch(() => {
      throw new RangeError('broken');
    });
    expect(() => costOf(broken, like)).toThrow('broken');
  });

  it('is that of the oracle for the oracle alone', () => {
    const never = launch(() => {
      throw new Error('opens no plan');
    });
    expect((['oracle', 'nothing'] as const).map((policy) => costOf(never, policy))).toEqual([3, 9]);
  });
});

describe.each(Object.entries(WORLDS))('plans drawn at random for %s', (_, entry) => {
  const { world, references } = entry;
  const like = Object.values(references).at(-1)!;
  const plans = Array.from({ length: 60 }, (__, seed) => randomPlan(world, like, seed));

  it('are plans, are the same for the same seed, and differ between seeds', () => {
    expect(plans.every((plan) => world.problems(plan).length === 0)).toBe(true);
    expect(randomPlan(world, like, 3)).toEqual(plans[3]);
    expect(new Set(plans.map(digestOf)).size).toBe(60);
    expect(() => randomPlan(world, { ...like, name: 7 as never }, 1)).toThrow(/like/);
  });

  it('owe nothing to the plan they began from', () => {
    const bare = (plan: object) => ({ ...plan, name: '', prediction: null });
    for (const other of Object.values(references)) expect(bare(randomPlan(world, other, 5))).toEqual(bare(plans[5]!));
  });

  it('take every choice of every field now and then, and as many monitors as they like', () => {
    const value = (plan: object, path: string): unknown =>
      path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], plan);
    for (const { path, type } of world.fields) {
      const seen = new Set(plans.map((plan) => JSON.stringify(value(plan, path))));
      if (path.startsWith('prediction') || path === 'name') continue;
      // To learn nothing forbids so much else that it is rare; all other choices are usual.
      if (type.kind === 'choice')
        expect(seen.size, path).toBeGreaterThanOrEqual(type.choices.length - (path === 'model.kind' ? 1 : 0));
      else expect(seen.size, path).toBeGreaterThan(type.kind === 'flag' ? 1 : 5);
    }
    const many = plans.map((plan) => (plan as unknown as { monitors: unknown[] }).monitors.length);
    expect(Math.min(...many)).toBe(0);
    expect(Math.max(...many)).toBeGreaterThan(world.monitors.length / 2);
  });

  it('join the references and the two ends, others on each seed', () => {
    const names = [...contestants(entry, 1, 2).keys()];
    expect(names).toEqual(['do nothing', 'oracle', ...Object.keys(references), 'draw 1', 'draw 2']);
    expect(contestants(entry, 1, 2).get('draw 1')).toEqual(contestants(entry, 1, 1).get('draw 1'));
    expect(contestants(entry, 2, 1).get('draw 1')).not.toEqual(contestants(entry, 1, 1).get('draw 1'));
  });
});
