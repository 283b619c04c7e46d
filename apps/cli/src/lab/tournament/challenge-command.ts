import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { checkWritable } from '../writable.ts';
import { challengeIn, said, type ChallengeResult } from './challenge.ts';
import { Journal } from './journal.ts';
import { volumeOf, whole, worldsOf } from './options.ts';

type Numbers = Readonly<Record<'random' | 'near' | 'seeds' | 'stay' | 'again' | 'threads', string>>;
interface Options extends Numbers {
  readonly worlds: string;
  readonly volume?: string;
  readonly journal?: string;
  readonly out?: string;
}

/** `legible lab challenge`: does a search over plans beat the expert's? */
export const challenge = () =>
  new Command('challenge')
    .description('Let plans drawn at random try to beat the expert: many on few seeds, the best again on fresh ones.')
    .option('--worlds <names>', 'worlds, separated by commas, or "all"', 'all')
    .option('--random <n>', 'plans drawn from all plans', '60')
    .option('--near <n>', 'plans near the expert’s: one to four of its decisions drawn anew', '40')
    .option('--seeds <n>', 'seeds of the first round', '2')
    .option('--stay <n>', 'plans that stay for the second', '5')
    .option('--again <n>', 'fresh seeds of the second', '20')
    .option('--volume <n>', 'units a day; each world’s own where absent')
    .option('--threads <n>', 'worker threads', String(Math.max(1, Math.min(8, availableParallelism()))))
    .option('--journal <file>', 'keep each match here, and go on from it after a kill')
    .option('--out <file>', 'write the result as JSON')
    .action(async (options: Options) => {
      const worlds = worldsOf(options.worlds);
      const number = (option: keyof Numbers, least: number, most: number): number =>
        whole(`--${option}`, options[option], least, most);
      const settings = {
        drawn: number('random', 0, 2000),
        near: number('near', 0, 2000),
        seeds: number('seeds', 1, 1000),
        stay: number('stay', 1, 100),
        again: number('again', 2, 1000),
      };
      checkWritable('--journal', options.journal);
      checkWritable('--out', options.out);
      const playing = {
        threads: number('threads', 1, 64),
        journal: new Journal(options.journal),
        say: (text: string): void => void process.stderr.write(`${text}\n`),
      };
      const results: ChallengeResult[] = [];
      for (const [name, entry] of worlds)
        results.push(await challengeIn(name, entry, volumeOf(entry.world, options.volume), settings, playing));
      if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(results, null, 1)}\n`);
      process.stdout.write(results.map(said).join('\n'));
    });
