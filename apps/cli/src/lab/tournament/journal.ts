/** What was played, in a file of lines, so that a killed tournament goes on. */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { digestOf, type Contestant } from '@legible/lab/tournament/index';
import type { Match, Played } from './worker.ts';

type Place = Pick<Match, 'world' | 'seed' | 'volume'>;
const keyOf = ({ world, seed, volume }: Place): string => `${world} ${seed} ${volume}`;

export class Journal {
  readonly #path: string | undefined;
  readonly #played = new Map<string, Played>();
  /** Lines that could not be read; what they held is played again. */
  readonly unreadable: number = 0;

  constructor(path: string | undefined) {
    this.#path = path;
    if (path === undefined || !existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n');
    // What a kill cut off in the middle of a line ends it, so that the next one stands alone.
    if (lines.at(-1) !== '') appendFileSync(path, '\n');
    for (const line of lines) {
      if (line === '') continue;
      const played = parsed(line);
      if (played === undefined) this.unreadable++;
      else this.#note(played);
    }
  }

  /** What is known of a match: costs of the contestants that were played by these very plans. */
  known({ contestants, ...place }: Match): Played {
    const { costs = {}, plans = {} } = this.#played.get(keyOf(place)) ?? {};
    const names = Object.keys(contestants).filter(
      (name) => costs[name] !== undefined && plans[name] === digestOf(contestants[name]),
    );
    const of = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(names.map((name) => [name, all[name]!]));
    return { ...place, costs: of(costs), plans: of(plans) };
  }

  /** The part of a match that is still to be played; undefined where nothing is. */
  missing(match: Match): Match | undefined {
    const { costs } = this.known(match);
    const left = Object.entries(match.contestants).filter(([name]) => costs[name] === undefined);
    return left.length === 0 ? undefined : { ...match, contestants: Object.fromEntries<Contestant>(left) };
  }

  /** The part of a match that is known, as a match; undefined where nothing is. */
  kept(match: Match): Match | undefined {
    const { costs } = this.known(match);
    const names = Object.entries(match.contestants).filter(([name]) => costs[name] !== undefined);
    return names.length === 0 ? undefined : { ...match, contestants: Object.fromEntries<Contestant>(names) };
  }

  put(played: Played): void {
    this.#note(played);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(played)}\n`);
  }

  /** Forgets all of a world at a volume; returns how many seeds that were. */
  drop(world: string, volume: number): number {
    const gone = [...this.#played.values()].filter((played) => played.world === world && played.volume === volume);
    for (const played of gone) this.#played.delete(keyOf(played));
    if (this.#path !== undefined) {
      const fresh = `${this.#path}.new`;
      writeFileSync(fresh, [...this.#played.values()].map((played) => `${JSON.stringify(played)}\n`).join(''));
      renameSync(fresh, this.#path);
    }
    return gone.length;
  }

  /** A later line about the same contestants counts. */
  #note(played: Played): void {
    const before = this.#played.get(keyOf(played));
    this.#played.set(keyOf(played), {
      ...played,
      costs: { ...before?.costs, ...played.costs },
      plans: { ...before?.plans, ...played.plans },
    });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parsed(line: string): Played | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const whole =
    isObject(value) &&
    typeof value['world'] === 'string' &&
    Number.isSafeInteger(value['seed']) &&
    Number.isSafeInteger(value['volume']) &&
    isObject(value['costs']) &&
    isObject(value['plans']) &&
    Object.values(value['costs']).every((cost) => cost === null || typeof cost === 'number') &&
    Object.values(value['plans']).every((plan) => typeof plan === 'string');
  return whole ? (value as unknown as Played) : undefined;
}
