/** Plays matches in threads. */
import { Worker } from 'node:worker_threads';
import type { Journal } from './journal.ts';
import type { Match, Played } from './worker.ts';

/** Plays matches, whichever thread is free; each is handed over as it ends. */
async function playAll(matches: readonly Match[], threads: number, onEnd: (played: Played) => void): Promise<void> {
  const queue = [...matches];
  await Promise.all(
    Array.from({ length: Math.min(threads, queue.length) }, async () => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url));
      try {
        for (let match = queue.shift(); match !== undefined; match = queue.shift()) {
          const { promise, resolve, reject } = Promise.withResolvers<Played>();
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage(match);
          onEnd(await promise);
          worker.off('error', reject);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
}

export interface Playing {
  readonly threads: number;
  readonly journal: Journal;
  /** Hears in words how far it is. */
  readonly say: (text: string) => void;
}

/** Plays what the journal does not hold, and returns all, in the order of the matches. */
export async function play(matches: readonly Match[], { threads, journal, say }: Playing): Promise<Played[]> {
  if (journal.unreadable > 0)
    say(
      `${journal.unreadable} ${journal.unreadable === 1 ? 'line' : 'lines'} of the journal cannot be read: what was in it is played again.`,
    );
  await believe(matches, { threads, journal, say });
  const left = matches.flatMap((match) => journal.missing(match) ?? []);
  let done = matches.length - left.length;
  if (done > 0) say(`${done} of ${matches.length} were played before.`);
  await playAll(left, threads, (played) => {
    journal.put(played);
    say(`${++done} of ${matches.length}: ${played.world}, seed ${played.seed}`);
  });
  return matches.map((match) => journal.known(match));
}

/**
 * A journal may come from a version in which a world came out otherwise. What it holds of a world is believed when the
 * first of its seeds, played again, costs the same to the dollar; otherwise all of that world is dropped.
 */
async function believe(matches: readonly Match[], { threads, journal, say }: Playing): Promise<void> {
  const samples = [...Map.groupBy(matches, ({ world, volume }) => `${world} ${volume}`).values()].flatMap(
    (own) => own.map((match) => journal.kept(match)).find((kept) => kept !== undefined) ?? [],
  );
  if (samples.length > 0) say('The journal is checked: one seed of each world is played again.');
  await playAll(samples, threads, (now) => {
    const sample = samples.find(({ world, volume }) => world === now.world && volume === now.volume)!;
    const { costs } = journal.known(sample);
    const other = Object.keys(costs).find((name) => costs[name] !== now.costs[name]);
    if (other === undefined) return;
    const many = journal.drop(now.world, now.volume);
    say(
      `The journal is of another version of ${now.world}: on seed ${now.seed} "${other}" cost ${said(costs[other])} there and costs ${said(now.costs[other])} now. Its ${many} ${many === 1 ? 'seed is' : 'seeds are'} played again.`,
    );
  });
}

const said = (cost: number | null | undefined): string =>
  cost === null || cost === undefined ? 'nothing, since it could not learn' : `$${cost.toLocaleString('en-US')}`;
