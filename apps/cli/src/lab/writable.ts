import { closeSync, openSync } from 'node:fs';
import { UserError } from '../user-error.ts';

/** Complains before a long run, not after it. */
export function checkWritable(option: string, path: string | undefined): void {
  if (path === undefined) return;
  try {
    closeSync(openSync(path, 'a'));
  } catch {
    throw new UserError(
      `${option} ${path} cannot be written.`,
      'Give a file in a folder that exists and that you may write to.',
    );
  }
}
