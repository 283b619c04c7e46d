/**
 * One set of laws, run on every metric in the table. A metric says which laws hold for it and inherits the tests.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mass, METRICS, positives, type Known, type Row, type Score } from './metrics-laws-table.ts';

/** Scores on a grid whose points are exact, tie often, and fall on no edge of a bin and no threshold of one half. */
const rowOf = (weight: fc.Arbitrary<number>) =>
  fc.record({
    y: fc.constantFrom<0 | 1>(0, 1),
    s: fc.integer({ min: 0, max: 15 }).map((k) => (2 * k + 1) / 32),
    w: weight,
  });
const tableOf = (weight: fc.Arbitrary<number>) =>
  fc
    .array(rowOf(weight), { minLength: 2, maxLength: 24 })
    .filter((rows) => rows.some((row) => row.y === 1) && rows.some((row) => row.y === 0));
const unweighted = tableOf(fc.constant(1));
const weighted = tableOf(fc.integer({ min: 1, max: 4 }));

const evaluate = (metric: Score, rows: readonly Row[], withWeights: boolean) =>
  metric(
    rows.map((row) => row.y),
    rows.map((row) => row.s),
    withWeights ? rows.map((row) => row.w) : undefined,
  );
const near = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)));
};
const valueOf = (value: Known, rate: number, score: number, rows: number) =>
  typeof value === 'number' ? value : value(rate, score, rows);

