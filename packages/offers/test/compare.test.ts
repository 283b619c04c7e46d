import { describe, expect, it } from 'vitest';
import {
  compareOffers,
  DEFAULT_BANDS,
  DEFAULT_LADDER,
  discountOverFourYears,
  HOLDS,
  AREAS,
  levelConversation,
  levelOf,
  OfferError,
  optionsAt,
  parseBands,
  parseOffer,
  place,
  writeBands,
  type Area,
  type Assumptions,
  type Hold,
} from '../src/index.ts';
import fc from 'fast-check';

const assumptions: Assumptions = {
  path: [10_000, 10_000, 10_000, 10_000],
  ladder: DEFAULT_LADDER,
  seed: 1,
  draws: 5000,
  currency: 'USD',
  rates: {},
};
const large = parseOffer({ company: 'Large', currency: 'USD', base: 200_000, rsu: { value: 160_000 } });
const startup = parseOffer({
  company: 'Small',
  currency: 'USD',
  base: 180_000,
  options: { count: 40_000, strike: 1, fullyDiluted: 20_000_000, preferredPrice: 4 },
});

describe('offers side by side', () => {
  it('say what the one behind would need to win', () => {
    const { offers, breakEven } = compareOffers([large, startup], assumptions);
    expect(offers[0]!.fourYears.withRefreshers).toBe(96_000_000);
    expect(offers[1]!.fourYears.withRefreshers).toBe(72_000_000);
    const [only] = breakEven;
    expect(only).toMatchObject({ behind: 1, ahead: 0, gap: 24_000_000, sharePrice: null });
    // 240,000 dollars from 40,000 options at a strike of 1: a common share of 7, times 20 million.
    expect(only!.exit).toBe(14_000_000_000);
    expect(only!.times).toBe(175);
    expect(optionsAt(startup.options!, only!.exit!)).toBe(24_000_000);
  });

  it('say the share price from which shares win', () => {
    const rich = parseOffer({ company: 'Base', currency: 'USD', base: 260_000 });
    const [only] = compareOffers([rich, large], assumptions).breakEven;
    // 1,040,000 against 800,000 and 160,000 in shares: they must stand at one and a half times the grant's price.
    expect(only).toMatchObject({ behind: 1, ahead: 0, sharePrice: 15_000, exit: null });
  });

  it('refuse a currency without a rate, and convert with one', () => {
    const euro = parseOffer({ company: 'Euro', currency: 'EUR', base: 100_000 });
    expect(() => compareOffers([large, euro], assumptions)).toThrow(/rates\.EUR/);
    const { offers } = compareOffers([euro], { ...assumptions, rates: { EUR: 1_080_000 } });
    expect(offers[0]!.years[0]!.base).toBe(10_800_000);
  });

  it('convert all that is money in an offer, and neither shares nor shares of the company', () => {
    const euro = parseOffer({
      company: 'Euro',
      currency: 'EUR',
      base: 100_000,
      signOn: { amount: 10_000 },
      rsu: { value: 40_000 },
      options: {
        count: 40_000,
        strike: 1,
        fullyDiluted: 20_000_000,
        preferredPrice: 4,
        preferences: 8_000_000,
        preferredPercent: 30,
      },
    });
    const dollar = { ...euro, currency: 'USD' as const };
    const doubled = compareOffers([euro], { ...assumptions, rates: { EUR: 2_000_000 } }).offers[0]!;
    const plain = compareOffers([dollar], assumptions).offers[0]!;
    if (!(doubled.options && 'mean' in doubled.options && plain.options && 'mean' in plain.options))
      throw new Error('Both have options that can be valued.');
    expect(doubled.fourYears.withRefreshers).toBe(2 * plain.fourYears.withRefreshers);
    expect(doubled.options.exercise).toBe(2 * plain.options.exercise);
    expect(doubled.options.worthless).toBe(plain.options.worthless);
    expect(doubled.options.mean / plain.options.mean).toBeCloseTo(2, 3);
  });

  it('are at most five', () => {
    expect(() =>
      compareOffers(
        Array.from({ length: 6 }, () => large),
        assumptions,
      ),
    ).toThrow(OfferError);
  });
});

