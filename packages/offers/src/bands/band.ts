import { CURRENCIES, OfferError, show, type Cents, type Currency } from '../money.ts';

/** A part of pay that a band gives a range for, in cents. */
export interface Range {
  readonly low: Cents;
  readonly high: Cents;
}

export const BAND_PARTS = ['base', 'bonus', 'signOn', 'equity'] as const;
export type BandPart = (typeof BAND_PARTS)[number];

/** What a role at a level is paid somewhere, at a date. */
export interface Band {
  readonly name: string;
  readonly level: string;
  readonly where: string;
  readonly currency: Currency;
  readonly base: Range;
  /** A year. */
  readonly bonus: Range | undefined;
  readonly signOn: Range | undefined;
  /** Shares over four years at the grant's price. Options have no price and are in no band. */
  readonly equity: Range | undefined;
  /** Year and month: "2026-06". */
  readonly asOf: string;
  readonly source: string;
}

const thousand = (low: number, high: number): Range => ({ low: low * 100_000, high: high * 100_000 });

const SOURCE =
  'Orders of size that recruiters and public pay reports give for mid-level machine learning engineers in the United States; replace them with your own';

/** Defaults for a mid-level machine learning engineer. They age: look for newer figures before leaning on them. */
export const DEFAULT_BANDS: readonly Band[] = [
  {
    name: 'Late-stage or public company',
    level: 'mid-level MLE',
    where: 'United States',
    currency: 'USD',
    base: thousand(190, 235),
    bonus: thousand(20, 35),
    signOn: undefined,
    equity: thousand(120, 250),
    asOf: '2026-06',
    source: SOURCE,
  },
  {
    name: 'Series A or B',
    level: 'mid-level MLE',
    where: 'United States',
    currency: 'USD',
    base: thousand(165, 205),
    bonus: undefined,
    signOn: thousand(10, 25),
    equity: undefined,
    asOf: '2026-06',
    source: `${SOURCE}. Options come beside it, and a sign-on where cash is short`,
  },
];

export type Standing = 'low' | 'fair' | 'high';

export interface Placed {
  readonly part: BandPart;
  readonly standing: Standing;
  /** About the offer, never about the person. */
  readonly reason: string;
}

/** Where an amount stands in a band; null where the band gives no range for the part. */
export function place(part: BandPart, amount: Cents, band: Band): Placed | null {
  const range = band[part];
  if (range === undefined) return null;
  const say = (cents: Cents): string => show(cents, band.currency);
  const name = PART_NAMES[part];
  const against = `the ${band.name} band of ${band.asOf} for ${band.level} (${say(range.low)} to ${say(range.high)})`;
  if (amount < range.low)
    return {
      part,
      standing: 'low',
      reason: `${name} of ${say(amount)} is ${say(range.low - amount)} below ${against}. Ask which level and scope this number is for.`,
    };
  if (amount > range.high)
    return {
      part,
      standing: 'high',
      reason: `${name} of ${say(amount)} is ${say(amount - range.high)} above ${against}. Ask whether it is the level you think it is.`,
    };
  const share = range.high === range.low ? 50 : Math.round((100 * (amount - range.low)) / (range.high - range.low));
  return { part, standing: 'fair', reason: `${name} of ${say(amount)} lies ${share}% of the way up ${against}.` };
}

const PART_NAMES: Readonly<Record<BandPart, string>> = {
  base: 'A base',
  bonus: 'A yearly bonus',
  signOn: 'A sign-on',
  equity: 'A grant',
};

/** Whole months from a band's date to `today` ("2026-11-26"); a band older than a year is marked as old on screen. */
export function monthsOld(band: Pick<Band, 'asOf'>, today: string): number {
  const [year, month] = band.asOf.split('-').map(Number) as [number, number];
  const [y, m] = today.split('-').map(Number) as [number, number];
  return Math.max(0, 12 * (y - year) + m - month);
}

/** Checks a band. @throws OfferError naming the field, the reason and the mend. */
export function checkBand(band: Band): Band {
  if (!CURRENCIES.includes(band.currency))
    throw new OfferError('currency', `is ${JSON.stringify(band.currency)}`, `Use one of ${CURRENCIES.join(', ')}.`);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(band.asOf))
    throw new OfferError('asOf', `is ${JSON.stringify(band.asOf)}`, 'Write the year and month, as 2026-06.');
  if (band.source.trim() === '') throw new OfferError('source', 'is missing', 'Say where the figures come from.');
  if (band.name.trim() === '') throw new OfferError('name', 'is missing', 'Name the kind of company.');
  for (const part of BAND_PARTS) {
    const range = band[part];
    if (range !== undefined && range.low > range.high)
      throw new OfferError(part, 'has its low end above its high end', 'Swap them.');
  }
  return band;
}
