import { exitFor, payoff } from '../equity/exit.ts';
import type { Ladder } from '../equity/ladder.ts';
import { simulateOptions, type Outcomes } from '../equity/outcomes.ts';
import { OfferError, scale, type Cents, type Currency } from '../money.ts';
import { average, byYear, YEARS, type Year } from '../pay/by-year.ts';
import type { Offer, Options } from '../pay/offer.ts';

/** Units of the common currency for one unit of each, in millionths. */
export type Rates = Readonly<Partial<Record<Currency, number>>>;

export interface Assumptions {
  /** Share price of each year against the grant's, in hundredths of a percent. */
  readonly path: readonly number[];
  readonly ladder: Ladder;
  readonly seed: number;
  readonly draws: number;
  /** All figures are in this currency. */
  readonly currency: Currency;
  readonly rates: Rates;
}

export interface Valued {
  readonly company: string;
  readonly currency: Currency;
  readonly years: readonly Year[];
  readonly firstYear: Cents;
  readonly fourYears: { readonly withRefreshers: Cents; readonly without: Cents };
  readonly average: { readonly withRefreshers: Cents; readonly without: Cents };
  /** Null without options; a reason where they cannot be valued. */
  readonly options: Outcomes | { readonly unknown: string } | null;
  /** What the offer does not say, each as a question to ask. */
  readonly ask: readonly string[];
}

export interface BreakEven {
  /** Index of the offer that must catch up, and of the one that is ahead without options. */
  readonly behind: number;
  readonly ahead: number;
  /** Ahead by this over four years, without options on either side. */
  readonly gap: Cents;
  /** The offer that is behind wins only if its company exits above this; null where no exit is enough, or it has no options. */
  readonly exit: Cents | null;
  /** That exit against the valuation of its last round, in hundredths; null without a valuation. */
  readonly times: number | null;
  /** It wins only if its shares stand above this price over the years, in hundredths of a percent of the grant's; null where it has no shares or none is enough. */
  readonly sharePrice: number | null;
}

export interface Comparison {
  readonly offers: readonly Valued[];
  readonly breakEven: readonly BreakEven[];
  readonly currency: Currency;
}

/** At most this many side by side: more cannot be held in the head. */
export const MOST_OFFERS = 5;

const MONTHS = 12 * YEARS;

/**
 * Values up to five offers side by side, year by year, and says what would have to be true for the one behind to win.
 * @throws OfferError naming the offer and field that cannot be used.
 */
export function compareOffers(given: readonly Offer[], assumptions: Assumptions): Comparison {
  if (given.length < 1 || given.length > MOST_OFFERS)
    throw new OfferError('offers', `are ${given.length}`, `Give 1 to ${MOST_OFFERS}.`);
  const offers = given.map((offer) => convert(offer, assumptions));
  const valued = offers.map((offer) => value(offer, assumptions));
  const breakEven = valued.flatMap((a, i) =>
    valued.slice(i + 1).map((b, k): BreakEven => {
      const j = i + 1 + k;
      const [behind, ahead] = a.fourYears.withRefreshers < b.fourYears.withRefreshers ? [i, j] : [j, i];
      return breakEvenOf(offers, valued, behind, ahead);
    }),
  );
  return { offers: valued, breakEven, currency: assumptions.currency };
}

function value(offer: Offer, { path, ladder, seed, draws }: Assumptions): Valued {
  const years = byYear(offer, path);
  const sum = (pick: (year: Year) => Cents): Cents => years.reduce((total, year) => total + pick(year), 0);
  return {
    company: offer.company,
    currency: offer.currency,
    years,
    firstYear: years[0]!.total,
    fourYears: { withRefreshers: sum((year) => year.total), without: sum((year) => year.withoutRefreshers) },
    average: { withRefreshers: average(years, true), without: average(years, false) },
    options: offer.options === undefined ? null : optionsOf(offer.options, ladder, seed, draws),
    ask: questionsFor(offer),
  };
}

function optionsOf(options: Options, ladder: Ladder, seed: number, draws: number): Valued['options'] {
  if (options.preferredPrice === 0)
    return { unknown: 'The price of the last round is not stated, so the options cannot be valued.' };
  return simulateOptions(options, ladder, seed, draws);
}

