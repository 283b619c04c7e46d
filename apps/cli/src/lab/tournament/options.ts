import { checkVolume, RunFileError, WORLDS, type World, type WorldEntry } from '@legible/lab';
import { UserError } from '../../user-error.ts';

/** An option's text as a whole number within bounds, or a message that names it. */
export function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UserError(
      `${option} is "${text}".`,
      `Give a whole number from ${least} to ${most.toLocaleString('en-US')}.`,
    );
  return value;
}

/** The worlds of `--worlds`, each once. */
export function worldsOf(text: string): readonly (readonly [name: string, entry: WorldEntry])[] {
  const names = text === 'all' ? Object.keys(WORLDS) : [...new Set(text.split(',').map((name) => name.trim()))];
  return names.map((name) => {
    const entry = Object.hasOwn(WORLDS, name) ? WORLDS[name] : undefined;
    if (entry === undefined)
      throw new UserError(`There is no world "${name}".`, `Use "all", or some of ${Object.keys(WORLDS).join(', ')}.`);
    return [name, entry] as const;
  });
}

/** The volume of `--volume`, or the world's own. */
export function volumeOf(world: World, text: string | undefined): number {
  try {
    return checkVolume(text === undefined ? world.defaultVolume : whole('--volume', text, 1, 1e9), world);
  } catch (error) {
    if (!(error instanceof RunFileError)) throw error;
    throw new UserError(`${error.message}.`, 'Give another --volume, or leave it out.');
  }
}
