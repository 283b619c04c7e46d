import { CURRENCIES, OfferError, type Cents, type Currency } from '../money.ts';

/** How a grant becomes the holder's: `yearWeights` are the shares of each year, in hundredths of a percent. */
export interface Vesting {
  readonly yearWeights: readonly number[];
  /** Nothing vests before this month; what was due by then vests at once. */
  readonly cliffMonths: number;
  /** Months between vesting dates: 1, 3, 6 or 12. */
  readonly everyMonths: number;
}

export interface Options {
  readonly count: number;
  readonly strike: Cents;
  readonly fullyDiluted: number;
  /** Price of the last preferred round, a share. It is not what an option is worth. */
  readonly preferredPrice: Cents;
  /** Dilution still to come before an exit, in hundredths of a percent. */
  readonly dilution: number;
  /** Paid to investors before common shares, unless they do better by converting. */
  readonly preferences: Cents;
  /** Share of the company the preferred holds after conversion, in hundredths of a percent. */
  readonly preferredShare: number;
  readonly kind: 'ISO' | 'NSO' | 'other';
  /** Days after leaving in which the options can still be exercised. */
  readonly windowDays: number;
  readonly vesting: Vesting;
}

/** All rates are in hundredths of a percent (10,000 is all of it); all money is in cents. */
export interface Offer {
  readonly company: string;
  readonly currency: Currency;
  readonly base: Cents;
  readonly bonus: { readonly target: number; readonly likelihood: number };
  readonly signOn: { readonly amount: Cents; readonly clawbackMonths: number; readonly prorated: boolean };
  readonly rsu: { readonly value: Cents; readonly vesting: Vesting };
  /** A yearly grant from `firstYear` on, vesting like the first grant; `value` is 0 when there is none. */
  readonly refreshers: { readonly value: Cents; readonly firstYear: number };
  readonly options: Options | undefined;
  readonly benefits: Cents;
  readonly remote: string;
  readonly deadline: string;
}

type Raw = Record<string, unknown>;

function section(raw: Raw, field: string): Raw | undefined {
  const value = raw[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new OfferError(field, 'is not an object', 'Write { … }.');
  return value as Raw;
}

function only(raw: Raw, at: string, known: readonly string[]): void {
  for (const key of Object.keys(raw))
    if (!known.includes(key))
      throw new OfferError(`${at}${key}`, 'is not a field of an offer', `Known here: ${known.join(', ')}.`);
}

function number(raw: Raw, at: string, key: string, most: number, missing?: number): number {
  const value = raw[key] ?? missing;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > most)
    throw new OfferError(
      `${at}${key}`,
      value === undefined ? 'is missing' : `is ${JSON.stringify(value)}`,
      `Give a number from 0 to ${most.toLocaleString('en-US')}.`,
    );
  return value;
}

function whole(raw: Raw, at: string, key: string, most: number, missing?: number): number {
  const value = number(raw, at, key, most, missing);
  if (!Number.isInteger(value)) throw new OfferError(`${at}${key}`, `is ${value}`, 'Give a whole number.');
  return value;
}

const MOST = 100_000_000_000;

/** Reads hundredths out of a decimal, and refuses more digits than there are. */
function hundredths(raw: Raw, at: string, key: string, most: number, missing?: number): number {
  const value = number(raw, at, key, most, missing);
  const result = Math.round(value * 100);
  if (Math.abs(result / 100 - value) > 1e-9 * Math.max(1, value))
    throw new OfferError(`${at}${key}`, `is ${value}`, 'Give at most two digits after the point.');
  return result;
}

function text(raw: Raw, key: string, missing?: string): string {
  const value = raw[key] ?? missing;
  if (typeof value !== 'string' || (missing === undefined && value.trim() === ''))
    throw new OfferError(key, value === undefined ? 'is missing' : 'is not a text', 'Write it between quotes.');
  return value;
}

function parseVesting(raw: Raw | undefined, at: string): Vesting {
  const from = raw ?? {};
  only(from, at, ['years', 'cliffMonths', 'everyMonths']);
  const years = from['years'] ?? [25, 25, 25, 25];
  if (!Array.isArray(years) || years.length < 1 || years.length > 10)
    throw new OfferError(`${at}years`, 'is not a list of 1 to 10 percentages', 'Write [25, 25, 25, 25].');
  const yearWeights = years.map((_, i) => hundredths(years as unknown as Raw, `${at}years.`, String(i), 100));
  if (yearWeights.reduce((a, b) => a + b, 0) !== 10_000)
    throw new OfferError(`${at}years`, 'does not sum to 100', 'Give each year its percent of the grant.');
  const everyMonths = whole(from, at, 'everyMonths', 12, 3);
  if (![1, 3, 6, 12].includes(everyMonths))
    throw new OfferError(`${at}everyMonths`, `is ${everyMonths}`, 'Use 1, 3, 6 or 12.');
  return { yearWeights, everyMonths, cliffMonths: whole(from, at, 'cliffMonths', years.length * 12, 12) };
}

