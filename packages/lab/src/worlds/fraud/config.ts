/** Constants of the fraud world. README.md shows what they come to when measured, with a public source for each. */

export const HISTORY_DAYS = 84;
export const LIVE_DAYS = 84;
export const DAYS = HISTORY_DAYS + LIVE_DAYS;
export const DAY_SECONDS = 86_400;

/** Shop categories: weight in traffic, log of the median amount in dollars, disputes per thousand, pull on thieves. */
export const CATEGORIES = [
  { name: 'groceries', weight: 0.24, logAmount: 3.7, risk: 0.2, pull: 0.03 },
  { name: 'clothing', weight: 0.2, logAmount: 4.0, risk: 0.6, pull: 0.12 },
  { name: 'household', weight: 0.16, logAmount: 3.9, risk: 0.4, pull: 0.08 },
  { name: 'electronics', weight: 0.12, logAmount: 4.9, risk: 1.7, pull: 0.3 },
  { name: 'digital goods', weight: 0.12, logAmount: 2.9, risk: 1.4, pull: 0.17 },
  { name: 'travel', weight: 0.08, logAmount: 5.2, risk: 1.0, pull: 0.1 },
  { name: 'gift cards', weight: 0.03, logAmount: 4.2, risk: 3.1, pull: 0.18 },
  { name: 'pharmacy', weight: 0.05, logAmount: 3.5, risk: 0.3, pull: 0.02 },
] as const;
export const DIGITAL = 4;

/** Kinds of payment, as only the world knows them. */
export const KIND = { honest: 0, stolen: 1, merchant: 2, takeover: 3, newAttack: 4 } as const;
export const KIND_NAMES = ['honest', 'stolen card', 'compromised shop', 'account takeover', 'new attack'] as const;

export const ECONOMICS = {
  /** Gross margin on an honest approved payment, share of its amount. */
  margin: 0.1,
  /** Fee of the bank for each chargeback, dollars. */
  chargebackFee: 20,
  /** Chance that an honest customer who is declined never comes back. */
  churn: 0.08,
  /** Worth of a lost customer beyond the run, as days of that customer's own margin. */
  churnHorizonDays: 90,
  /** One case in the review queue, dollars. */
  reviewDollars: 3.5,
  /** Cases a day for each thousand payments a day, at normal staffing. */
  reviewPerThousand: 10,
  /** Chance that a reviewer recognises a fraud, and that a reviewer clears an honest payment. */
  reviewSensitivity: 0.88,
  reviewSpecificity: 0.96,
  /** Honest customers who give up for each 100 ms of added checkout time beyond the first 100 ms. */
  abandonPer100ms: 0.0006,
} as const;

export const LABELS = {
  /** Chance that a fraud is ever disputed. */
  reported: 0.8,
  /** Log-normal delay of a chargeback: median days and log standard deviation; at most `maxDelay`. */
  medianDelay: 22,
  sigmaDelay: 0.55,
  maxDelay: 110,
  /** Honest payments later disputed by their own customer, per payment. */
  friendly: 1 / 5000,
  friendlyMedianDelay: 34,
} as const;

/** The amount above which the old system declines everything, in history; such payments have no outcome. */
export const LEGACY_LIMIT = 1800;

export const DEFAULT_VOLUME = 3000;
/** Range of the drawn prevalence: attempts that are fraud, over all attempts, before anything is blocked. */
export const PREVALENCE: readonly [number, number] = [1 / 2000, 1 / 500];
