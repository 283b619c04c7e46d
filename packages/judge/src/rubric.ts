/** The rubric's vocabulary: signals, levels, faults, verdicts and question kinds. */

export const SIGNALS = [
  'data',
  'evaluation',
  'failure',
  'production',
  'tradeoff',
  'ownership',
  'continuity',
  'scope',
] as const;
/** A thing the panel listens for. */
export type SignalId = (typeof SIGNALS)[number];

export const FAULTS = [
  'passion',
  'apology',
  'borrowed-we',
  'decorative-metric',
  'accuracy-on-imbalance',
  'leaky-split',
  'model-first',
  'no-baseline',
  'offline-only',
  'no-rollback',
  'label-from-nowhere',
  'buzzword-list',
  'vague-claim',
  'wrong-claim',
  'it-depends',
  'bare-demand',
  'off-topic',
] as const;
/** A thing that makes a good interviewer interrupt. */
export type FaultId = (typeof FAULTS)[number];

export const KINDS = [
  'transition',
  'why-mle',
  'story-data',
  'story-rollout',
  'story-metric',
  'design-ranking',
  'design-prediction',
  'probe',
  'comp',
] as const;
export type QuestionKind = (typeof KINDS)[number];

/** 0 absent, 1 named, 2 reasoned, 3 decisive. */
export type Level = 0 | 1 | 2 | 3;
/** 1 no hire, 2 lean no, 3 lean yes, 4 hire. */
export type Verdict = 1 | 2 | 3 | 4;

export const LEVEL_NAMES: Record<Level, string> = { 0: 'absent', 1: 'named', 2: 'reasoned', 3: 'decisive' };
export const VERDICT_NAMES: Record<Verdict, string> = { 1: 'no hire', 2: 'lean no', 3: 'lean yes', 4: 'hire' };

/** The signals that each kind of question calls for; a probe names its own. */
export const SIGNALS_OF_KIND: Record<Exclude<QuestionKind, 'probe'>, readonly SignalId[]> = {
  transition: ['continuity', 'ownership', 'production', 'tradeoff'],
  'why-mle': ['continuity', 'ownership'],
  'story-data': ['data', 'failure', 'ownership', 'evaluation'],
  'story-rollout': ['production', 'failure', 'ownership', 'tradeoff'],
  'story-metric': ['evaluation', 'failure', 'ownership', 'data'],
  'design-ranking': ['data', 'evaluation', 'failure', 'production', 'tradeoff'],
  'design-prediction': ['data', 'evaluation', 'failure', 'production', 'tradeoff'],
  comp: ['scope', 'ownership'],
};

/** What the interviewer asked. `seconds` is the time a spoken answer is given. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly signals: readonly SignalId[];
  readonly seconds: number;
  readonly text: string;
}
