import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { WORLDS } from '@legible/lab';
import { contestants, DRAWN } from '@legible/lab/tournament/index';
import { STANDINGS } from '@legible/lab/tournament/standings.generated';
import { Command } from 'commander';
import { columns } from '../../terminal/wrap.ts';
import { UserError } from '../../user-error.ts';
import { checkWritable } from '../writable.ts';
import { Journal } from './journal.ts';
import { volumeOf, whole, worldsOf } from './options.ts';
import { page } from './page.ts';
import { play } from './play.ts';
import { resultOf, standingsOf } from './result.ts';
import { shown } from './shown.ts';
import { standingsModule } from './standings-module.ts';
import type { Match } from './worker.ts';

interface Options {
  readonly worlds: string;
  readonly seeds: string;
  readonly from: string;
  readonly random?: string;
  readonly volume?: string;
  readonly threads: string;
  readonly journal?: string;
  readonly kept?: true;
  readonly out?: string;
  readonly page?: string;
  readonly standings?: string;
  readonly json?: true;
}

/** `legible lab tournament`: every reference plan and random ones on the same seeds. */
export const tournament = () =>
  new Command('tournament')
    .description('Let all reference plans and random ones live the same seeds, and see whether judgment pays.')
    .option('--worlds <names>', 'worlds, separated by commas, or "all"', 'all')
    .option('--seeds <n>', 'how many seeds', '20')
    .option('--from <seed>', 'the first of them', '1')
    .option('--random <n>', 'plans drawn at random, spread over the seeds; one for each seed where absent')
    .option('--volume <n>', 'units a day; each world’s own where absent')
    .option('--threads <n>', 'worker threads', String(Math.max(1, Math.min(8, availableParallelism()))))
    .option('--journal <file>', 'keep each match here, and go on from it after a kill')
    .option('--kept', 'play nothing: show the seeds that the journal holds')
    .option('--out <file>', 'write every cost as JSON')
    .option('--page <file>', 'write the plots and the comparisons as Markdown')
    .option('--standings <file>', 'write what runs are placed by, as a module')
    .option('--json', 'print every cost as JSON')
    .action(async (options: Options) => {
      const worlds = worldsOf(options.worlds);
      const seeds = whole('--seeds', options.seeds, 1, 10_000);
      const from = whole('--from', options.from, 0, 4_000_000_000);
      const drawn = options.random === undefined ? seeds : whole('--random', options.random, 0, 200_000);
      const threads = whole('--threads', options.threads, 1, 64);
      if (options.kept && options.journal === undefined)
        throw new UserError('--kept needs a journal to read.', 'Name it with --journal.');
      for (const option of ['journal', 'out', 'page', 'standings'] as const)
        checkWritable(`--${option}`, options[option]);
      const say = (text: string): void => void process.stderr.write(`${text}\n`);
      const journal = new Journal(options.journal);
      const all = worlds.flatMap(([name, entry]) => {
        const volume = volumeOf(entry.world, options.volume);
        return Array.from({ length: seeds }, (_, k): Match => ({
          world: name,
          seed: from + k,
          volume,
          contestants: Object.fromEntries(
            contestants(entry, from + k, Math.floor(drawn / seeds) + (k < drawn % seeds ? 1 : 0)),
          ),
        }));
      });
      // A seed counts once its references are there; plans drawn at random may be missing.
      const isWhole = (match: Match): boolean =>
        Object.keys(journal.missing(match)?.contestants ?? {}).every((name) => name.startsWith(DRAWN));
      const matches = options.kept ? all.filter(isWhole).flatMap((match) => journal.kept(match) ?? []) : all;
      const played = await play(matches, { threads, journal, say });
      const results = worlds.flatMap(([name]) => {
        const own = played.filter(({ world }) => world === name);
        if (own.length > 0) return [resultOf(name, own)];
        say(`No seed of ${name} is in the journal.`);
        return [];
      });
      if (results.length === 0)
        throw new UserError('Nothing has been played.', 'Leave --kept out, or name another journal.');
      const standings = results.map(standingsOf);
      const text = `${JSON.stringify(results)}\n`;
      if (options.out !== undefined) writeFileSync(options.out, text);
      if (options.page !== undefined) writeFileSync(options.page, page(standings));
      if (options.standings !== undefined) {
        const fresh = new Map([...STANDINGS, ...standings].map((one) => [one.world, one]));
        const order = Object.keys(WORLDS).flatMap((name) => fresh.get(name) ?? []);
        writeFileSync(options.standings, standingsModule(order));
      }
      process.stdout.write(
        options.json ? text : standings.map((one) => shown(one, columns(process.stdout))).join('\n'),
      );
    });
