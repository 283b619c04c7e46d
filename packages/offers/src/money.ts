/** Money is a whole number of the currency's hundredths, so that sums are exact. */
export type Cents = number;

export const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'CHF', 'AUD', 'SGD', 'INR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** A field of an offer, band or ladder that cannot be used: its path, why, and how to mend it. */
export class OfferError extends Error {
  override readonly name = 'OfferError';
  constructor(field: string, reason: string, mend: string) {
    super(`${field} ${reason}. ${mend}`);
  }
}

/** amount × numerator / denominator, rounded half away from zero, without ever passing through a float. */
export function scale(amount: Cents, numerator: number, denominator: number): Cents {
  const product = BigInt(amount) * BigInt(numerator);
  const by = BigInt(denominator);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + by) / (2n * by);
  const result = Number(product < 0n ? -rounded : rounded);
  if (!Number.isSafeInteger(result)) throw new OfferError('amount', 'is too large to count in cents', 'Lower it.');
  return result;
}

/** Splits an amount by whole-number weights; the parts sum to it to the cent. */
export function split(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  let weight = 0;
  let paid = 0;
  return weights.map((w) => {
    weight += w;
    const due = total === 0 ? 0 : scale(amount, weight, total);
    const part = due - paid;
    paid = due;
    return part;
  });
}

/** The amount in whole units for people: `$205,000`. */
export function show(amount: Cents, currency: Currency): string {
  return (amount / 100).toLocaleString('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
  });
}
