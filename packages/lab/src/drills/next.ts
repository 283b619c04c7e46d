import type { DrillLevel } from './kind.ts';

/** Seconds that a drill is meant to take. */
export const DRILL_SECONDS = 120;

/** One drill that was tried. */
export interface Tried {
  readonly kind: string;
  readonly level: DrillLevel;
  readonly seed: number;
  readonly right: boolean;
  readonly seconds: number;
  /** ISO instant. */
  readonly at: string;
}

/** Tries of a kind that count toward what one gets wrong; older ones are forgiven. */
const RECENT = 5;

/**
 * What to drill next: the kind with the greatest share wrong among its last five, one wrong and one right assumed before
 * any; among equals the one tried longest ago. Two right in a row at a level lead to the next, one wrong leads back.
 */
export function nextDrill(kinds: readonly string[], tried: readonly Tried[]): { kind: string; level: DrillLevel } {
  const ranked = kinds.map((kind, place) => {
    const own = tried.filter((one) => one.kind === kind).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const recent = own.slice(-RECENT);
    const wrong = recent.filter(({ right }) => !right).length;
    return { kind, place, own, share: (wrong + 1) / (recent.length + 2), last: own.at(-1)?.at ?? '' };
  });
  ranked.sort((a, b) => b.share - a.share || (a.last < b.last ? -1 : a.last > b.last ? 1 : a.place - b.place));
  const first = ranked[0];
  if (first === undefined) throw new RangeError('kinds is empty: name at least one');
  return { kind: first.kind, level: levelAfter(first.own) };
}

/** The level to try next in a kind, from its tries in order of time. */
export function levelAfter(own: readonly Tried[]): DrillLevel {
  const last = own.at(-1);
  if (last === undefined) return 1;
  if (!last.right) return last.level === 3 ? 2 : 1;
  const before = own.at(-2);
  const twice = before !== undefined && before.right && before.level === last.level;
  return twice && last.level < 3 ? (last.level === 1 ? 2 : 3) : last.level;
}

/** A try as it was kept, or null where the body is not one. */
export function parseTried(body: unknown): Tried | null {
  if (typeof body !== 'object' || body === null) return null;
  const { kind, level, seed, right, seconds, at } = body as Partial<Record<keyof Tried, unknown>>;
  if (typeof kind !== 'string' || typeof seed !== 'number' || typeof right !== 'boolean') return null;
  if (level !== 1 && level !== 2 && level !== 3) return null;
  if (typeof seconds !== 'number' || typeof at !== 'string') return null;
  return { kind, level, seed, right, seconds, at };
}
