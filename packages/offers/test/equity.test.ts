import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commonPrice,
  DEFAULT_LADDER,
  exactOptions,
  exitFor,
  lastValuation,
  OfferError,
  parseOffer,
  payoff,
  simulateOptions,
  vestedAfter,
  type Options,
} from '../src/index.ts';

const optionsOf = (over: object = {}): Options =>
  parseOffer({
    company: 'Startup',
    currency: 'USD',
    base: 180_000,
    options: { count: 20_000, strike: 1.5, fullyDiluted: 10_000_000, preferredPrice: 6, kind: 'ISO', ...over },
  }).options!;

const anyOptions = fc
  .record({
    count: fc.integer({ min: 1, max: 200_000 }),
    strike: fc.integer({ min: 0, max: 2000 }).map((cents) => cents / 100),
    fullyDiluted: fc.integer({ min: 1_000_000, max: 100_000_000 }),
    preferredPrice: fc.integer({ min: 10, max: 5000 }).map((cents) => cents / 100),
    dilutionPercent: fc.integer({ min: 0, max: 60 }),
    preferences: fc.integer({ min: 0, max: 80_000_000 }),
    preferredPercent: fc.integer({ min: 1, max: 70 }),
  })
  .map((over) => optionsOf(over));

describe('an exit', () => {
  it('pays a worked example: 100 million, 30 million of preferences, 40% preferred', () => {
    // Investors convert, since 40% of 100 million is more than 30: each of 10 million shares gets 10 dollars.
    const options = optionsOf({ preferences: 30_000_000, preferredPercent: 40 });
    expect(commonPrice(options, 10_000_000_000)).toBe(1000);
    expect(payoff(options, 10_000_000_000, 48)).toBe(20_000 * 850);
    // At 50 million they take their 30: 20 million are left for 6 million common shares.
    expect(commonPrice(options, 5_000_000_000)).toBeCloseTo(333.33, 2);
    // At 30 million nothing is left.
    expect(payoff(options, 3_000_000_000, 48)).toBe(0);
  });

  it('never pays less for a higher price, and never below nothing', () => {
    fc.assert(
      fc.property(anyOptions, fc.nat(1e12), fc.nat(1e12), fc.nat(60), (options, a, b, months) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(payoff(options, low, months)).toBeGreaterThanOrEqual(0);
        expect(payoff(options, high, months)).toBeGreaterThanOrEqual(payoff(options, low, months) - 1e-6);
      }),
    );
  });

  it('gives all holders together no more than the price', () => {
    fc.assert(
      fc.property(anyOptions, fc.nat(1e12), (options, value) => {
        const diluted = options.fullyDiluted / (1 - options.dilution / 10_000);
        const common = diluted * (1 - options.preferredShare / 10_000);
        expect(commonPrice(options, value) * common).toBeLessThanOrEqual(value * (1 + 1e-9) + 1e-6);
      }),
    );
  });

  it('is found back from what it must bring', () => {
    fc.assert(
      fc.property(anyOptions, fc.integer({ min: 1, max: 1e9 }), (options, amount) => {
        const exit = exitFor(options, amount, 48);
        if (exit === null) return;
        expect(payoff(options, exit, 48)).toBeGreaterThanOrEqual(amount);
        if (exit > 0) expect(payoff(options, exit - 1, 48)).toBeLessThanOrEqual(amount + 1e-3);
      }),
    );
  });

  it('counts only what has vested', () => {
    const options = optionsOf();
    expect([0, 11, 12, 24, 48, 90].map((months) => vestedAfter(options, months))).toEqual([
      0, 0, 5000, 10_000, 20_000, 20_000,
    ]);
  });
});

describe('options over an exit ladder', () => {
  it('agree with the closed form within three standard errors, over strikes and dilutions', () => {
    for (const [k, over] of [
      {},
      { strike: 0.01 },
      { strike: 5.5, dilutionPercent: 30 },
      { count: 150_000, dilutionPercent: 15 },
      { strike: 30 },
    ].entries()) {
      const options = optionsOf(over);
      const exact = exactOptions(options, DEFAULT_LADDER);
      const drawn = simulateOptions(options, DEFAULT_LADDER, 11 + k);
      expect(Math.abs(drawn.mean - exact.mean)).toBeLessThanOrEqual(3 * drawn.standardError + 1);
      const error = Math.sqrt((exact.worthless * (1 - exact.worthless)) / drawn.draws);
      expect(Math.abs(drawn.worthless - exact.worthless)).toBeLessThanOrEqual(3 * error + 1e-4);
    }
  });

  it('bring nothing of what has not vested by the exit, whatever the price', () => {
    const options = optionsOf();
    const at = (months: number) =>
      simulateOptions(
        options,
        { ...DEFAULT_LADDER, rungs: [{ name: 'only', chance: 10_000, from: 500, to: 500, months }] },
        1,
        100,
      );
    // Five times 6 dollars less the strike of 1.50, for what is theirs by then.
    expect([6, 24, 60].map((months) => at(months).mean)).toEqual([0, 10_000 * 2850, 20_000 * 2850]);
    expect(at(6).worthless).toBe(1);
  });

  it('say how far their mean may be off: four times the draws halve it', () => {
    const [few, many] = [20_000, 80_000].map((count) => simulateOptions(optionsOf(), DEFAULT_LADDER, 3, count));
    expect(few!.standardError / many!.standardError).toBeGreaterThan(1.6);
    expect(few!.standardError / many!.standardError).toBeLessThan(2.4);
  });

  it('are the same for the same seed, and in order', () => {
    const options = optionsOf({ preferences: 20_000_000, preferredPercent: 35 });
    const one = simulateOptions(options, DEFAULT_LADDER, 5, 20_000);
    expect(simulateOptions(options, DEFAULT_LADDER, 5, 20_000)).toEqual(one);
    const { 10: a, 25: b, 50: c, 75: d, 90: e } = one.percentiles;
    expect([a, b, c, d, e]).toEqual([a, b, c, d, e].toSorted((x, y) => x - y));
    expect(one.futures).toHaveLength(100);
    expect(one.futures).toEqual(one.futures.toSorted((x, y) => x - y));
    const nothing = one.futures.filter((value) => value === 0).length;
    expect(Math.abs(nothing / 100 - one.worthless)).toBeLessThanOrEqual(0.01);
    expect(one.worthless).toBeGreaterThan(0.5);
    expect(one.exercise).toBe(20_000 * 150);
  });

  it('are refused without a last price, and on a ladder that does not sum to all', () => {
    expect(() => simulateOptions(optionsOf({ preferredPrice: 0 }), DEFAULT_LADDER, 1)).toThrow(OfferError);
    const [first, ...rest] = DEFAULT_LADDER.rungs;
    expect(() =>
      simulateOptions(optionsOf(), { ...DEFAULT_LADDER, rungs: [{ ...first!, chance: 1 }, ...rest] }, 1),
    ).toThrow(/sum to/);
  });

  it('start from the price of the last round', () => {
    expect(lastValuation(optionsOf())).toBe(6_000_000_000);
  });
});
