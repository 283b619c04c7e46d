import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { UserError } from './user-error.ts';

const folder = join(import.meta.dirname, 'commands');

/** A file in commands/ is a sub-command of that name; only the one that is asked for is loaded. */
async function load(name: string): Promise<Command> {
  const { command } = (await import(`./commands/${name}.ts`)) as { command: () => Command };
  return command();
}

/** Runs the command line; the exit status is 0 when all went well and 1 otherwise. */
export async function run(args: readonly string[]): Promise<void> {
  const program = new Command('legible')
    .description('Judges interview answers by what a panel listens for. Runs on this machine and needs no network.')
    .version(manifest.version)
    .showHelpAfterError('Add --help to see what there is.');
  const asked = args[0] ?? '';
  const known = /^[a-z-]+$/.test(asked) && existsSync(join(folder, `${asked}.ts`));
  const names = known
    ? [asked]
    : readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => file.slice(0, -3))
        .sort();
  for (const name of names) program.addCommand(await load(name));
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`legible: ${error.message}\n${error.mend}\n`);
    process.exitCode = 1;
  }
}
