/** What the ledger of the search world counts, dollars by day. */
export const CAUSES = [
  'missedCandidates',
  'slowSearch',
  'poorOrder',
  'staleIndex',
  'serving',
  'monitoring',
  'experiment',
  'training',
  'judging',
  'actions',
] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  missedCandidates: 'Margin of products that would have sold and were not among the candidates: nobody scored them.',
  slowSearch: 'Margin of searches given up while the list was loading.',
  poorOrder: 'Margin of products that were among the candidates and stood too far down.',
  staleIndex: 'Clicks on what was sold out, or dearer than the list had said.',
  serving: 'Candidates, features, their freshness, the index and the model server.',
  monitoring: 'Monitors that were bought.',
  experiment: 'Running the experiment: two versions kept, and the people who read it.',
  training: 'Backfills, training and retraining.',
  judging: 'Annotators whose votes were bought.',
  actions: 'What was done during the run: audits, investigations, pages.',
};
