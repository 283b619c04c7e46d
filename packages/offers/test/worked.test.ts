/** Examples that others worked out and published, with where they stand. */
import { describe, expect, it } from 'vitest';
import { exactOptions, parseOffer, payoff, vestByYear, vestedAfter, type Ladder, type Options } from '../src/index.ts';

const offer = (options: object): Options => parseOffer({ company: 'X', currency: 'USD', base: 1, options }).options!;

describe('J. Bussgang, Entering StartUpLand (2017), table 8-2', () => {
  // 1,000 options, 1% of the company, at a strike of 5 dollars.
  const options = offer({ count: 1000, strike: 5, fullyDiluted: 100_000, preferredPrice: 100 });

  it.each([
    [0, 0],
    [10_000_000, 95_000],
    [50_000_000, 495_000],
    [100_000_000, 995_000],
  ])('a company of %d dollars makes them worth %d', (company, worth) => {
    expect(payoff(options, company * 100, 48)).toBe(worth * 100);
  });

  it('weighs them by chance: 23,750 and 74,250 and 99,500', () => {
    const rung = (chance: number, times: number) => ({
      name: `${times}`,
      chance: chance * 100,
      from: times * 100,
      to: times * 100,
      months: 48,
    });
    // The last round values the company at 10 million.
    const ladder: Ladder = {
      source: 'table 8-2',
      asOf: '2017',
      rungs: [rung(50, 0), rung(25, 1), rung(15, 5), rung(10, 10)],
    };
    const { mean, worthless } = exactOptions(options, ladder);
    expect(mean).toBeCloseTo((23_750 + 74_250 + 99_500) * 100, 4);
    expect(worthless).toBeCloseTo(0.5, 12);
  });
});

describe('SolutionInn, question 4819047: 10,000 options at 0.25 dollars, even over four years', () => {
  const options = offer({ count: 10_000, strike: 0.25, fullyDiluted: 1_000_000, preferredPrice: 1 });

  it('bring 117,500 dollars when all are vested and a share sells at 12', () => {
    expect(payoff(options, 12 * 1_000_000 * 100, 48)).toBe(117_500 * 100);
  });

  it('are 5,000 after 24 months, and cost 1,250 dollars to exercise', () => {
    expect(vestedAfter(options, 24)).toBe(5000);
    expect(vestedAfter(options, 24) * options.strike).toBe(1250 * 100);
  });
});

describe('Amazon’s schedule for new hires, 5, 15, 40 and 40 percent (levels.fyi, March 2024)', () => {
  it('pays a grant of 200,000 dollars as 10, 30, 80 and 80 thousand', () => {
    const { rsu } = parseOffer({
      company: 'X',
      currency: 'USD',
      base: 1,
      rsu: { value: 200_000, vesting: { years: [5, 15, 40, 40], cliffMonths: 12, everyMonths: 3 } },
    });
    expect(vestByYear(rsu.value, rsu.vesting)).toEqual([1_000_000, 3_000_000, 8_000_000, 8_000_000]);
  });
});
