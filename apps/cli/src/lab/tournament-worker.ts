/** A thread that plays: one seed of a world, all contestants. */
import { parentPort } from 'node:worker_threads';
import { drive, prepare, WORLDS } from '@legible/lab';
import { contestants, costOf } from '@legible/lab/tournament/index';

export interface Match {
  readonly world: string;
  readonly seed: number;
  readonly volume: number;
  readonly random: number;
}
export interface Played extends Match {
  /** Dollars by contestant; null where a plan had nothing to learn from. */
  readonly costs: Readonly<Record<string, number | null>>;
}

const port = parentPort!;
port.on('message', (match: Match) => {
  const entry = WORLDS[match.world]!;
  const { launch } = drive(prepare(entry.world, match.seed, match.volume));
  const costs = Object.fromEntries(
    [...contestants(entry, match.random)].map(([name, plan]) => {
      const cost = costOf(launch, name, plan);
      return [name, Number.isNaN(cost) ? null : Math.round(cost)];
    }),
  );
  port.postMessage({ ...match, costs } satisfies Played);
});
