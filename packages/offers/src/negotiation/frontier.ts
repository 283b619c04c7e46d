import type { Counterpart } from './counterpart.ts';
import { points, type Sheet } from './sheet.ts';
import { AREAS, K, LEVELS, MOST_WEEKS, REVIEWS, STEP, tidy, type Area, type MoneyIssue, type Terms } from './terms.ts';

/** A package with its points for the candidate and for the counterpart. */
export interface Deal {
  readonly terms: Terms;
  readonly mine: number;
  readonly theirs: number;
}

interface Piece {
  readonly mine: number;
  readonly theirs: number;
  readonly parts: Partial<Terms>;
}

/** Keeps what no other beats on both sides, best for the candidate first. */
function undominated(pieces: readonly Piece[]): Piece[] {
  const sorted = pieces.toSorted((a, b) => b.mine - a.mine || b.theirs - a.theirs);
  const kept: Piece[] = [];
  let best = -Infinity;
  for (const piece of sorted)
    if (piece.theirs > best + 1e-9) {
      kept.push(piece);
      best = piece.theirs;
    }
  return kept;
}

function combine(left: readonly Piece[], right: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const a of left)
    for (const b of right)
      all.push({ mine: a.mine + b.mine, theirs: a.theirs + b.theirs, parts: { ...a.parts, ...b.parts } });
  return undominated(all);
}

const ladder = (low: number, high: number, step: number): number[] =>
  Array.from({ length: Math.max(1, Math.floor((high - low) / step) + 1) }, (_, i) => low + i * step);

function money(issue: MoneyIssue, values: readonly number[], mine: Sheet, theirs: Sheet): Piece[] {
  return undominated(
    values.map((value) => ({
      mine: (mine[issue] * value) / K,
      theirs: (theirs[issue] * value) / K,
      parts: { [issue]: value },
    })),
  );
}

function scopes(mine: Sheet, theirs: Sheet): Piece[] {
  let sets: Piece[] = [{ mine: 0, theirs: 0, parts: { scope: [] } }];
  for (const area of AREAS)
    sets = undominated(
      sets.flatMap((set) => [
        set,
        {
          mine: set.mine + mine.scope[area],
          theirs: set.theirs + theirs.scope[area],
          parts: { scope: [...(set.parts.scope ?? []), area] as Area[] },
        },
      ]),
    );
  return sets;
}

/**
 * The efficient frontier: the packages the counterpart could write of which no other is better for one side without
 * being worse for the other. Exact: points add up over issues, so that dominated parts can be dropped issue by issue,
 * level by level (base has a band for each level).
 */
export function frontier(counterpart: Counterpart, mine: Sheet): Deal[] {
  const theirs = counterpart.sheet;
  const { most, bands } = counterpart;
  const starts = ladder(1, MOST_WEEKS, 1).map((start) => ({
    mine: -mine.startMiss * Math.abs(start - mine.startWeek),
    theirs: -theirs.startMiss * Math.abs(start - theirs.startWeek),
    parts: { start },
  }));
  const rest = [
    undominated(
      REVIEWS.map((review) => ({
        mine: mine.review * (12 - review),
        theirs: theirs.review * (12 - review),
        parts: { review },
      })),
    ),
    undominated(
      ladder(0, most.remote, 1).map((remote) => ({
        mine: mine.remote * remote,
        theirs: theirs.remote * remote,
        parts: { remote },
      })),
    ),
    undominated(starts),
    scopes(mine, theirs),
    money('signOn', ladder(0, most.signOn, STEP.signOn), mine, theirs),
    money('equity', ladder(0, most.equity, STEP.equity), mine, theirs),
  ].reduce(combine);
  const all = LEVELS.flatMap((level) => {
    const band = bands[level];
    if (!band) return [];
    const base = money('base', ladder(band[0], band[1], STEP.base), mine, theirs);
    const step = { mine: mine.level * (level - 4), theirs: theirs.level * (level - 4), parts: { level } };
    return combine(combine(rest, base), [step]);
  });
  return undominated(all).map(({ mine: m, theirs: t, parts }) => ({ terms: tidy(parts as Terms), mine: m, theirs: t }));
}

/**
 * The Nash point: on the frontier, the package with the largest product of both sides' gains over what they have
 * without a deal. Null when no package is at least as good as that for both. Source: J. Nash, The Bargaining Problem, 1950.
 */
export function nashPoint(deals: readonly Deal[], mineFloor: number, theirFloor: number): Deal | null {
  let best: Deal | null = null;
  let most = -1;
  for (const deal of deals) {
    const [a, b] = [deal.mine - mineFloor, deal.theirs - theirFloor];
    if (a < 0 || b < 0 || a * b <= most) continue;
    most = a * b;
    best = deal;
  }
  return best;
}

/** The most the candidate could have had at what the counterpart got, and the other way round. */
export function atSameFor(deals: readonly Deal[], deal: Deal): { readonly mine: number; readonly theirs: number } {
  const mine = deals
    .filter((d) => d.theirs >= deal.theirs - 1e-6)
    .reduce((best, d) => Math.max(best, d.mine), deal.mine);
  const theirs = deals
    .filter((d) => d.mine >= deal.mine - 1e-6)
    .reduce((best, d) => Math.max(best, d.theirs), deal.theirs);
  return { mine, theirs };
}

/** Shortest straight distance from a package to the frontier, in points. */
export const distance = (deals: readonly Deal[], deal: Deal): number =>
  deals.reduce((least, d) => Math.min(least, Math.hypot(d.mine - deal.mine, d.theirs - deal.theirs)), Infinity);

export const dealOf = (counterpart: Counterpart, mine: Sheet, terms: Terms): Deal => ({
  terms,
  mine: points(mine, terms),
  theirs: points(counterpart.sheet, terms),
});
