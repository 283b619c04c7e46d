import { describe, expect, it } from 'vitest';
import * as m from '../src/metrics/index.ts';
import { RandomStream } from '../src/random/index.ts';

const fifths = [0.2, 0.4, 0.6, 0.8, 1];

describe('the normal distribution', () => {
  it('has its tabled values, far into the tail too', () => {
    const table: [number, number][] = [
      [0, 0.5],
      [1, 0.15865525393145705],
      [1.96, 0.024997895148220435],
      [3, 0.0013498980316300933],
      [5, 2.866515718791933e-7],
      [10, 7.61985302416047e-24],
    ];
    for (const [z, tail] of table) {
      expect(Math.abs(m.normalTail(z) / tail - 1)).toBeLessThan(1e-11);
      expect(Math.abs(m.normalCdf(-z) / tail - 1)).toBeLessThan(1e-11);
    }
    expect(m.normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(m.normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 9);
  });
  it('quantile undoes cdf', () => {
    for (let z = -6; z <= 6; z += 0.37) expect(m.normalQuantile(m.normalCdf(z))).toBeCloseTo(z, 6);
  });
});

describe('group sequential bounds', () => {
  const closeAll = (values: Float64Array, known: number[]) =>
    known.forEach((value, k) => expect(Math.abs(values[k]! - value)).toBeLessThan(6e-4));
  it('are the published ones for five looks at 0.05', () => {
    closeAll(m.groupSequentialBounds(fifths, 0.05, 'obrien-fleming'), [4.8769, 3.3569, 2.6803, 2.2898, 2.031]);
    closeAll(m.groupSequentialBounds(fifths, 0.05, 'pocock'), [2.438, 2.4268, 2.4101, 2.3966, 2.3859]);
  });
  it('spend exactly what was allowed, at even and uneven looks', () => {
    for (const looks of [fifths, [0.1, 0.15, 0.5, 1], Array.from({ length: 20 }, (_, k) => (k + 1) / 20)]) {
      const bounds = m.groupSequentialBounds(looks, 0.05, 'obrien-fleming');
      expect(m.crossingProbability(looks, bounds)).toBeCloseTo(0.05, 6);
    }
  });
  it('know the classic designs: 2.413 at every look, 2.0401 sqrt(5/k)', () => {
    expect(m.crossingProbability(fifths, [2.413, 2.413, 2.413, 2.413, 2.413])).toBeCloseTo(0.05, 3);
    expect(
      m.crossingProbability(
        fifths,
        fifths.map((_, k) => 2.0401 * Math.sqrt(5 / (k + 1))),
      ),
    ).toBeCloseTo(0.05, 3);
  });
  it('show what peeking at 1.96 does', () => {
    expect(m.crossingProbability([1], [1.959964])).toBeCloseTo(0.05, 5);
    expect(
      m.crossingProbability(
        fifths,
        fifths.map(() => 1.959964),
      ),
    ).toBeCloseTo(0.142, 3);
  });
  it('refuse looks that do not rise', () => {
    expect(() => m.groupSequentialBounds([0.5, 0.5], 0.05, 'pocock')).toThrow(/^looks\[1\] is 0.5/);
    expect(() => m.groupSequentialBounds([], 0.05, 'pocock')).toThrow(/^looks is empty/);
    expect(() => m.groupSequentialBounds([1], 2, 'pocock')).toThrow(/^alpha is 2/);
  });
});

describe('always-valid p-values', () => {
  const walk = (seed: number, effect: number) => {
    const stream = new RandomStream(seed, 'peeking');
    let sum = 0;
    const estimates = new Float64Array(1000);
    for (let i = 0; i < 1000; i++) {
      sum += stream.normal(effect);
      estimates[i] = sum / (i + 1);
    }
    return estimates;
  };
  const errors = Float64Array.from({ length: 1000 }, (_, i) => 1 / Math.sqrt(i + 1));
  it('hold their error under peeking at every row, where a fixed test does not', () => {
    let valid = 0;
    let naive = 0;
    for (let seed = 0; seed < 600; seed++) {
      const estimates = walk(seed, 0);
      if (m.alwaysValidPValues(estimates, errors, 0.2)[999]! <= 0.05) valid++;
      if (estimates.some((value, i) => Math.abs(value / errors[i]!) > 1.96)) naive++;
    }
    expect(valid / 600).toBeLessThan(0.05);
    expect(naive / 600).toBeGreaterThan(0.3);
  });
  it('find an effect that is there, and only fall', () => {
    const p = m.alwaysValidPValues(walk(1, 0.25), errors, 0.2);
    expect(p[999]!).toBeLessThan(0.001);
    p.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual(p[i]!));
  });
  it('refuse a spread of 0 and an error of 0', () => {
    expect(() => m.alwaysValidPValues([0], [1], 0)).toThrow(/^tau is 0/);
    expect(() => m.alwaysValidPValues([0], [0], 1)).toThrow(/^standardErrors\[0\] is 0/);
  });
});

describe('the power of a test of two rates', () => {
  it('matches hand computation and undoes itself', () => {
    // (1.959964 + 0.841621)^2 (0.1 * 0.9 + 0.12 * 0.88) / 0.02^2 = 3838.1, rounded up.
    const test = { base: 0.1, changed: 0.12, alpha: 0.05 };
    expect(m.rowsNeeded(test, 0.8)).toBe(3839);
    expect(m.powerOf(test, 3839)).toBeCloseTo(0.8, 3);
    expect(m.powerOf(test, 100)).toBeLessThan(0.1);
    expect(() => m.rowsNeeded({ ...test, changed: 0.1 }, 0.8)).toThrow(/^changed equals base/);
  });
});