function parseOptions(raw: Raw | undefined): Options | undefined {
  if (!raw) return undefined;
  const at = 'options.';
  only(raw, at, [
    'count',
    'percent',
    'strike',
    'fullyDiluted',
    'preferredPrice',
    'dilutionPercent',
    'preferences',
    'preferredPercent',
    'kind',
    'windowDays',
    'vesting',
  ]);
  const fullyDiluted = whole(raw, at, 'fullyDiluted', 1e12);
  if (fullyDiluted === 0)
    throw new OfferError('options.fullyDiluted', 'is 0', 'Ask for the fully diluted share count.');
  if ((raw['count'] === undefined) === (raw['percent'] === undefined))
    throw new OfferError('options', 'needs count or percent, and not both', 'Give the one the letter states.');
  const count =
    raw['count'] === undefined
      ? Math.floor((number(raw, at, 'percent', 100) / 100) * fullyDiluted + 1e-6)
      : whole(raw, at, 'count', fullyDiluted);
  const kind = raw['kind'] ?? 'other';
  if (kind !== 'ISO' && kind !== 'NSO' && kind !== 'other')
    throw new OfferError('options.kind', `is ${JSON.stringify(kind)}`, 'Use "ISO", "NSO" or "other".');
  const options = {
    count,
    strike: hundredths(raw, at, 'strike', 1e6),
    fullyDiluted,
    preferredPrice: hundredths(raw, at, 'preferredPrice', 1e6, 0),
    dilution: hundredths(raw, at, 'dilutionPercent', 99, 0),
    preferences: hundredths(raw, at, 'preferences', MOST, 0),
    preferredShare: hundredths(raw, at, 'preferredPercent', 99, 0),
    kind,
    windowDays: whole(raw, at, 'windowDays', 5000, 90),
    vesting: parseVesting(section(raw, 'vesting'), 'options.vesting.'),
  } as const;
  if (options.preferences > 0 && options.preferredShare === 0)
    throw new OfferError(
      'options.preferredPercent',
      'is missing while there are preferences',
      'Give the percent of the company that investors hold, to know when they convert.',
    );
  return options;
}

/**
 * Reads an offer as people write it (whole money and percents) into exact units.
 * @throws OfferError naming the field, the reason and the mend.
 */
export function parseOffer(value: unknown): Offer {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OfferError('The offer', 'is not an object', 'Write { "company": …, "base": … }.');
  const raw = value as Raw;
  only(raw, '', [
    'company',
    'currency',
    'base',
    'bonus',
    'signOn',
    'rsu',
    'refreshers',
    'options',
    'benefits',
    'remote',
    'deadline',
  ]);
  const currency = CURRENCIES.find((c) => c === raw['currency']);
  if (!currency)
    throw new OfferError('currency', `is ${JSON.stringify(raw['currency'])}`, `Use one of ${CURRENCIES.join(', ')}.`);
  const bonus = section(raw, 'bonus') ?? {};
  only(bonus, 'bonus.', ['targetPercent', 'likelihoodPercent']);
  const signOn = section(raw, 'signOn') ?? {};
  only(signOn, 'signOn.', ['amount', 'clawbackMonths', 'prorated']);
  const prorated = signOn['prorated'] ?? true;
  if (typeof prorated !== 'boolean') throw new OfferError('signOn.prorated', 'is not true or false', 'Use one.');
  const rsu = section(raw, 'rsu') ?? {};
  only(rsu, 'rsu.', ['value', 'vesting']);
  const refreshers = section(raw, 'refreshers') ?? {};
  only(refreshers, 'refreshers.', ['value', 'firstYear']);
  const target = hundredths(bonus, 'bonus.', 'targetPercent', 300, 0);
  if (target > 0 && bonus['likelihoodPercent'] === undefined)
    throw new OfferError(
      'bonus.likelihoodPercent',
      'is missing',
      'Ask what share of target was paid in recent years; a target is not pay.',
    );
  return {
    company: text(raw, 'company'),
    currency,
    base: hundredths(raw, '', 'base', MOST),
    bonus: { target, likelihood: hundredths(bonus, 'bonus.', 'likelihoodPercent', 200, 0) },
    signOn: {
      amount: hundredths(signOn, 'signOn.', 'amount', MOST, 0),
      clawbackMonths: whole(signOn, 'signOn.', 'clawbackMonths', 60, 0),
      prorated,
    },
    rsu: {
      value: hundredths(rsu, 'rsu.', 'value', MOST, 0),
      vesting: parseVesting(section(rsu, 'vesting'), 'rsu.vesting.'),
    },
    refreshers: {
      value: hundredths(refreshers, 'refreshers.', 'value', MOST, 0),
      firstYear: Math.max(1, whole(refreshers, 'refreshers.', 'firstYear', 10, 2)),
    },
    options: parseOptions(section(raw, 'options')),
    benefits: hundredths(raw, '', 'benefits', MOST, 0),
    remote: text(raw, 'remote', 'not stated'),
    deadline: text(raw, 'deadline', 'not stated'),
  };
}
