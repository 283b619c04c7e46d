import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as e from '../src/random/elementary.ts';
import { AliasTable, RandomStream } from '../src/random/index.ts';

/** Distance in units in the last place of the reference. */
const ulps = (value: number, reference: number) => {
  if (value === reference) return 0;
  const size = Math.abs(reference);
  const unit = size < 2 ** -1021 ? 5e-324 : 2 ** (Math.floor(Math.log2(size)) - 52);
  return Math.abs(value - reference) / unit;
};

describe('elementary functions', () => {
  const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

  it('exp and log are within 2 units of the engine', () => {
    fc.assert(
      fc.property(finite(-745, 709.7), (x) => ulps(e.exp(x), Math.exp(x)) <= 2),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(finite(-2, 2), (x) => ulps(e.exp(x), Math.exp(x)) <= 2),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(finite(5e-324, 1e308), (x) => ulps(e.log(x), Math.log(x)) <= 2),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(finite(0.5, 2), (x) => ulps(e.log(x), Math.log(x)) <= 2),
      { numRuns: 20_000 },
    );
  });

  it('log1p, expm1, sin and cos are close near their zeros too', () => {
    fc.assert(
      fc.property(finite(-0.9, 10), (x) => ulps(e.log1p(x), Math.log1p(x)) <= 4),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(finite(-1, 5), (x) => ulps(e.expm1(x), Math.expm1(x)) <= 8),
      { numRuns: 5000 },
    );
    for (let i = -400; i <= 400; i++) {
      const turns = i / 160;
      expect(Math.abs(e.sinTurns(turns) - Math.sin(turns * 2 * Math.PI))).toBeLessThan(5e-15);
      expect(Math.abs(e.cosTurns(turns) - Math.cos(turns * 2 * Math.PI))).toBeLessThan(5e-15);
    }
    expect([e.sinTurns(0.25), e.sinTurns(0.5), e.cosTurns(0.5), e.cosTurns(0.25)]).toEqual([1, 0, -1, 0]);
  });

  it('have the limits one expects', () => {
    expect([e.exp(Infinity), e.exp(-Infinity), e.exp(710), e.exp(-746), e.exp(0)]).toEqual([
      Infinity,
      0,
      Infinity,
      0,
      1,
    ]);
    expect([e.log(0), e.log(1), e.log(Infinity)]).toEqual([-Infinity, 0, Infinity]);
    expect([e.exp(NaN), e.log(-1), e.log(NaN)]).toEqual([NaN, NaN, NaN]);
    expect([e.pow(2, 10), e.pow(0, 2), e.pow(5, 0)].map((x) => Math.round(x))).toEqual([1024, 0, 1]);
    expect([e.sigmoid(800), e.sigmoid(-800), e.sigmoid(0)]).toEqual([1, 0, 0.5]);
    expect(e.logit(e.sigmoid(1.25))).toBeCloseTo(1.25, 12);
    expect(e.softplus(-800)).toBe(0);
    expect(e.logFactorial(5)).toBeCloseTo(Math.log(120), 12);
    expect(e.logFactorial(170)).toBeCloseTo(706.5730622457874, 9);
  });

  it('give these exact bytes: a change here changes every run that was kept', () => {
    const values = Float64Array.of(
      e.exp(1.1),
      e.log(3.3),
      e.pow(2.5, 1.7),
      e.sinTurns(0.13),
      e.log1p(0.01),
      e.expm1(0.3),
    );
    expect([...new BigUint64Array(values.buffer)].map((bits) => bits.toString(16))).toMatchInlineSnapshot(`
      [
        "400808883244d593",
        "3ff31a4e7240c777",
        "4012fdcf53f3e6f4",
        "3fe753b603d2b812",
        "3f8460d6ccca3677",
        "3fd6641632306a57",
      ]
    `);
  });
});

