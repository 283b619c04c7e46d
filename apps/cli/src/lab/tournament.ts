/** Plays a tournament in threads; what was played is kept in a file of lines, so that a killed one goes on. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import {
  pairedDifference,
  standings,
  type PairedDifference,
  type Standing,
  type Totals,
} from '@legible/lab/tournament/index';
import type { Match, Played } from './tournament-worker.ts';

const keyOf = ({ world, seed, volume, random }: Match): string => `${world} ${seed} ${volume} ${random}`;

/** Matches that a file of an earlier, perhaps killed, tournament holds. */
function kept(path: string | undefined): Map<string, Played> {
  const found = new Map<string, Played>();
  if (path === undefined || !existsSync(path)) return found;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    try {
      const played = JSON.parse(line) as Played;
      if (typeof played.world === 'string' && typeof played.costs === 'object') found.set(keyOf(played), played);
    } catch {
      // The last line of a killed tournament may be cut off.
    }
  }
  writeFileSync(path, [...found.values()].map((played) => `${JSON.stringify(played)}\n`).join(''));
  return found;
}

/** Plays what was not played before. `onPlayed` hears of each match, those from the file first. */
export async function play(
  matches: readonly Match[],
  {
    threads,
    journal,
    onPlayed,
  }: { threads: number; journal: string | undefined; onPlayed: (played: Played, done: number) => void },
): Promise<Played[]> {
  const before = kept(journal);
  const results = new Map<string, Played>();
  const queue: Match[] = [];
  for (const match of matches) {
    const known = before.get(keyOf(match));
    if (known === undefined) queue.push(match);
    else {
      results.set(keyOf(match), known);
      onPlayed(known, results.size);
    }
  }
  await Promise.all(
    Array.from({ length: Math.min(threads, queue.length) }, async () => {
      const worker = new Worker(new URL('./tournament-worker.ts', import.meta.url));
      try {
        for (let match = queue.shift(); match !== undefined; match = queue.shift()) {
          const { promise, resolve, reject } = Promise.withResolvers<Played>();
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage(match);
          const played = await promise;
          worker.off('error', reject);
          if (journal !== undefined) appendFileSync(journal, `${JSON.stringify(played)}\n`);
          results.set(keyOf(played), played);
          onPlayed(played, results.size);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return matches.map((match) => results.get(keyOf(match))!);
}

/** Which plan should save money against which, in every world. */
const CLAIMS: readonly (readonly [better: string, worse: string])[] = [
  ['expert', 'cautious'],
  ['expert', 'textbook'],
  ['textbook', 'naive'],
  ['textbook', 'rule'],
  ['textbook', 'do nothing'],
  ['oracle', 'expert'],
];

export interface WorldResult {
  readonly world: string;
  readonly volume: number;
  readonly seeds: readonly number[];
  readonly standings: readonly Standing[];
  readonly comparisons: readonly PairedDifference[];
  /** Random plans that cost less than the expert's on the same seeds, by mean. */
  readonly randomAboveExpert: readonly string[];
  readonly totals: Totals;
}

export function resultOf(world: string, played: readonly Played[]): WorldResult {
  const names = Object.keys(played[0]!.costs);
  const totals: Record<string, number[]> = Object.fromEntries(
    names.map((name) => [name, played.map(({ costs }) => costs[name] ?? Number.NaN)]),
  );
  const order = standings(totals);
  const expert = order.find(({ name }) => name === 'expert')?.mean ?? Number.NaN;
  return {
    world,
    volume: played[0]!.volume,
    seeds: played.map(({ seed }) => seed),
    standings: order,
    comparisons: CLAIMS.filter(([a, b]) => totals[a] && totals[b]).map(([a, b]) => pairedDifference(totals, a, b)),
    randomAboveExpert: order
      .filter(({ name, mean }) => name.startsWith('random') && mean < expert)
      .map(({ name }) => name),
    totals,
  };
}

const dollars = (x: number): string => `${x < 0 ? '−' : ''}$${Math.abs(Math.round(x)).toLocaleString('en-US')}`;

/** Standings as a plot of dots and intervals, and the comparisons in words. */
export function shown(
  { world, seeds, standings: order, comparisons, randomAboveExpert }: WorldResult,
  width: number,
): string {
  const named = order.filter(({ name }) => !name.startsWith('random'));
  const random = order.filter(({ name }) => name.startsWith('random'));
  const low = Math.min(...order.map((one) => one.low));
  const high = Math.max(...named.map((one) => one.high));
  const columns = Math.max(20, width - 32);
  const at = (cost: number): number =>
    Math.max(0, Math.min(columns - 1, Math.round(((cost - low) / (high - low || 1)) * (columns - 1))));
  const line = ({ name, mean, low: from, high: to }: Standing): string => {
    const cells: string[] = Array.from({ length: columns }, (_, k) => (k >= at(from) && k <= at(to) ? '─' : ' '));
    cells[at(mean)] = '●';
    return `${name.padEnd(12)} ${cells.join('')} ${dollars(mean).padStart(14)}`;
  };
  const said = comparisons.map(
    ({ better, worse, mean, low: from, high: to, wins, seeds: n }) =>
      `${better} saves ${dollars(mean)} against ${worse} (${dollars(from)} to ${dollars(to)}), and wins ${wins} of ${n}${from > 0 ? '' : ': not shown'}`,
  );
  return `${[
    `${world}, ${seeds.length} seeds; cost of the live weeks, cheapest first`,
    ...named.map(line),
    ...(random.length === 0
      ? []
      : [
          `${random.length} random plans cost ${dollars(random[0]!.mean)} to ${dollars(random.at(-1)!.mean)}; cheaper than the expert: ${randomAboveExpert.length === 0 ? 'none' : randomAboveExpert.join(', ')}`,
        ]),
    '',
    ...said,
  ].join('\n')}\n`;
}
