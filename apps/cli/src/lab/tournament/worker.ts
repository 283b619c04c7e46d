/** A thread that plays: contestants on one seed of a world. */
import { parentPort } from 'node:worker_threads';
import { drive, prepare, WORLDS } from '@legible/lab';
import { costOf, digestOf, type Contestant } from '@legible/lab/tournament/index';

export interface Match {
  readonly world: string;
  readonly seed: number;
  readonly volume: number;
  readonly contestants: Readonly<Record<string, Contestant>>;
}

export interface Played {
  readonly world: string;
  readonly seed: number;
  readonly volume: number;
  /** Whole dollars by contestant; null where a plan had nothing to learn from. */
  readonly costs: Readonly<Record<string, number | null>>;
  /** What each contestant was lived by, as a digest of its plan. */
  readonly plans: Readonly<Record<string, string>>;
}

const port = parentPort!;
port.on('message', ({ world, seed, volume, contestants }: Match) => {
  const { launch } = drive(prepare(WORLDS[world]!.world, seed, volume));
  const costs: Record<string, number | null> = {};
  const plans: Record<string, string> = {};
  for (const [name, contestant] of Object.entries(contestants)) {
    const cost = costOf(launch, contestant);
    costs[name] = Number.isNaN(cost) ? null : Math.round(cost);
    plans[name] = digestOf(contestant);
  }
  port.postMessage({ world, seed, volume, costs, plans } satisfies Played);
});