describe('streams', () => {
  it('give these exact numbers: a change here changes every run that was kept', () => {
    const stream = new RandomStream(7, 'fraud/arrivals');
    expect([stream.uint32(), stream.uint32(), stream.uniform(), stream.normal(), stream.poisson(40), stream.gamma(2)])
      .toMatchInlineSnapshot(`
      [
        2248220456,
        877815704,
        0.1904816959037694,
        0.3725257197059562,
        50,
        2.153373437755051,
      ]
    `);
  });

  it('repeat by seed and name, and differ when either does', () => {
    const first = (seed: number | string, name: string) => {
      const stream = new RandomStream(seed, name);
      return Array.from({ length: 4 }, () => stream.uint32()).join();
    };
    expect(first(1, 'a')).toBe(first(1, 'a'));
    const names = ['a', 'b', 'ab', 'ba', '', ' a', 'a '];
    const seen = new Set([0, 1, 2, -1, 2 ** 40].flatMap((seed) => names.map((name) => first(seed, name))));
    expect(seen.size).toBe(35);
    expect(() => new RandomStream(1.5, 'a')).toThrow(/^seed is 1.5/);
  });

  it('are untouched by substreams, and continue from a snapshot', () => {
    const stream = new RandomStream(1, 'x');
    const copy = new RandomStream(1, 'x');
    stream.substream('card/1').uint32();
    expect(stream.uint32()).toBe(copy.uint32());
    const saved = stream.snapshot();
    const next = stream.uniform();
    stream.restore(saved);
    expect(stream.uniform()).toBe(next);
  });

  it('do not correlate with one another', () => {
    const [a, b] = [new RandomStream(1, 'card/1'), new RandomStream(1, 'card/2')];
    let sum = 0;
    for (let i = 0; i < 100_000; i++) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5);
    expect(Math.abs((sum * 12) / Math.sqrt(100_000))).toBeLessThan(4.5);
  });

  it('fill arrays with the numbers that single draws would give', () => {
    const [a, b] = [new RandomStream(9, 'fill'), new RandomStream(9, 'fill')];
    const filled = new Float64Array(100);
    a.fillUniform(filled);
    filled.forEach((value) => expect(value).toBe(b.uint32() / 2 ** 32));
    expect(a.uint32()).toBe(b.uint32());
  });
});

