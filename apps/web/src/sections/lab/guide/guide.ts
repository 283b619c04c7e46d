import type { PlanBase, World, WorldEntry } from '@legible/lab';
import { fraudGuide } from './fraud-guide.ts';
import { recommendationsGuide } from './recommendations-guide.ts';
import { searchGuide } from './search-guide.ts';

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
  /** What the product is, after "decisions about". */
  readonly about: string;
  readonly opening: string;
  readonly plan: (references: WorldEntry['references']) => PlanBase;
  readonly decisions: readonly GuideDecision[];
  /** What there is to know before a sum is predicted. */
  readonly scale: string;
  /** What to say of the weak decision, once the truth is out. */
  readonly weakness: (plan: PlanBase) => string;
}

const GUIDES: readonly Guide[] = [fraudGuide, recommendationsGuide, searchGuide];

export const guideOf = (world: string): Guide | undefined => GUIDES.find((guide) => guide.world === world);

const PARTS: Readonly<Record<string, string>> = {
  labels: 'The labels: late, missing or wrong',
  judgments: 'The judgments: noisy, or made under another instruction',
  metric: 'The metric: it is not what the product is paid for',
  logs: 'The logs: they show what was shown, and machines click too',
  features: 'A column that gives the answer away',
  split: 'The split: the test was too easy',
  threshold: 'The threshold: the scores are no probabilities',
  experiment: 'The experiment: too short, too small, or in its own way',
};
/** Parts of the pipeline that can lie, by world. */
const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  fraud: ['labels', 'features', 'split', 'metric', 'threshold'],
  recommendations: ['metric', 'logs', 'features', 'split', 'experiment'],
  search: ['judgments', 'metric', 'logs', 'features', 'split', 'experiment'],
};

/** What one may expect to fail first: parts of the pipeline, and what this world is known to do. */
export function failures(world: World): readonly { readonly value: string; readonly says: string }[] {
  return [
    ...(PARTS_OF[world.id] ?? Object.keys(PARTS)).map((value) => ({ value, says: PARTS[value] ?? value })),
    ...world.incidents.map(({ kind, title }) => ({ value: kind, says: title })),
  ];
}
