/** A run as a small file: world, seed, size, plan, actions. It replays to the byte. */
import { ActionError, parseAction, type BaseAction } from '../operate/actions.ts';
import { parsePlan, type PlanBase } from '../plan/check.ts';
import type { World } from '../worlds/world.ts';

export interface RunFile<P extends PlanBase = PlanBase> {
  readonly version: 1;
  readonly world: string;
  readonly seed: number;
  /** Units a day, such as payments. */
  readonly volume: number;
  readonly plan: P;
  readonly actions: readonly BaseAction[];
}

/** Bad file: the message names the field, the reason and the mend. */
export class RunFileError extends Error {
  readonly field: string;
  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'RunFileError';
    this.field = field;
  }
}

export function checkSeed(seed: unknown): number {
  if (!Number.isSafeInteger(seed) || (seed as number) < 0)
    throw new RunFileError('seed', `is ${JSON.stringify(seed)}; it must be a whole number, 0 or more`);
  return seed as number;
}

export function checkVolume(volume: unknown, world: Pick<World, 'volumeRange' | 'volumeUnit'>): number {
  const [least, most] = world.volumeRange;
  if (!Number.isInteger(volume) || (volume as number) < least || (volume as number) > most) {
    throw new RunFileError(
      'volume',
      `is ${JSON.stringify(volume)}; it must be a whole number of ${world.volumeUnit} from ${least} to ${most}`,
    );
  }
  return volume as number;
}

/** The document as a run file; throws RunFileError, PlanError or ActionError. */
export function parseRunFile<P extends PlanBase>(document: unknown, world: World<P>): RunFile<P> {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new RunFileError('run', 'must be a JSON object');
  const value = document as Record<string, unknown>;
  const extra = Object.keys(value).find(
    (key) => !['version', 'world', 'seed', 'volume', 'plan', 'actions'].includes(key),
  );
  if (extra)
    throw new RunFileError(extra, 'is not a field of a run; those are version, world, seed, volume, plan, actions');
  if (value.version !== 1)
    throw new RunFileError('version', `is ${JSON.stringify(value.version)}; this build reads version 1`);
  if (value.world !== world.id)
    throw new RunFileError('world', `is ${JSON.stringify(value.world)}; expected ${world.id}`);
  if (!Array.isArray(value.actions)) throw new RunFileError('actions', 'must be a list; an empty one does nothing');
  const actions = value.actions.map((entry: unknown, i) => parseAction(entry, `actions[${i}]`, world));
  actions.forEach((action, i) => {
    if (i > 0 && action.day < actions[i - 1]!.day)
      throw new ActionError(
        `actions[${i}].day`,
        `is ${action.day}, before the action ahead of it; keep them in order of days`,
      );
  });
  return {
    version: 1,
    world: world.id,
    seed: checkSeed(value.seed),
    volume: checkVolume(value.volume, world),
    plan: parsePlan(value.plan, world),
    actions,
  };
}

/** Text of a run file: the same run gives the same bytes. */
export function writeRunFile(file: RunFile): string {
  const { version, world, seed, volume, plan, actions } = file;
  return `${JSON.stringify({ version, world, seed, volume, plan, actions }, null, 1)}\n`;
}