describe('distributions', () => {
  const DRAWS = 200_000;
  /** [draw, mean, variance]; the sample mean must lie within 5 standard errors, the variance within 5 percent. */
  const table: Record<string, [(stream: RandomStream) => number, number, number]> = {
    uniform: [(s) => s.uniform(), 0.5, 1 / 12],
    between: [(s) => s.between(2, 6), 4, 16 / 12],
    below: [(s) => s.below(10), 4.5, 8.25],
    normal: [(s) => s.normal(3, 2), 3, 4],
    exponential: [(s) => s.exponential(5), 5, 25],
    lognormal: [(s) => s.lognormal(0.5, 0.5), Math.exp(0.625), (Math.exp(0.25) - 1) * Math.exp(1.25)],
    pareto: [(s) => s.pareto(1, 6), 6 / 5, 6 / (25 * 4)],
    geometric: [(s) => s.geometric(0.25), 3, 12],
    'poisson 0.7': [(s) => s.poisson(0.7), 0.7, 0.7],
    'poisson 11.9': [(s) => s.poisson(11.9), 11.9, 11.9],
    'poisson 12.1': [(s) => s.poisson(12.1), 12.1, 12.1],
    'poisson 3000': [(s) => s.poisson(3000), 3000, 3000],
    'gamma 0.3': [(s) => s.gamma(0.3, 2), 0.6, 1.2],
    'gamma 7': [(s) => s.gamma(7), 7, 7],
    beta: [(s) => s.beta(2, 5), 2 / 7, 10 / (49 * 8)],
    chance: [(s) => (s.chance(0.2) ? 1 : 0), 0.2, 0.16],
  };
  it.each(Object.entries(table))('%s has its mean and variance', (name, [draw, mean, variance]) => {
    const stream = new RandomStream(11, name);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < DRAWS; i++) {
      const value = draw(stream);
      sum += value;
      squares += (value - mean) ** 2;
    }
    expect(Math.abs(sum / DRAWS - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    expect(Math.abs(squares / DRAWS / variance - 1)).toBeLessThan(0.05);
  });

  it('the normal has the right share beyond 1, 2, 3 and 4', () => {
    const stream = new RandomStream(5, 'tails');
    const beyond = [0, 0, 0, 0];
    const draws = 2_000_000;
    for (let i = 0; i < draws; i++) {
      const size = Math.abs(stream.normal());
      for (let k = 0; k < 4; k++) if (size > k + 1) beyond[k]!++;
    }
    [0.3173105, 0.0455003, 0.0026998, 6.334e-5].forEach((share, k) => {
      expect(Math.abs(beyond[k]! - draws * share)).toBeLessThan(5 * Math.sqrt(draws * share));
    });
  });

  it('the Poisson has the right share at each count on both sides of its change of method', () => {
    for (const mean of [4, 30]) {
      const stream = new RandomStream(6, `poisson/${mean}`);
      const counts = new Map<number, number>();
      for (let i = 0; i < DRAWS; i++) {
        const k = stream.poisson(mean);
        counts.set(k, (counts.get(k) ?? 0) + 1);
      }
      for (let k = 0; k < 60; k++) {
        const expected = DRAWS * Math.exp(k * Math.log(mean) - mean - e.logFactorial(k));
        if (expected > 20) expect(Math.abs((counts.get(k) ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected));
      }
    }
  });

  it('categories come with their weights, and those of weight 0 never', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }),
        fc.integer(),
        (weights, seed) => {
          const total = weights.reduce((a, b) => a + b, 0);
          fc.pre(total > 0);
          const table = new AliasTable(weights);
          const stream = new RandomStream(seed, 'alias');
          const counts = weights.map(() => 0);
          for (let i = 0; i < 4000; i++) counts[table.draw(stream)]!++;
          weights.forEach((weight, i) => {
            const expected = (4000 * weight) / total;
            expect(Math.abs(counts[i]! - expected)).toBeLessThanOrEqual(
              6 * Math.sqrt(expected) + (weight === 0 ? 0 : 6),
            );
          });
        },
      ),
    );
    expect(() => new AliasTable([])).toThrow(/^weights is empty/);
    expect(() => new AliasTable([1, -1])).toThrow(/^weights\[1\] is -1/);
    expect(() => new AliasTable([0, 0])).toThrow(/^weights sum to 0/);
  });

  it('a shuffle keeps every item and puts each anywhere alike', () => {
    const stream = new RandomStream(8, 'shuffle');
    const firsts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const items = stream.shuffle([0, 1, 2, 3, 4]);
      expect(items.reduce((a, b) => a + b, 0)).toBe(10);
      firsts[items[0]!]!++;
    }
    firsts.forEach((count) => expect(Math.abs(count - 4000)).toBeLessThan(300));
  });

  it('refuse parameters that make no sense, by name', () => {
    const stream = new RandomStream(1, 'bad');
    expect(() => stream.poisson(-1)).toThrow(/^mean is -1/);
    expect(() => stream.poisson(NaN)).toThrow(/^mean is NaN/);
    expect(() => stream.gamma(0)).toThrow(/^shape is 0/);
    expect(() => stream.below(0)).toThrow(/^n is 0/);
    expect(() => stream.geometric(2)).toThrow(/^p is 2/);
    expect(() => stream.pick([])).toThrow(/^items is empty/);
  });
});

it('randomness, metrics and learning call no function whose last bits an engine may choose', () => {
  const banned =
    /Math\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|atan|atan2|sinh|cosh|tanh|cbrt|hypot|random)\b|\*\*\s*[\w(]/;
  for (const folder of ['random', 'metrics', 'learn']) {
    const root = new URL(`../src/${folder}/`, import.meta.url);
    for (const file of readdirSync(root)) {
      const code = readFileSync(new URL(file, root), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*/g, '');
      expect(banned.exec(code)?.[0], `${folder}/${file}`).toBeUndefined();
    }
  }
});
