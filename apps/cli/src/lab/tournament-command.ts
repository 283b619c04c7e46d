import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkVolume, RunFileError, WORLDS } from '@legible/lab';
import { Command } from 'commander';
import { columns } from '../terminal/wrap.ts';
import { UserError } from '../user-error.ts';
import { play, resultOf, shown } from './tournament.ts';

interface Options {
  readonly worlds: string;
  readonly seeds: string;
  readonly from: string;
  readonly random: string;
  readonly volume?: string;
  readonly threads: string;
  readonly journal?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `legible lab tournament`: every reference plan and random ones on the same seeds. */
export const tournament = () =>
  new Command('tournament')
    .description('Let all reference plans and random ones live the same seeds, and see whether judgment pays.')
    .option('--worlds <names>', 'worlds, separated by commas, or "all"', 'all')
    .option('--seeds <n>', 'how many seeds', '20')
    .option('--from <seed>', 'the first of them', '1')
    .option('--random <n>', 'how many random plans take part', '5')
    .option('--volume <n>', 'units a day; each world’s own where absent')
    .option('--threads <n>', 'worker threads', String(Math.max(1, Math.min(8, availableParallelism()))))
    .option('--journal <file>', 'keep each match here, and go on from it after a kill')
    .option('--out <file>', 'write the result as JSON')
    .option('--json', 'print the result as JSON')
    .action(async (options: Options) => {
      const names =
        options.worlds === 'all' ? Object.keys(WORLDS) : options.worlds.split(',').map((name) => name.trim());
      const [seeds, from, random, threads] = (
        [
          ['--seeds', options.seeds, 1, 10_000],
          ['--from', options.from, 0, 4_000_000_000],
          ['--random', options.random, 0, 200],
          ['--threads', options.threads, 1, 64],
        ] as const
      ).map(([name, text, least, most]) => whole(name, text, least, most)) as [number, number, number, number];
      const worlds = names.map((name) => {
        const entry = Object.hasOwn(WORLDS, name) ? WORLDS[name] : undefined;
        if (entry === undefined)
          throw new UserError(
            `There is no world "${name}".`,
            `Use "all", or some of ${Object.keys(WORLDS).join(', ')}.`,
          );
        const volume =
          options.volume === undefined ? entry.world.defaultVolume : whole('--volume', options.volume, 1, 1e9);
        try {
          checkVolume(volume, entry.world);
        } catch (error) {
          if (!(error instanceof RunFileError)) throw error;
          throw new UserError(error.message, 'Give another --volume, or leave it out.');
        }
        return { name, volume };
      });
      const matches = worlds.flatMap(({ name, volume }) =>
        Array.from({ length: seeds }, (_, k) => ({ world: name, seed: from + k, volume, random })),
      );
      const played = await play(matches, {
        threads,
        journal: options.journal,
        onPlayed: ({ world, seed }, done) =>
          process.stderr.write(`${done} of ${matches.length}: ${world}, seed ${seed}\n`),
      });
      const results = names.map((name) =>
        resultOf(
          name,
          played.filter(({ world }) => world === name),
        ),
      );
      const text = `${JSON.stringify(results, null, 1)}\n`;
      if (options.out !== undefined) writeFileSync(options.out, text);
      process.stdout.write(
        options.json ? text : results.map((result) => shown(result, columns(process.stdout))).join('\n'),
      );
    });

function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UserError(
      `${option} is "${text}".`,
      `Give a whole number from ${least} to ${most.toLocaleString('en-US')}.`,
    );
  return value;
}
