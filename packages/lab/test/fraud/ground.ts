/** Small worlds for tests, lived once a process. */
import { drive, prepare, type DayReport, type Ground, type OfflineReport, type Plan } from '../../src/index.ts';
import { FraudLaunch } from '../../src/worlds/fraud/lived.ts';
import { referencePlan, type ReferenceName } from '../../src/worlds/fraud/references.ts';
import { fraudWorld } from '../../src/worlds/fraud/world.ts';
import type { WorldSession } from '../../src/worlds/fraud/life.ts';

export type FraudGround = Ground<Plan, OfflineReport, DayReport>;

const made = new Map<string, FraudGround>();

/** A fraud world at launch. What is trained in it is shared, as it is between the replays of one run. */
export function groundOf(seed: number, volume = 900): FraudGround {
  const key = `${seed}/${volume}`;
  const held = made.get(key);
  if (held) return held;
  const ground = drive(prepare(fraudWorld, seed, volume));
  made.set(key, ground);
  return ground;
}

/** The hidden session of a ground: what only the world and the post-mortem hold. */
export function sessionOf({ launch }: FraudGround): WorldSession {
  if (!(launch instanceof FraudLaunch)) throw new TypeError('not a fraud ground');
  return launch.session;
}

export const reference = (name: ReferenceName): Plan => referencePlan(name);
