/** Small recommendations worlds for tests, lived once a process. */
import { drive, prepare, WORLDS, type Ground } from '../../src/index.ts';
import type { RecommendationsLaunch } from '../../src/worlds/recommendations/lived.ts';
import type { Plan } from '../../src/worlds/recommendations/plan/types.ts';

const made = new Map<string, Ground>();

export function groundOf(seed: number, volume = 100): Ground {
  const key = `${seed}/${volume}`;
  const held = made.get(key);
  if (held) return held;
  const ground = drive(prepare(WORLDS.recommendations!.world, seed, volume));
  made.set(key, ground);
  return ground;
}

export const launchOf = (ground: Ground): RecommendationsLaunch => ground.launch as RecommendationsLaunch;

export const reference = (name: string): Plan => WORLDS.recommendations!.references[name]! as Plan;

/** The expert's plan with few trees and candidates: quick enough for a test. */
export function quick(change: Partial<Plan> = {}): Plan {
  const expert = reference('expert');
  return {
    ...expert,
    model: { kind: 'trees', trees: 12 },
    candidates: { source: 'mixed', depth: 24, newShare: 0.15 },
    retraining: { everyDays: 0 },
    ...change,
  };
}
