import type { SignalId } from '@legible/judge';
import type { Slot } from '../dossier/slots.ts';
import type { FatalGap } from './types.ts';

/** Signals as a sentence names them. */
export const SIGNAL_WORDS: Record<SignalId, string> = {
  data: 'data reasoning',
  evaluation: 'evaluation judgment',
  failure: 'failure analysis',
  production: 'production consequence',
  tradeoff: 'decisiveness',
  ownership: 'ownership language',
  continuity: 'continuity',
  scope: 'scope',
};

export const GAP_WHY: Record<FatalGap, string> = {
  data: 'Weak data reasoning ends loops: say where the labels come from and how they lie.',
  evaluation: 'Weak evaluation judgment ends loops: goal, offline measure, baseline, and when it misleads.',
  ownership: 'Weak ownership language ends loops: what you decided, why, and what it cost.',
};

export const NAMED: Record<Slot, string> = {
  transition: 'the transition story',
  ranking: 'the ranking narrative',
  prediction: 'the prediction narrative',
  compensation: 'the compensation script',
  'data-quality': 'the failure from bad data',
  'rollout-risk': 'the failure from a rollout',
  'metric-mismatch': 'the failure from a metric',
  'why-mle': 'the answer to “why MLE”',
};

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
