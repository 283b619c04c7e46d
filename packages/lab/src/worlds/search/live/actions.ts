/** What a person can do while a search run is live, and its price. */
import type { ActionCard } from '../../../operate/actions.ts';
import { FEATURES } from '../features.ts';

export type Action =
  | { readonly day: number; readonly kind: 'investigate'; readonly slice: string }
  | { readonly day: number; readonly kind: 'audit'; readonly of: 'model' | 'old-engine' | 'judged' }
  | { readonly day: number; readonly kind: 'rollback' }
  | { readonly day: number; readonly kind: 'relaunch' }
  | { readonly day: number; readonly kind: 'end-experiment'; readonly verdict: 'ship' | 'stop' }
  | { readonly day: number; readonly kind: 'explore'; readonly share: number }
  | { readonly day: number; readonly kind: 'retrain' }
  | { readonly day: number; readonly kind: 'feature-off'; readonly feature: string }
  | { readonly day: number; readonly kind: 'feature-on'; readonly feature: string }
  | { readonly day: number; readonly kind: 'page'; readonly target: string };

/** Systems that can be paged beside the features. */
export const SYSTEMS = ['traffic', 'index', 'analyser', 'counters', 'latency'] as const;

const NAMES = FEATURES.map((f) => f.name);

export const ACTIONS: readonly ActionCard<Action['kind']>[] = [
  {
    kind: 'investigate',
    title: 'Investigate a slice',
    says: 'Compare one feature or group, last week against the last week of history: values, clicks, orders.',
    dollars: 80,
    hours: 2,
    takes: { name: 'slice', kind: 'choice', choices: [...NAMES, 'places', 'arms', 'tail', 'phones'] },
  },
  {
    kind: 'audit',
    title: 'Ask specialists about 200 products',
    says: 'Specialists look at 200 products shown or judged of late and say whether each is what was meant; wrong in 6 of 100.',
    dollars: 300,
    hours: 8,
    takes: { name: 'of', kind: 'choice', choices: ['model', 'old-engine', 'judged'] },
  },
  {
    kind: 'rollback',
    title: 'Roll back',
    says: 'The old engine makes all lists until you relaunch.',
    dollars: 0,
    hours: 0.5,
  },
  {
    kind: 'relaunch',
    title: 'Relaunch',
    says: 'The model makes all lists, whatever the experiment says.',
    dollars: 0,
    hours: 0.5,
  },
  {
    kind: 'end-experiment',
    title: 'End the experiment',
    says: 'Ship the model or stop it, today, whatever the numbers say.',
    dollars: 0,
    hours: 0.5,
    takes: { name: 'verdict', kind: 'choice', choices: ['ship', 'stop'] },
  },
  {
    kind: 'explore',
    title: 'Change the exploration',
    says: 'Share of lists in which one place is drawn at random, from today.',
    dollars: 0,
    hours: 0.5,
    takes: { name: 'share', kind: 'number', min: 0, max: 0.3, unit: 'share' },
  },
  { kind: 'retrain', title: 'Retrain now', says: 'Fit again on everything logged by today.', dollars: 40, hours: 3 },
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
    says: 'Wake the owner of a feature or of a system. Where something is broken it is mended tomorrow.',
    dollars: 60,
    hours: 1,
    takes: { name: 'target', kind: 'choice', choices: [...NAMES, ...SYSTEMS] },
  },
];