describe('bands', () => {
  it('say low, fair or high, with the reason, about the offer', () => {
    const [late] = DEFAULT_BANDS;
    expect(place('base', 18_000_000, late!)).toMatchObject({ standing: 'low' });
    expect(place('base', 21_000_000, late!)).toMatchObject({ standing: 'fair' });
    expect(place('base', 24_000_000, late!)).toMatchObject({ standing: 'high' });
    expect(place('base', 18_000_000, late!)!.reason).toContain('$10,000 below');
    expect(place('signOn', 1, late!)).toBeNull();
  });

  it('take both ends of a range as fair, and say how far up it an amount lies, in the currency of the band', () => {
    const euros = { ...DEFAULT_BANDS[0]!, currency: 'EUR' as const };
    const { low, high } = euros.base;
    expect([low - 1, low, high, high + 1].map((base) => place('base', base, euros)!.standing)).toEqual([
      'low',
      'fair',
      'fair',
      'high',
    ]);
    const quarter = place('base', low + (high - low) / 4, euros)!.reason;
    expect(quarter).toContain('25% of the way up');
    expect(quarter).toContain('€190,000 to €235,000');
    expect(quarter).not.toContain('$');
  });

  it('go through CSV and back', () => {
    expect(parseBands(writeBands(DEFAULT_BANDS))).toEqual(DEFAULT_BANDS);
  });

  it.each([
    ['name,currency\nA,USD', /as_of is missing/],
    ['name,currency,as_of,source,base_low,base_high,colour\nA,USD,2026-01,me,1,2,red', /colour is not known/],
    ['name,currency,as_of,source,base_low,base_high\nA,USD,2026-01,me,9,2', /Line 2.*low end above/],
    ['name,currency,as_of,source,base_low,base_high\nA,USD,June,me,1,2', /Line 2.*2026-06/],
    ['name,currency,as_of,source,base_low,base_high\nA,ABC,2026-01,me,1,2', /Line 2.*USD/],
    ['name,currency,as_of,source,base_low,base_high\nA,USD,2026-01,me,lots,2', /base_low is "lots"/],
    ['name,currency,as_of,source,base_low,base_high', /no line/],
  ])('refuse %j with the line, the reason and the mend', (csv, why) => {
    expect(() => parseBands(csv)).toThrow(why);
  });
});

const holds = (over: Partial<Record<Area, Hold>>): Record<Area, Hold> => ({
  data: 'not mine',
  features: 'not mine',
  evaluation: 'not mine',
  serving: 'not mine',
  monitoring: 'not mine',
  'on-call': 'not mine',
  ...over,
});

describe('level and scope', () => {
  it('never lowers the level when more is owned', () => {
    const hold = fc.constantFrom(...HOLDS);
    fc.assert(
      fc.property(fc.tuple(hold, hold, hold, hold, hold, hold), fc.nat(5), (list, k) => {
        const before = Object.fromEntries(AREAS.map((area, i) => [area, list[i]!])) as Record<Area, Hold>;
        const after = { ...before, [AREAS[k]!]: 'sets direction' as const };
        const order = ['junior', 'mid', 'senior', 'staff'];
        expect(order.indexOf(levelOf(after))).toBeGreaterThanOrEqual(order.indexOf(levelOf(before)));
      }),
    );
  });

  it('names the gap between scope and level, and asks before a number', () => {
    const talk = levelConversation(
      { role: 'applied ML', holds: holds({ data: 'owns', evaluation: 'owns', serving: 'owns' }), offered: 'mid' },
      [{ area: 'evaluation', words: 'I moved the bar to recall at 300 reviews', from: 'a story' }],
      [{ area: 'serving', words: 'no way back was named', from: 'a packet' }],
    );
    expect(talk.level).toBe('senior');
    expect(talk.gap).toMatch(/paid as senior.*levelled mid/);
    expect(talk.vague).toEqual([]);
    expect(talk.rows.find(({ area }) => area === 'evaluation')!.standing).toBe('shown');
    expect(talk.rows.find(({ area }) => area === 'serving')!.standing).toBe('doubted');
    expect(talk.ask.at(-1)).toContain('band');
  });

  it('shows vague levelling as vague, and gives no level to it', () => {
    const talk = levelConversation(
      { role: null, offered: null, holds: Object.fromEntries(AREAS.map((area) => [area, 'not said'])) as never },
      [],
      [],
    );
    expect(talk.level).toBeNull();
    expect(talk.vague).toHaveLength(3);
    expect(talk.ask.length).toBeGreaterThanOrEqual(8);
  });

  it('counts a level less over four years with its raises', () => {
    const [late] = DEFAULT_BANDS;
    // Middle: 212.5 base, 27.5 bonus, 185 equity. 10,000 a year less, raised by 3% a year, and 5,000 less equity.
    const cost = discountOverFourYears({ base: 20_250_000, bonus: 2_750_000, equity: 18_000_000 }, late!);
    expect(cost).toBe(500_000 + 1_000_000 + 1_030_000 + 1_060_900 + 1_092_727);
  });
});
