/** What the ledger of the recommendations world counts, dollars by day. */
export const CAUSES = [
  'lostSubscribers',
  'missedVisits',
  'quietVisits',
  'slowFeed',
  'serving',
  'monitoring',
  'experiment',
  'training',
  'actions',
] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  lostSubscribers:
    'Subscribers who cancelled because of what they had been shown, at what they would still have brought.',
  missedVisits: 'Visits that did not take place, since the last ones were not worth it.',
  quietVisits: 'Visits with fewer than three clicks: advertisements that were not sold.',
  slowFeed: 'Visits given up while the list was loading.',
  serving: 'Candidates, features, their freshness and the model server.',
  monitoring: 'Monitors that were bought.',
  experiment: 'Running the experiment: two versions kept, and the people who read it.',
  training: 'Backfills, training and retraining.',
  actions: 'What was done during the run: audits, investigations, pages.',
};
