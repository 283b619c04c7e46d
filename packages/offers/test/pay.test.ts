import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { average, byYear, clawback, OfferError, parseOffer, split, vest } from '../src/index.ts';

const schedule = fc.record({
  years: fc.constantFrom([25, 25, 25, 25], [40, 30, 20, 10], [5, 15, 40, 40], [100], [33.33, 33.33, 33.34]),
  cliffMonths: fc.constantFrom(0, 1, 6, 12),
  everyMonths: fc.constantFrom(1, 3, 6, 12),
});
const offers = fc.record({
  company: fc.constant('A'),
  currency: fc.constantFrom('USD', 'EUR'),
  base: fc.integer({ min: 0, max: 40_000_000 }).map((c) => c / 100),
  bonus: fc.record({
    targetPercent: fc.integer({ min: 0, max: 60 }),
    likelihoodPercent: fc.integer({ min: 0, max: 150 }),
  }),
  signOn: fc.record({ amount: fc.integer({ min: 0, max: 80_000 }), clawbackMonths: fc.integer({ min: 0, max: 24 }) }),
  rsu: fc.record({ value: fc.integer({ min: 0, max: 90_000_000 }).map((c) => c / 100), vesting: schedule }),
  refreshers: fc.record({ value: fc.integer({ min: 0, max: 90_000 }), firstYear: fc.integer({ min: 1, max: 4 }) }),
  benefits: fc.integer({ min: 0, max: 30_000 }),
});

/** Cents that have vested after so many months, as exact fractions: how much is due, asked at one date at a time. */
function vestedBy(
  grant: bigint,
  v: { years: readonly number[]; cliffMonths: number; everyMonths: number },
  month: number,
): bigint {
  if (month < v.cliffMonths) return 0n;
  let share = 0n; // In 1/120,000 of the grant.
  v.years.forEach((percent, y) => {
    const inYear = Math.max(0, Math.min(12, month - 12 * y));
    share += BigInt(Math.round(percent * 100)) * BigInt(Math.floor(inYear / v.everyMonths) * v.everyMonths);
  });
  // A cliff between two dates brings forward only what was due at the last date before it.
  return (grant * share * 2n + 120_000n) / 240_000n;
}
const near = (numerator: bigint, by: bigint): bigint => (2n * numerator + by) / (2n * by);

describe('pay by year', () => {
  it('agrees with an independent computation for 2,000 offers', () => {
    fc.assert(
      fc.property(
        offers,
        fc.array(fc.integer({ min: 1000, max: 30_000 }), { minLength: 4, maxLength: 4 }),
        (raw, path) => {
          const years = byYear(parseOffer(raw), path);
          const cents = (x: number): bigint => BigInt(Math.round(x * 100));
          const inYear = (grant: bigint, y: number): bigint =>
            vestedBy(grant, raw.rsu.vesting, 12 * y + 12) - vestedBy(grant, raw.rsu.vesting, 12 * y);
          for (let y = 0; y < 4; y++) {
            const bonus = near(
              cents(raw.base) * BigInt(raw.bonus.targetPercent * raw.bonus.likelihoodPercent),
              10_000n,
            );
            const rsu = near(inYear(cents(raw.rsu.value), y) * BigInt(path[y]!), 10_000n);
            let total = cents(raw.base) + bonus + rsu + cents(raw.benefits) + (y === 0 ? cents(raw.signOn.amount) : 0n);
            expect(BigInt(years[y]!.withoutRefreshers)).toBe(total);
            for (let g = raw.refreshers.firstYear - 1; g <= y; g++)
              total += near(inYear(cents(raw.refreshers.value), y - g) * BigInt(path[y]!), BigInt(path[g]!));
            expect(BigInt(years[y]!.total)).toBe(total);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('vests the whole grant, to the cent, never less than nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), schedule, (grant, vesting) => {
        const { rsu } = parseOffer({ company: 'A', currency: 'USD', base: 1, rsu: { value: 0, vesting } });
        const months = vest(grant, rsu.vesting);
        expect(months.reduce((a, b) => a + b, 0)).toBe(grant);
        expect(Math.min(...months)).toBeGreaterThanOrEqual(0);
        expect(months.slice(0, Math.max(0, vesting.cliffMonths - 1)).every((m) => m === 0)).toBe(true);
      }),
    );
  });

  it('a worked example, by hand: 195,000 with 15% at 80%, 20,000 once, 160,000 front-loaded', () => {
    const offer = parseOffer({
      company: 'A',
      currency: 'USD',
      base: 195_000,
      bonus: { targetPercent: 15, likelihoodPercent: 80 },
      signOn: { amount: 20_000, clawbackMonths: 12 },
      rsu: { value: 160_000, vesting: { years: [40, 30, 20, 10] } },
    });
    const years = byYear(offer);
    // 195,000 + 23,400 a year; 64, 48, 32 and 16 thousand of shares.
    expect(years.map((y) => y.total / 100)).toEqual([302_400, 266_400, 250_400, 234_400]);
    expect(average(years, true) / 100).toBe(263_400);
    expect([0, 3, 11, 12].map((m) => Math.round(clawback(offer, m) / 100))).toEqual([20_000, 15_000, 1667, 0]);
  });

  it('splits without losing a cent', () => {
    expect(split(100, [1, 1, 1])).toEqual([33, 34, 33]);
  });

  it.each([
    [{ currency: 'USD', base: 1 }, 'company'],
    [{ company: 'A', currency: 'ABC', base: 1 }, 'currency'],
    [{ company: 'A', currency: 'USD' }, 'base'],
    [{ company: 'A', currency: 'USD', base: 1, salery: 2 }, 'salery'],
    [{ company: 'A', currency: 'USD', base: 1, bonus: { targetPercent: 10 } }, 'bonus.likelihoodPercent'],
    [{ company: 'A', currency: 'USD', base: 1, rsu: { value: 1, vesting: { years: [50, 40] } } }, 'rsu.vesting.years'],
  ])('names the field that cannot be used: %j', (raw, field) => {
    expect(() => parseOffer(raw)).toThrow(OfferError);
    expect(() => parseOffer(raw)).toThrow(field);
  });

  it('refuses a price path or a month that cannot be', () => {
    const offer = parseOffer({ company: 'A', currency: 'USD', base: 100, signOn: { amount: 10, clawbackMonths: 12 } });
    for (const path of [[], [10_000], [10_000, 0, 10_000, 10_000], [10_000, -1, 10_000, 10_000]])
      expect(() => byYear(offer, path)).toThrow(/path/);
    expect(() => clawback(offer, -1)).toThrow(/month/);
  });
});
