import { homedir } from 'node:os';
import { join, posix, win32 } from 'node:path';

/** Where a program keeps a user's data on this system. */
export function defaultDataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  home = homedir(),
): string {
  if (platform === 'win32') return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Legible');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Legible');
  const xdg = env['XDG_DATA_HOME'];
  return posix.join(xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'legible');
}

/** The database file in a data folder. */
export const databaseFile = (folder: string) => join(folder, 'legible.db');
