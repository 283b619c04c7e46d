import { scale, split, type Cents } from '../money.ts';
import type { Offer, Vesting } from './offer.ts';

export const YEARS = 4;

/** What vests at the end of each month (index 0 is the first month); the sum is the grant to the cent. */
export function vest(grant: Cents, { yearWeights, cliffMonths, everyMonths }: Vesting): Cents[] {
  // Each year is cut into equal periods. Twelve is a multiple of every allowed period.
  const weights = yearWeights.flatMap((w) =>
    Array.from({ length: 12 }, (_, m) => ((m + 1) % everyMonths === 0 ? w * everyMonths : 0)),
  );
  const parts = split(grant, weights);
  if (cliffMonths > 1) {
    let held = 0;
    for (let m = 0; m < cliffMonths - 1; m++) {
      held += parts[m]!;
      parts[m] = 0;
    }
    parts[cliffMonths - 1]! += held;
  }
  return parts;
}

/** What vests in each year, at the grant's price. */
export function vestByYear(grant: Cents, vesting: Vesting): Cents[] {
  const months = vest(grant, vesting);
  return vesting.yearWeights.map((_, y) => months.slice(12 * y, 12 * y + 12).reduce((a, b) => a + b, 0));
}

export interface Year {
  readonly base: Cents;
  /** Target × likelihood: what to expect, not what the letter promises. */
  readonly bonus: Cents;
  readonly signOn: Cents;
  readonly rsu: Cents;
  readonly refreshers: Cents;
  readonly benefits: Cents;
  /** Options are left out on purpose: they are a distribution, not a sum. */
  readonly total: Cents;
  readonly withoutRefreshers: Cents;
}

/**
 * Four years of pay. `path[y]` is the share price of year y + 1 against the price of the grant, in hundredths of a
 * percent (10,000 is unchanged); a refresher granted in year g is counted against the price of year g.
 * Throws a RangeError unless the path has one price above zero for each of the four years.
 */
export function byYear(offer: Offer, path: readonly number[] = [10_000, 10_000, 10_000, 10_000]): Year[] {
  if (path.length !== YEARS || !path.every((price) => Number.isFinite(price) && price > 0))
    throw new RangeError(
      `path: ${JSON.stringify(path)} is no share price path; give ${YEARS} prices above 0, one a year, 10000 for unchanged`,
    );
  const price = (y: number): number => path[y] as number;
  const first = vestByYear(offer.rsu.value, offer.rsu.vesting);
  const refresher = vestByYear(offer.refreshers.value, offer.rsu.vesting);
  return Array.from({ length: YEARS }, (_, y) => {
    const bonus = scale(offer.base, offer.bonus.target * offer.bonus.likelihood, 100_000_000);
    const signOn = y === 0 ? offer.signOn.amount : 0;
    const rsu = scale(first[y] ?? 0, price(y), 10_000);
    let refreshers = 0;
    for (let g = offer.refreshers.firstYear - 1; g <= y; g++)
      refreshers += scale(refresher[y - g] ?? 0, price(y), price(g));
    const withoutRefreshers = offer.base + bonus + signOn + rsu + offer.benefits;
    const total = withoutRefreshers + refreshers;
    return { base: offer.base, bonus, signOn, rsu, refreshers, benefits: offer.benefits, total, withoutRefreshers };
  });
}

/** The mean of the years, rounded to the cent. */
export function average(years: readonly Year[], refreshers: boolean): Cents {
  return scale(
    years.reduce((sum, y) => sum + (refreshers ? y.total : y.withoutRefreshers), 0),
    1,
    Math.max(1, years.length),
  );
}

/** What of the sign-on must be paid back by someone who leaves after `month` whole months. Throws a RangeError for a negative month. */
export function clawback({ signOn }: Offer, month: number): Cents {
  if (!(month >= 0)) throw new RangeError(`month: ${month} is before the first day; give 0 or more whole months`);
  if (month >= signOn.clawbackMonths) return 0;
  return signOn.prorated ? scale(signOn.amount, signOn.clawbackMonths - month, signOn.clawbackMonths) : signOn.amount;
}
