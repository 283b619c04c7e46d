import type { PlanBase, World, WorldEntry } from '@legible/lab';
import { fraudGuide } from './fraud-guide.ts';

/** One way to decide, as a person would say it, and what it puts at risk. */
export interface GuideOption {
  readonly id: string;
  readonly says: string;
  readonly risks: string;
  readonly set: (plan: PlanBase) => PlanBase;
  /** True where the plan has decided this way. */
  readonly holds: (plan: PlanBase) => boolean;
}

/** One decision of the plan, for somebody who never made it. */
export interface GuideDecision {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly options: readonly GuideOption[];
}

/** A guided first run through one world. One of its preselected decisions is weak, and the post-mortem shows it. */
export interface Guide {
  readonly world: string;
  readonly seed: number;
  readonly opening: string;
  readonly plan: (references: WorldEntry['references']) => PlanBase;
  readonly decisions: readonly GuideDecision[];
  /** What there is to know before a sum is predicted. */
  readonly scale: string;
  /** What to say of the weak decision, once the truth is out. */
  readonly weakness: (plan: PlanBase) => string;
}

const GUIDES: readonly Guide[] = [fraudGuide];

export const guideOf = (world: string): Guide | undefined => GUIDES.find((guide) => guide.world === world);

/** What one may expect to fail first: parts of the pipeline, and what this world is known to do. */
export function failures(world: World): readonly { readonly value: string; readonly says: string }[] {
  return [
    { value: 'labels', says: 'The labels: late, missing or wrong' },
    { value: 'features', says: 'A column that gives the answer away' },
    { value: 'split', says: 'The split: the test was too easy' },
    { value: 'metric', says: 'The metric: it says nothing' },
    { value: 'threshold', says: 'The threshold: the scores are no probabilities' },
    ...world.incidents.map(({ kind, title }) => ({ value: kind, says: title })),
  ];
}