describe.each(Object.entries(METRICS))('%s', (_name, laws) => {
  const { metric } = laws;
  const table = laws.weighted ? weighted : unweighted;
  const labelsField = laws.labels ?? 'labels';
  const scoresField = laws.scores ?? 'scores';
  const rank = laws.labels === 'relevances';
  const check = (holds: (rows: Row[]) => void) => fc.assert(fc.property(table, holds), { numRuns: 60 });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(table, fc.integer(), (rows, seed) => {
        const keyed = rows.map((row, i) => ({ row, key: Math.imul(i + 1, seed | 1) }));
        const mixed = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
        near(evaluate(metric, mixed, laws.weighted), evaluate(metric, rows, laws.weighted));
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with the slow formula', () => {
    check((rows) => near(evaluate(metric, rows, laws.weighted), laws.oracle(rows)));
  });

  it('stays within its bounds', () => {
    check((rows) => {
      const value = evaluate(metric, rows, laws.weighted);
      expect(value).toBeGreaterThanOrEqual(laws.bounds[0] - 1e-12);
      expect(value).toBeLessThanOrEqual(laws.bounds[1]);
    });
  });

  it('has its known value for perfect, worst and constant scores', () => {
    check((rows) => {
      const of = (s: (row: Row) => number) =>
        evaluate(
          metric,
          rows.map((row) => ({ ...row, s: s(row) })),
          laws.weighted,
        );
      const rate = positives(rows) / mass(rows);
      const perfect = valueOf(laws.perfect, rate, 0, rows.length);
      const worst = valueOf(laws.worst ?? NaN, rate, 0, rows.length);
      const score = rows[0]!.s;
      const constant = valueOf(laws.constant, rate, score, rows.length);
      if (perfect === perfect)
        near(
          of((row) => row.y),
          perfect,
        );
      if (worst === worst)
        near(
          of((row) => 1 - row.y),
          worst,
        );
      if (constant === constant)
        near(
          of(() => score),
          constant,
        );
    });
  });

  if (laws.weighted)
    it('takes a weight of n for n equal rows, and a weight of 0 for none', () => {
      check((rows) => {
        const repeated = rows.flatMap((row) => Array.from({ length: row.w }, () => ({ ...row, w: 1 })));
        near(evaluate(metric, rows, true), evaluate(metric, repeated, false));
        near(
          evaluate(metric, [...rows, { y: 1, s: 31 / 32, w: 0 }, { y: 0, s: 1 / 32, w: 0 }], true),
          laws.oracle(rows),
        );
      });
    });

  if (laws.weighted)
    it('does not depend on the scale of the weights', () => {
      check((rows) => {
        const scaled = rows.map((row) => ({ ...row, w: row.w * 0.37 }));
        near(evaluate(metric, scaled, true), evaluate(metric, rows, true));
      });
    });

  if (laws.monotone)
    it('depends on the order of the scores only', () => {
      for (const map of [(s: number) => 40 * s - 7, (s: number) => s * s * s, (s: number) => -1 / (s + 1)]) {
        check((rows) => {
          const moved = rows.map((row) => ({ ...row, s: map(row.s) }));
          near(evaluate(metric, moved, laws.weighted), evaluate(metric, rows, laws.weighted));
        });
      }
    });

  if (laws.flip)
    it('is unchanged when labels and scores are both turned round', () => {
      check((rows) => {
        const turned = rows.map((row) => ({ ...row, y: (1 - row.y) as 0 | 1, s: 1 - row.s }));
        near(evaluate(metric, turned, laws.weighted), evaluate(metric, rows, laws.weighted));
      });
    });

  it('reads typed arrays as it reads lists, and leaves its input alone', () => {
    check((rows) => {
      const labels = Uint8Array.from(rows, (row) => row.y);
      const scores = Float64Array.from(rows, (row) => row.s);
      const before = scores.slice();
      const weights = laws.weighted ? Float32Array.from(rows, (row) => row.w) : undefined;
      near(metric(labels, scores, weights), evaluate(metric, rows, laws.weighted));
      expect(scores).toEqual(before);
    });
  });

  it('refuses empty input, unequal lengths, and values that are no label or no score, by name', () => {
    expect(() => metric([], [])).toThrow(new RegExp(`^${labelsField} is empty`));
    expect(() => metric([1, 0], [0.5])).toThrow(new RegExp(`^${scoresField} has 1 rows, ${labelsField} has 2`));
    expect(() => metric([1, 0], [0.5, NaN])).toThrow(new RegExp(`^${scoresField}\\[1\\] is NaN`));
    expect(() => metric([1, 0], [Infinity, 0.5])).toThrow(new RegExp(`^${scoresField}\\[0\\] is Infinity`));
    expect(() => metric([1, -1], [0.5, 0.5])).toThrow(new RegExp(`^${labelsField}\\[1\\] is -1`));
    expect(() => metric([1, NaN], [0.5, 0.5])).toThrow(new RegExp(`^${labelsField}\\[1\\] is NaN`));
    if (!rank) expect(() => metric([1, 2], [0.5, 0.5])).toThrow(/^labels\[1\] is 2: a label is 0 or 1/);
    if (laws.scores === 'probabilities') {
      expect(() => metric([1, 0], [0.5, 1.5])).toThrow(/^probabilities\[1\] is 1.5: .*\[0, 1\]; calibrate first/);
    }
  });

  if (laws.weighted)
    it('refuses bad weights by name', () => {
      expect(() => metric([1, 0], [0.1, 0.2], [1])).toThrow(/^weights has 1 rows, labels has 2/);
      expect(() => metric([1, 0], [0.1, 0.2], [1, -1])).toThrow(/^weights\[1\] is -1/);
      expect(() => metric([1, 0], [0.1, 0.2], [0, 0])).toThrow(/^weights sum to 0/);
      expect(() => metric([1, 0], [0.1, 0.2], [NaN, 1])).toThrow(/^weights\[0\] is NaN/);
    });

  it('says which class is missing where it needs one', () => {
    const zeros = () => metric([0, 0], [0.2, 0.4]);
    const ones = () => metric([1, 1], [0.2, 0.4]);
    if (laws.needs === 'none') expect(zeros()).toBeTypeOf('number');
    else expect(zeros).toThrow(/^labels hold no positive \(1\) row: .* needs/);
    if (laws.needs === 'both') expect(ones).toThrow(/^labels hold no negative \(0\) row: .* needs/);
    else expect(ones()).toBeTypeOf('number');
  });
});
