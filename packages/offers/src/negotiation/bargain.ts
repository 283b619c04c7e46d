import { floorOf, writable, type Counterpart } from './counterpart.ts';
import { points } from './sheet.ts';
import type { Impression } from './state.ts';
import { AREAS, ISSUES, K, REVIEWS, STEP, tidy, type Issue, type Terms } from './terms.ts';

/** Points the counterpart must keep: from those of its opening down to its reservation value, less what is given. */
export function target(them: Counterpart, held: number, { eager }: Impression): number {
  const floor = floorOf(them);
  const room = points(them.sheet, them.opening) - floor;
  // Someone who will take what there is gets less of it.
  const kept = Math.max(held, eager * them.style.exploits);
  return floor + Math.max(0, room) * kept;
}

/** Reasons about the work that stand behind a level. */
export const LEVEL_NEEDS = 2;
/** Over known pay, a counterpart goes up to this share for someone who gives no reason: 115 in 100. */
const OVER_CURRENT = 1.15;

/** The package with what it cannot or will not write taken back to what it can. */
export function allowed(them: Counterpart, table: Terms, want: Terms, heard: Impression): Terms {
  let { level, base } = want;
  if (level > table.level && (heard.reasons.length < LEVEL_NEEDS || !them.bands[level])) level = table.level;
  if (!them.bands[level]) level = table.level;
  base = Math.min(base, them.bands[level]?.[1] ?? base);
  if (heard.currentPay !== null && !heard.alternative && heard.reasons.length === 0)
    base = Math.min(base, Math.max(table.base, Math.round((heard.currentPay * OVER_CURRENT) / K) * K));
  return tidy({
    ...want,
    level,
    base,
    signOn: Math.min(want.signOn, them.most.signOn),
    equity: Math.min(want.equity, them.most.equity),
    remote: Math.min(want.remote, them.most.remote),
    review: Math.max(3, want.review),
    start: Math.max(1, want.start),
  });
}

function steps(issue: Issue, from: Terms, to: Terms): Terms[] {
  switch (issue) {
    case 'scope': {
      let scope = from.scope;
      return AREAS.filter((area) => to.scope.includes(area) && !from.scope.includes(area)).map((area) => {
        scope = [...scope, area];
        return tidy({ ...from, scope });
      });
    }
    case 'review':
      return REVIEWS.filter((months) => between(months, from.review, to.review))
        .toSorted((a, b) => Math.abs(a - from.review) - Math.abs(b - from.review))
        .map((review) => ({ ...from, review }));
    default: {
      const by = issue === 'base' || issue === 'signOn' || issue === 'equity' ? STEP[issue] : 1;
      const sign = Math.sign(to[issue] - from[issue]);
      const count = Math.ceil(Math.abs(to[issue] - from[issue]) / by);
      return Array.from({ length: count }, (_, i) => {
        const value = from[issue] + sign * by * (i + 1);
        return { ...from, [issue]: sign > 0 ? Math.min(value, to[issue]) : Math.max(value, to[issue]) };
      });
    }
  }
}

const between = (x: number, from: number, to: number): boolean =>
  x !== from && x >= Math.min(from, to) && x <= Math.max(from, to);

/**
 * The furthest it goes from the table towards the ask while it keeps `keep` points. What costs it nothing comes first,
 * then its own order of concessions.
 */
export function towards(them: Counterpart, table: Terms, ask: Terms, keep: number): Terms {
  let offer = table;
  const free = ISSUES.filter((issue) =>
    steps(issue, table, ask).some((t) => points(them.sheet, t) > points(them.sheet, table)),
  );
  for (const issue of [...free, ...them.order.filter((one) => !free.includes(one))]) {
    for (const next of steps(issue, offer, ask)) {
      const gains = points(them.sheet, next) >= points(them.sheet, offer);
      if (!writable(them, next)) break;
      if (!gains && points(them.sheet, next) < keep) {
        if (issue === 'scope') continue;
        break;
      }
      offer = next;
    }
  }
  return offer;
}

/** A little of something nobody asked for, where it gives first: how a counterpart trades instead of moving on pay. */
export function instead(them: Counterpart, table: Terms, asked: ReadonlySet<Issue>, keep: number): Terms | null {
  for (const issue of them.order) {
    if (asked.has(issue) || issue === 'base' || issue === 'level' || issue === 'scope') continue;
    const next = bettered(table, issue);
    if (next && writable(them, next) && points(them.sheet, next) >= keep) return next;
  }
  return null;
}

function bettered(table: Terms, issue: Issue): Terms | null {
  switch (issue) {
    case 'signOn':
      return { ...table, signOn: table.signOn + 5 * K };
    case 'equity':
      return { ...table, equity: table.equity + 10 * K };
    case 'review':
      return table.review > 6 ? { ...table, review: 6 } : null;
    case 'remote':
      return { ...table, remote: table.remote + 1 };
    default:
      return null;
  }
}

export function needsApproval({ approval: { authority } }: Counterpart, terms: Terms): boolean {
  return (
    terms.base > authority.base ||
    terms.signOn > authority.signOn ||
    terms.equity > authority.equity ||
    terms.level > authority.level
  );
}

/** The package cut to what the counterpart may give by itself, or left as the table has it where that is more. */
export function withinAuthority({ approval: { authority } }: Counterpart, table: Terms, want: Terms): Terms {
  const level = want.level > authority.level ? table.level : want.level;
  return {
    ...want,
    level,
    base: Math.min(want.base, Math.max(table.base, authority.base)),
    signOn: Math.min(want.signOn, Math.max(table.signOn, authority.signOn)),
    equity: Math.min(want.equity, Math.max(table.equity, authority.equity)),
  };
}
