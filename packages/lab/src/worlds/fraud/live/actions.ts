/** What a person can do while a fraud run is live, and its price. */
import type { ActionCard } from '../../../operate/actions.ts';
import { FEATURES } from '../features.ts';

export type Action =
  | { readonly day: number; readonly kind: 'investigate'; readonly slice: string }
  | { readonly day: number; readonly kind: 'audit'; readonly of: 'approved' | 'declined' | 'riskiest' }
  | { readonly day: number; readonly kind: 'rollback' }
  | { readonly day: number; readonly kind: 'relaunch' }
  | { readonly day: number; readonly kind: 'threshold'; readonly value: number }
  | { readonly day: number; readonly kind: 'retrain' }
  | { readonly day: number; readonly kind: 'feature-off'; readonly feature: string }
  | { readonly day: number; readonly kind: 'feature-on'; readonly feature: string }
  | { readonly day: number; readonly kind: 'page'; readonly target: string }
  | { readonly day: number; readonly kind: 'end-canary' };

/** Systems that can be paged beside the features. */
export const SYSTEMS = ['feature-store', 'latency', 'labels'] as const;

const NAMES = FEATURES.map((f) => f.name);

export const ACTIONS: readonly ActionCard<Action['kind']>[] = [
  {
    kind: 'investigate',
    title: 'Investigate a slice',
    says: 'Compare one feature or group, last week against training: values, nulls, scores, declines.',
    dollars: 120,
    hours: 2,
    takes: { name: 'slice', kind: 'choice', choices: [...NAMES, 'amount-bands', 'hours', 'canary'] },
  },
  {
    kind: 'audit',
    title: 'Audit 200 labels by hand',
    says: 'People look at 200 payments of the last week and say which were fraud; wrong in 2 of 100.',
    dollars: 500,
    hours: 10,
    takes: { name: 'of', kind: 'choice', choices: ['approved', 'declined', 'riskiest'] },
  },
  {
    kind: 'rollback',
    title: 'Roll back',
    says: 'The model stops deciding until you relaunch it.',
    dollars: 0,
    hours: 0.5,
  },
  { kind: 'relaunch', title: 'Relaunch', says: 'The model decides again, for everybody.', dollars: 0, hours: 0.5 },
  {
    kind: 'threshold',
    title: 'Change the threshold',
    says: 'Decline at a score of your choice from today.',
    dollars: 0,
    hours: 0.5,
    takes: { name: 'value', kind: 'number', min: 0.001, max: 1, unit: 'probability' },
  },
  { kind: 'retrain', title: 'Retrain now', says: 'Fit again on everything known today.', dollars: 60, hours: 3 },
  {
    kind: 'feature-off',
    title: 'Turn a feature off',
    says: 'The model gets it as missing.',
    dollars: 0,
    hours: 0.5,
    takes: { name: 'feature', kind: 'choice', choices: NAMES },
  },
  {
    kind: 'feature-on',
    title: 'Turn a feature on',
    says: 'The model gets it again.',
    dollars: 0,
    hours: 0.5,
    takes: { name: 'feature', kind: 'choice', choices: NAMES },
  },
  {
    kind: 'page',
    title: 'Page upstream',
    says: 'Wake the owner of a feature, of the feature-store, or of the labels. Where something is broken it is mended tomorrow.',
    dollars: 100,
    hours: 1,
    takes: { name: 'target', kind: 'choice', choices: [...NAMES, ...SYSTEMS] },
  },
  { kind: 'end-canary', title: 'End the canary', says: 'Everybody gets the model from today.', dollars: 0, hours: 0.5 },
];
