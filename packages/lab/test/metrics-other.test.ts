/** What the table of laws does not cover: orders, curves, drift, review over days, groups, off-policy values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as m from '../src/metrics/index.ts';
import { AliasTable, RandomStream } from '../src/random/index.ts';

describe('the order of scores', () => {
  it('is that of a stable comparison sort, for any finite floats', () => {
    const score = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 5e-324, -5e-324, 1, -1, 1.7976931348623157e308),
    );
    fc.assert(
      fc.property(fc.array(score, { maxLength: 200 }), (scores) => {
        const slow = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
        // A difference of huge numbers overflows to infinity, which is still of the right sign.
        expect([...m.orderByScore(scores)]).toEqual(slow);
      }),
    );
  });
});

describe('drift', () => {
  it('is 0 between a sample and itself, and grows as the shift does', () => {
    const stream = new RandomStream(3, 'drift');
    const reference = Float64Array.from({ length: 4000 }, () => stream.normal());
    expect(m.populationStability(reference, reference)).toBe(0);
    const shifted = [0.2, 0.5, 1].map((shift) =>
      m.populationStability(
        reference,
        reference.map((value) => value + shift),
      ),
    );
    expect(shifted[0]!).toBeLessThan(shifted[1]!);
    expect(shifted[1]!).toBeLessThan(shifted[2]!);
    expect(shifted[2]!).toBeGreaterThan(0.25);
  });

  it('sees values go missing', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i);
    const holes = values.map((value, i) => (i % 3 === 0 ? NaN : value));
    expect(m.populationStability(values, holes)).toBeGreaterThan(1);
  });

  it('counts a feature with one value as stable, and refuses one with none', () => {
    expect(m.populationStability([7, 7, 7], [7, 7])).toBe(0);
    expect(() => m.populationStability([NaN, NaN], [1])).toThrow(/^reference has no value/);
    expect(() => m.populationStability([1, 2], [])).toThrow(/^values is empty/);
    expect(() => m.ksTwoSample([], [1])).toThrow(/^first is empty/);
    expect(() => m.ksTwoSample([1], [NaN])).toThrow(/^second\[0\] is NaN/);
  });

  it('KS: distance 1 for samples apart, 0 for equal ones, symmetric', () => {
    expect(m.ksTwoSample([1, 2, 3], [4, 5])).toMatchObject({ distance: 1 });
    expect(m.ksTwoSample([1, 2], [2, 1])).toEqual({ distance: 0, pValue: 1 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
        (a, b) => {
          const test = m.ksTwoSample(a, b);
          expect(test).toEqual(m.ksTwoSample(b, a));
          expect(test.pValue).toBeGreaterThanOrEqual(0);
          expect(test.pValue).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('a review team of fixed capacity', () => {
  const labels = [1, 0, 1, 0, 1, 0];
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
  it('gets its own ration each day, and cannot carry it over', () => {
    const days = [0, 0, 0, 1, 1, 1];
    expect(m.reviewAtCapacity(labels, scores, days, 1)).toEqual({
      precision: 0.5,
      recall: 1 / 3,
      reviewed: 2,
      caught: 1,
    });
    expect(m.reviewAtCapacity(labels, scores, days, 2)).toMatchObject({ reviewed: 4, caught: 2 });
    expect(m.reviewAtCapacity(labels, scores, days, 10)).toMatchObject({ reviewed: 6, caught: 3, recall: 1 });
  });
  it('counts recall in money when given amounts, and nothing when nobody reviews', () => {
    const value = m.reviewAtCapacity(labels, scores, new Uint8Array(6), 1, [70, 1, 20, 1, 10, 1]);
    expect(value.recall).toBeCloseTo(0.7, 12);
    expect(m.reviewAtCapacity(labels, scores, new Uint8Array(6), 0)).toEqual({
      precision: 0,
      recall: 0,
      reviewed: 0,
      caught: 0,
    });
  });
  it('refuses a negative capacity and days that do not fit', () => {
    expect(() => m.reviewAtCapacity(labels, scores, [0], 1)).toThrow(/^days has 1 rows, labels has 6/);
    expect(() => m.reviewAtCapacity(labels, scores, new Uint8Array(6), -1)).toThrow(/^perDay is -1/);
  });
});

describe('costs', () => {
  it('the curve gives at each threshold what the threshold costs, with amounts that differ by row', () => {
    const row = fc.record({
      y: fc.integer({ min: 0, max: 1 }),
      s: fc.integer({ min: 0, max: 6 }),
      amount: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const labels = rows.map(({ y }) => y);
        const scores = rows.map(({ s }) => s);
        const costs = {
          truePositive: 2,
          falsePositive: rows.map(({ amount }) => amount * 0.1),
          falseNegative: rows.map(({ amount }) => amount),
          trueNegative: 0,
        };
        const curve = m.costCurve(labels, scores, costs);
        curve.thresholds.forEach((threshold, i) => {
          expect(curve.totals[i]!).toBeCloseTo(m.totalCost(labels, scores, threshold, costs), 8);
        });
      }),
    );
  });
  it('a bad cost is refused by name', () => {
    const costs = { truePositive: 0, falsePositive: NaN, falseNegative: 1, trueNegative: 0 };
    expect(() => m.expectedCost([1, 0], [0.2, 0.1], 0.5, costs)).toThrow(/^costs.falsePositive\[0\] is NaN/);
    expect(() => m.expectedCost([1, 0], [0.2, 0.1], 0.5, { ...costs, falsePositive: [1] })).toThrow(
      /^costs.falsePositive has 1 rows/,
    );
  });
});

describe('means over queries', () => {
  it('take each query by itself and leave out those with nothing relevant', () => {
    const groups = [1, 2, 1, 2, 3];
    const relevances = [1, 0, 0, 1, 0];
    const scores = [0.9, 0.8, 0.2, 0.1, 0.5];
    expect(m.meanOverGroups(groups, relevances, scores, m.reciprocalRank)).toBe(0.75);
    expect(() => m.meanOverGroups([1, 1], [0, 0], [1, 2], m.reciprocalRank)).toThrow(/^relevances are 0 in every/);
  });
});

describe('off-policy estimates', () => {
  /** One context, three actions, known rewards: the truth is a sum. */
  const chances = [0.6, 0.3, 0.1];
  const judged = [0.1, 0.3, 0.6];
  const means = [0.2, 0.5, 0.8];
  const truth = judged.reduce((sum, p, a) => sum + p * means[a]!, 0);
  const draw = (seed: number, decisions: number) => {
    const stream = new RandomStream(seed, 'log');
    const table = new AliasTable(chances);
    const actions = Array.from({ length: decisions }, () => table.draw(stream));
    return {
      actions,
      rewards: actions.map((a) => (stream.chance(means[a]!) ? 1 : 0)),
      logged: actions.map((a) => chances[a]!),
      target: actions.map((a) => judged[a]!),
    };
  };

  it('IPS, self-normalised and doubly robust find the value within their errors; clipping is biased downward', () => {
    const log = draw(1, 40_000);
    const model = {
      loggedAction: log.actions.map((a) => means[a]! * 0.7),
      targetPolicy: log.actions.map(() => truth * 0.7),
    };
    for (const estimate of [m.ips(log), m.selfNormalisedIps(log), m.doublyRobust(log, model)]) {
      expect(Math.abs(estimate.value - truth)).toBeLessThan(4 * estimate.standardError);
      expect(estimate.standardError).toBeLessThan(0.02);
    }
    expect(m.clippedIps(log, 2).value).toBeLessThan(truth - 0.1);
    expect(m.directMethod(model.targetPolicy).value).toBeCloseTo(truth * 0.7, 10);
  });

  it('their standard errors are what the spread over many logs shows', () => {
    for (const estimator of [m.ips, m.selfNormalisedIps]) {
      const runs = Array.from({ length: 200 }, (_, seed) => estimator(draw(seed, 500)));
      const mean = runs.reduce((sum, run) => sum + run.value, 0) / runs.length;
      const spread = Math.sqrt(runs.reduce((sum, run) => sum + (run.value - mean) ** 2, 0) / (runs.length - 1));
      const claimed = runs.reduce((sum, run) => sum + run.standardError, 0) / runs.length;
      expect(claimed / spread).toBeGreaterThan(0.8);
      expect(claimed / spread).toBeLessThan(1.25);
    }
  });

  it('all give the mean reward when the judged policy is the logging one', () => {
    const log = draw(2, 300);
    const same = { ...log, target: log.logged };
    const mean = log.rewards.reduce((sum: number, reward) => sum + reward, 0) / 300;
    for (const estimate of [m.ips(same), m.selfNormalisedIps(same), m.clippedIps(same, 5)]) {
      expect(estimate.value).toBeCloseTo(mean, 12);
      expect(estimate.effectiveSample).toBeCloseTo(300, 8);
    }
  });

  it('the self-normalised value follows a constant added to every reward; doubly robust with a right model has no noise', () => {
    const log = draw(4, 200);
    const raised = { ...log, rewards: log.rewards.map((reward) => reward + 10) };
    expect(m.selfNormalisedIps(raised).value).toBeCloseTo(m.selfNormalisedIps(log).value + 10, 9);
    const exact = { ...log, rewards: log.actions.map((a) => means[a]!) };
    const model = { loggedAction: exact.rewards, targetPolicy: log.actions.map(() => truth) };
    expect(m.doublyRobust(exact, model).value).toBeCloseTo(truth, 12);
    expect(m.doublyRobust(exact, model).standardError).toBeLessThan(1e-12);
  });

  it('refuse propensities that cannot be', () => {
    expect(() => m.ips({ rewards: [1], logged: [0], target: [1] })).toThrow(
      /^logged\[0\] is 0: .*log the propensities/,
    );
    expect(() => m.ips({ rewards: [1], logged: [0.5], target: [2] })).toThrow(/^target\[0\] is 2/);
    expect(() => m.ips({ rewards: [], logged: [], target: [] })).toThrow(/^rewards is empty/);
    expect(() => m.selfNormalisedIps({ rewards: [1], logged: [0.5], target: [0] })).toThrow(/shares no action/);
    expect(() => m.clippedIps({ rewards: [1], logged: [0.5], target: [1] }, 0)).toThrow(/^cap is 0/);
  });
});
