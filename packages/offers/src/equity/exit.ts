import type { Cents } from '../money.ts';
import { vest } from '../pay/by-year.ts';
import type { Options } from '../pay/offer.ts';

/** Post-money valuation of the last round: preferred price × fully diluted shares. It is not what common shares are worth. */
export const lastValuation = (options: Options): Cents => options.preferredPrice * options.fullyDiluted;

/** Options that are the holder's after `months` whole months, rounded down. */
export function vestedAfter(options: Options, months: number): number {
  const parts = vest(options.count, options.vesting);
  return Math.min(
    options.count,
    parts.slice(0, Math.max(0, months)).reduce((sum, part) => sum + part, 0),
  );
}

/**
 * What a common share gets when the company is sold for `value`, in cents and fractions of them. The preferred takes the
 * larger of its preference (as far as the money goes) and its share of the company; common holds the rest. Non-participating
 * preferred, one class, no debt and no fees: real terms can only take more.
 */
export function commonPrice(options: Options, value: Cents): number {
  const diluted = options.fullyDiluted / (1 - options.dilution / 10_000);
  const preferred = options.preferredShare / 10_000;
  const converts = preferred * value >= options.preferences;
  return converts ? value / diluted : Math.max(0, value - options.preferences) / (diluted * (1 - preferred));
}

/** What the options vested after `months` bring at an exit, after paying the strike; never less than nothing, since nobody must exercise. In cents. */
export const payoff = (options: Options, value: Cents, months: number): number =>
  vestedAfter(options, months) * Math.max(0, commonPrice(options, value) - options.strike);

/** The lowest exit at which the vested options bring at least `amount`, in cents; null where no exit that can be counted in cents does. */
export function exitFor(options: Options, amount: Cents, months: number): Cents | null {
  let low = 0;
  let high = Number.MAX_SAFE_INTEGER;
  if (payoff(options, high, months) < amount) return null;
  // Payoff never falls as the value rises, so halving finds it.
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (payoff(options, middle, months) >= amount) high = middle;
    else low = middle;
  }
  return high;
}
