/** What a person can do while the run is live, and its price. */
import type { FeatureCard } from '../worlds/types.ts';

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

export interface ActionCard {
  readonly kind: Action['kind'];
  readonly title: string;
  readonly says: string;
  readonly dollars: number;
  readonly hours: number;
}

export const ACTIONS: readonly ActionCard[] = [
  {
    kind: 'investigate',
    title: 'Investigate a slice',
    says: 'Compare one feature or group, last week against training: values, nulls, scores, declines.',
    dollars: 120,
    hours: 2,
  },
  {
    kind: 'audit',
    title: 'Audit 200 labels by hand',
    says: 'People look at 200 payments of the last week and say which were fraud; wrong in 2 of 100.',
    dollars: 500,
    hours: 10,
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
  },
  { kind: 'retrain', title: 'Retrain now', says: 'Fit again on everything known today.', dollars: 60, hours: 3 },
  { kind: 'feature-off', title: 'Turn a feature off', says: 'The model gets it as missing.', dollars: 0, hours: 0.5 },
  { kind: 'feature-on', title: 'Turn a feature on', says: 'The model gets it again.', dollars: 0, hours: 0.5 },
  {
    kind: 'page',
    title: 'Page upstream',
    says: 'Wake the owner of a feature, of the feature-store, or of the labels. Where something is broken it is mended tomorrow.',
    dollars: 100,
    hours: 1,
  },
  { kind: 'end-canary', title: 'End the canary', says: 'Everybody gets the model from today.', dollars: 0, hours: 0.5 },
];

/** Systems that can be paged beside the features. */
export const SYSTEMS = ['feature-store', 'latency', 'labels'] as const;

/** Bad action: the message names the field, the reason and the mend. */
export class ActionError extends Error {
  readonly field: string;
  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'ActionError';
    this.field = field;
  }
}

const KEYS: Record<Action['kind'], readonly string[]> = {
  investigate: ['slice'],
  audit: ['of'],
  rollback: [],
  relaunch: [],
  threshold: ['value'],
  retrain: [],
  'feature-off': ['feature'],
  'feature-on': ['feature'],
  page: ['target'],
  'end-canary': [],
};

/** The document as an action, or ActionError. `field` is its place in the file. */
export function parseAction(document: unknown, field: string, features: readonly FeatureCard[], days: number): Action {
  if (typeof document !== 'object' || document === null)
    throw new ActionError(field, 'must be an object { day, kind, … }');
  const value = document as Record<string, unknown>;
  const names = features.map((f) => f.name);
  const kind = value.kind as Action['kind'];
  if (!Object.hasOwn(KEYS, kind))
    throw new ActionError(
      `${field}.kind`,
      `is ${JSON.stringify(value.kind)}; choose one of ${Object.keys(KEYS).join(', ')}`,
    );
  if (!Number.isInteger(value.day) || (value.day as number) < 0 || (value.day as number) >= days) {
    throw new ActionError(
      `${field}.day`,
      `is ${JSON.stringify(value.day)}; it must be a whole day from 0 to ${days - 1}`,
    );
  }
  const extra = Object.keys(value).find((key) => key !== 'day' && key !== 'kind' && !KEYS[kind].includes(key));
  if (extra)
    throw new ActionError(
      `${field}.${extra}`,
      `is not a field of "${kind}"; its fields are day, kind${KEYS[kind].map((k) => `, ${k}`).join('')}`,
    );
  const oneOf = (key: string, allowed: readonly string[]): void => {
    if (!allowed.includes(value[key] as string))
      throw new ActionError(`${field}.${key}`, `is ${JSON.stringify(value[key])}; choose one of ${allowed.join(', ')}`);
  };
  if (kind === 'investigate') oneOf('slice', [...names, 'amount-bands', 'hours', 'canary']);
  if (kind === 'audit') oneOf('of', ['approved', 'declined', 'riskiest']);
  if (kind === 'feature-off' || kind === 'feature-on') oneOf('feature', names);
  if (kind === 'page') oneOf('target', [...names, ...SYSTEMS]);
  if (kind === 'threshold' && !(typeof value.value === 'number' && value.value >= 0.001 && value.value <= 1)) {
    throw new ActionError(
      `${field}.value`,
      `is ${JSON.stringify(value.value)}; it must be a probability from 0.001 to 1`,
    );
  }
  return document as Action;
}
