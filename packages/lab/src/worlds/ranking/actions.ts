/** What a person can do while a run of a ranking world is live. */
import type { ActionCard } from '../../operate/actions.ts';
import { ACTION_DOLLARS } from './prices.ts';

/** `Panel`: what a paid panel can be asked about. */
export type RankingAction<Panel extends string = string> =
  | { readonly day: number; readonly kind: 'investigate'; readonly slice: string }
  | { readonly day: number; readonly kind: 'audit'; readonly of: Panel }
  | { readonly day: number; readonly kind: 'rollback' }
  | { readonly day: number; readonly kind: 'relaunch' }
  | { readonly day: number; readonly kind: 'end-experiment'; readonly verdict: 'ship' | 'stop' }
  | { readonly day: number; readonly kind: 'explore'; readonly share: number }
  | { readonly day: number; readonly kind: 'retrain' }
  | { readonly day: number; readonly kind: 'feature-off'; readonly feature: string }
  | { readonly day: number; readonly kind: 'feature-on'; readonly feature: string }
  | { readonly day: number; readonly kind: 'page'; readonly target: string };

export interface ActionWords {
  readonly features: readonly string[];
  /** Systems that can be paged beside the features. */
  readonly systems: readonly string[];
  /** Groups that can be investigated beside the features, and what is compared. */
  readonly groups: readonly string[];
  readonly compared: string;
  readonly panel: { readonly title: string; readonly says: string; readonly of: readonly string[] };
  /** What makes the lists without the model. */
  readonly old: string;
}

/** Cards of all actions, in a world's words. */
export function rankingActions(words: ActionWords): readonly ActionCard<RankingAction['kind']>[] {
  const { features, systems, groups, compared, panel, old } = words;
  const free = { dollars: 0, hours: 0.5 } as const;
  const feature = { name: 'feature', kind: 'choice', choices: features } as const;
  return [
    {
      kind: 'investigate',
      title: 'Investigate a slice',
      says: `Compare one feature or group, last week against the last week of history: ${compared}.`,
      dollars: ACTION_DOLLARS.investigate,
      hours: 2,
      takes: { name: 'slice', kind: 'choice', choices: [...features, ...groups] },
    },
    {
      kind: 'audit',
      title: panel.title,
      says: panel.says,
      dollars: ACTION_DOLLARS.audit,
      hours: 8,
      takes: { name: 'of', kind: 'choice', choices: panel.of },
    },
    { kind: 'rollback', title: 'Roll back', says: `The ${old} makes all lists until you relaunch.`, ...free },
    {
      kind: 'relaunch',
      title: 'Relaunch',
      says: 'The model makes all lists, whatever the experiment says.',
      ...free,
    },
    {
      kind: 'end-experiment',
      title: 'End the experiment',
      says: 'Ship the model or stop it, today, whatever the numbers say.',
      ...free,
      takes: { name: 'verdict', kind: 'choice', choices: ['ship', 'stop'] },
    },
    {
      kind: 'explore',
      title: 'Change the exploration',
      says: 'Share of lists in which one place is drawn at random, from today.',
      ...free,
      takes: { name: 'share', kind: 'number', min: 0, max: 0.3, unit: 'share' },
    },
    {
      kind: 'retrain',
      title: 'Retrain now',
      says: 'Fit again on everything logged by today.',
      dollars: ACTION_DOLLARS.retrain,
      hours: 3,
    },
    {
      kind: 'feature-off',
      title: 'Turn a feature off',
      says: 'The model gets it as missing.',
      ...free,
      takes: feature,
    },
    { kind: 'feature-on', title: 'Turn a feature on', says: 'The model gets it again.', ...free, takes: feature },
    {
      kind: 'page',
      title: 'Page upstream',
      says: 'Wake the owner of a feature or of a system. Where something is broken it is mended tomorrow.',
      dollars: ACTION_DOLLARS.page,
      hours: 1,
      takes: { name: 'target', kind: 'choice', choices: [...features, ...systems] },
    },
  ];
}
