/** The worlds by name, each with its reference plans. A new world adds a folder and a line here. */
import type { PlanBase } from '../plan/check.ts';
import { REFERENCES, referencePlan } from './fraud/references.ts';
import { fraudWorld } from './fraud/world.ts';
import { REFERENCES as RECOMMENDATIONS, referencePlan as recommendationsPlan } from './recommendations/references.ts';
import { recommendationsWorld } from './recommendations/world.ts';
import { REFERENCES as SEARCH, referencePlan as searchPlan } from './search/references.ts';
import { searchWorld } from './search/world.ts';
import type { World } from './world.ts';

export interface WorldEntry {
  readonly world: World;
  /** Reference plans by name, from the simplest to the most careful. */
  readonly references: Readonly<Record<string, PlanBase>>;
}

export const WORLDS: Readonly<Record<string, WorldEntry>> = {
  fraud: { world: fraudWorld, references: Object.fromEntries(REFERENCES.map((name) => [name, referencePlan(name)])) },
  recommendations: {
    world: recommendationsWorld,
    references: Object.fromEntries(RECOMMENDATIONS.map((name) => [name, recommendationsPlan(name)])),
  },
  search: { world: searchWorld, references: Object.fromEntries(SEARCH.map((name) => [name, searchPlan(name)])) },
};