function breakEvenOf(offers: readonly Offer[], valued: readonly Valued[], behind: number, ahead: number): BreakEven {
  const gap = valued[ahead]!.fourYears.withRefreshers - valued[behind]!.fourYears.withRefreshers;
  const { options } = offers[behind]!;
  const exit = options === undefined ? null : exitFor(options, gap, MONTHS);
  const valuation = options === undefined ? 0 : options.preferredPrice * options.fullyDiluted;
  return {
    behind,
    ahead,
    gap,
    exit,
    times: exit === null || valuation === 0 ? null : Math.round((exit / valuation) * 100),
    sharePrice: priceFor(offers[behind]!, valued[ahead]!.fourYears.withRefreshers),
  };
}

/** The flat share price, in hundredths of a percent of the grant's, from which an offer pays `amount` over four years. */
function priceFor(offer: Offer, amount: Cents): number | null {
  if (offer.rsu.value === 0 && offer.refreshers.value === 0) return null;
  const pays = (price: number): Cents =>
    byYear(
      offer,
      Array.from({ length: YEARS }, () => price),
    ).reduce((sum, year) => sum + year.total, 0);
  let low = 0;
  let high = 10_000_000;
  if (pays(high) < amount) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pays(middle) >= amount) high = middle;
    else low = middle;
  }
  return high;
}

/** What an offer's letter leaves open, as questions to the recruiter. */
function questionsFor(offer: Offer): string[] {
  const ask: string[] = [];
  if (offer.bonus.target > 0 && offer.bonus.likelihood === 10_000)
    ask.push('What share of the bonus target was paid in each of the last three years?');
  if (offer.rsu.value > 0 && offer.refreshers.value === 0)
    ask.push('Are there refreshers, from which year, and of what size at this level?');
  if (offer.signOn.amount > 0 && offer.signOn.clawbackMonths === 0)
    ask.push('Must the sign-on be paid back by someone who leaves early, and how much of it?');
  if (offer.options) {
    if (offer.options.preferredPrice === 0) ask.push('What was the price of a preferred share in the last round?');
    if (offer.options.preferences === 0) ask.push('How much are investors owed before common shares get anything?');
    if (offer.options.dilution === 0) ask.push('How much dilution do you expect before an exit?');
    if (offer.options.kind === 'other') ask.push('Which kind of option is it, and who pays which tax when?');
    if (offer.options.windowDays <= 90)
      ask.push(`Can the window of ${offer.options.windowDays} days to exercise after leaving be made longer?`);
  }
  if (offer.remote === 'not stated') ask.push('Where must the work be done, and on how many days?');
  if (offer.deadline === 'not stated') ask.push('By when do you need an answer?');
  return ask;
}

/** The offer with all money in the common currency. Share counts and rates stay as they are. */
function convert(offer: Offer, { currency, rates }: Assumptions): Offer {
  if (offer.currency === currency) return offer;
  const rate = rates[offer.currency];
  if (rate === undefined || !Number.isInteger(rate) || rate <= 0)
    throw new OfferError(
      `rates.${offer.currency}`,
      `is needed to show ${offer.company} in ${currency}`,
      `Give how many ${currency} one ${offer.currency} is.`,
    );
  const to = (amount: Cents): Cents => scale(amount, rate, 1_000_000);
  return {
    ...offer,
    currency,
    base: to(offer.base),
    signOn: { ...offer.signOn, amount: to(offer.signOn.amount) },
    rsu: { ...offer.rsu, value: to(offer.rsu.value) },
    refreshers: { ...offer.refreshers, value: to(offer.refreshers.value) },
    benefits: to(offer.benefits),
    ...(offer.options && {
      options: {
        ...offer.options,
        strike: to(offer.options.strike),
        preferredPrice: to(offer.options.preferredPrice),
        preferences: to(offer.options.preferences),
      },
    }),
  };
}

/** What the options bring by the end of the fourth year at an exit of `value`. */
export const optionsAt = (options: Options, value: Cents): Cents => Math.round(payoff(options, value, MONTHS));
