/** What a payment may get, and what its outcome costs. */

/** What a payment may get. */
export const DECISION = { approve: 0, block: 1, review: 2 } as const;

/** Money of one day, in dollars, by cause; costs are positive. */
export const CAUSES = [
  'fraudLoss',
  'chargebackFees',
  'friendlyFraud',
  'falseDeclines',
  'lostCustomers',
  'review',
  'slowCheckout',
  'serving',
  'monitoring',
  'training',
  'actions',
] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  fraudLoss: 'Fraud that was approved: the goods or the money are gone.',
  chargebackFees: 'Fees of the bank for each chargeback.',
  friendlyFraud: 'Honest payments that their own customer disputed.',
  falseDeclines: 'Margin lost on honest payments that were declined.',
  lostCustomers: 'Margin lost because a declined honest customer never came back.',
  review: 'Hours of the review team.',
  slowCheckout: 'Margin lost on customers who gave up while the checkout waited.',
  serving: 'Features, their freshness and the model server.',
  monitoring: 'Monitors that were bought.',
  training: 'Backfills, training and retraining.',
  actions: 'What was done during the run: audits, investigations, pages.',
};
