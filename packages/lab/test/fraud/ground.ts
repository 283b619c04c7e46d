/** Small worlds for tests, lived once a process. */
import { drive, prepare, WORLDS, type Ground, type Plan } from '../../src/index.ts';

const made = new Map<string, Ground>();

/** A fraud world at launch. Its shelf is shared, as it is between the replays of one run. */
export function groundOf(seed: number, volume = 900): Ground {
  const key = `${seed}/${volume}`;
  const held = made.get(key);
  if (held) return held;
  const ground = drive(prepare(WORLDS.fraud!.world, seed, volume));
  made.set(key, ground);
  return ground;
}

export const reference = (name: string): Plan => WORLDS.fraud!.references[name]!;
