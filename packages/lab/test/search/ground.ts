/** Small search worlds for tests, lived once a process. */
import { drive, prepare, type Ground, type World } from '../../src/index.ts';
import type { SearchLaunch } from '../../src/worlds/search/lived.ts';
import type { Plan } from '../../src/worlds/search/plan/types.ts';
import { referencePlan } from '../../src/worlds/search/references.ts';
import { searchWorld } from '../../src/worlds/search/world.ts';

const made = new Map<string, Ground>();
export const world: World = searchWorld;

export function groundOf(seed: number, volume = 80): Ground {
  const key = `${seed}/${volume}`;
  const held = made.get(key);
  if (held) return held;
  const ground = drive(prepare(world, seed, volume));
  made.set(key, ground);
  return ground;
}

export const launchOf = (ground: Ground): SearchLaunch => ground.launch as SearchLaunch;

/** The expert's plan with few trees and candidates: quick enough for a test. */
export function quick(change: Partial<Plan> = {}): Plan {
  return {
    ...referencePlan('expert'),
    model: { kind: 'trees', trees: 10 },
    candidates: { source: 'mixed', depth: 24 },
    retraining: { everyDays: 0 },
    ...change,
  };
}
