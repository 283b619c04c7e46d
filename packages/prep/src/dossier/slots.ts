import type { Area, FailureKind, Item, Narrative, Script, Story } from './types.ts';

/** A thing that a candidate must be able to produce. */
export const SLOTS = [
  'transition',
  'ranking',
  'prediction',
  'compensation',
  'data-quality',
  'rollout-risk',
  'metric-mismatch',
  'why-mle',
] as const;
export type Slot = (typeof SLOTS)[number];

export interface SlotAbout {
  readonly label: string;
  /** What it is, in one line. */
  readonly about: string;
  /** The three things without which nobody is ready; the rest are asked for often. */
  readonly core: boolean;
}

export const SLOT_ABOUT: Record<Slot, SlotAbout> = {
  transition: {
    label: 'Transition story',
    about: 'Why you, from software to models, in a minute and in three.',
    core: true,
  },
  ranking: {
    label: 'Ranking narrative',
    about: 'One design you could defend: what to show first, and how you would know.',
    core: true,
  },
  prediction: {
    label: 'Prediction narrative',
    about: 'One design from goal to rollback: fraud, churn, arrival times.',
    core: true,
  },
  compensation: { label: 'Compensation script', about: 'Scope and band, then a number, then silence.', core: true },
  'data-quality': {
    label: 'Failure from bad data',
    about: 'What was wrong in the data, what you decided, what it cost.',
    core: false,
  },
  'rollout-risk': {
    label: 'Failure from a rollout',
    about: 'A launch that went wrong, and the way back.',
    core: false,
  },
  'metric-mismatch': {
    label: 'Failure from a metric',
    about: 'A number that rose while the product got worse.',
    core: false,
  },
  'why-mle': { label: 'Why MLE', about: 'A reason that is work you already do.', core: false },
};

/** The places an item can fill: a story that fits two kinds of failure is offered for both. */
export function slotsOf(item: Item): readonly Slot[] {
  if (item.type === 'story') return item.body.kind === 'transition' ? ['transition'] : item.body.failures;
  return [item.body.kind];
}

/** A new, empty item for a place in the dossier. */
export function emptyItem(slot: Slot, area: Area = slot === 'ranking' ? 'search' : 'fraud'): Item {
  switch (slot) {
    case 'transition':
      return { type: 'story', body: emptyStory('transition', []) };
    case 'data-quality':
    case 'rollout-risk':
    case 'metric-mismatch':
      return { type: 'story', body: emptyStory('failure', [slot]) };
    case 'ranking':
    case 'prediction':
      return { type: 'narrative', body: { kind: slot, area, text: '' } satisfies Narrative };
    case 'compensation':
    case 'why-mle':
      return { type: 'script', body: { kind: slot, text: '' } satisfies Script };
  }
}

const emptyStory = (kind: Story['kind'], failures: readonly FailureKind[]): Story => ({
  kind,
  failures,
  simulated: false,
  facts: [],
  short: '',
  long: '',
});
