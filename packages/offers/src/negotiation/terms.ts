import { show, type Cents, type Currency } from '../money.ts';
import { AREAS, type Area } from '../scope/areas.ts';

export { AREAS, type Area };

export const ISSUES = ['level', 'scope', 'base', 'signOn', 'equity', 'review', 'remote', 'start'] as const;
export type Issue = (typeof ISSUES)[number];
export type MoneyIssue = 'base' | 'signOn' | 'equity';
export const MONEY: readonly MoneyIssue[] = ['base', 'signOn', 'equity'];

export const ISSUE_LABELS: Readonly<Record<Issue, string>> = {
  level: 'Level',
  scope: 'Scope in writing',
  base: 'Base',
  signOn: 'Sign-on',
  equity: 'Equity over four years',
  review: 'First pay review',
  remote: 'Days from home',
  start: 'Start',
};

/** One package of all that is negotiated. */
export interface Terms {
  /** 3 junior, 4 mid-level, 5 senior. */
  readonly level: number;
  /** What the role owns, named in the offer letter. */
  readonly scope: readonly Area[];
  /** A year, in cents. */
  readonly base: Cents;
  /** Once, in cents. */
  readonly signOn: Cents;
  /** Value of the grant over four years, in cents. */
  readonly equity: Cents;
  /** Months from the start to the first pay review. */
  readonly review: number;
  /** Days a week from home, 0 to 5. */
  readonly remote: number;
  /** Weeks from now to the first day. */
  readonly start: number;
}

export const K: Cents = 100_000;
/** Money moves in these steps. */
export const STEP: Readonly<Record<MoneyIssue, Cents>> = { base: K, signOn: K, equity: 5 * K };
export const REVIEWS: readonly number[] = [3, 6, 9, 12];
export const MOST_WEEKS = 16;
export const LEVELS: readonly number[] = [3, 4, 5];

/** A package with its scope in the order of AREAS, each area once. */
export const tidy = (terms: Terms): Terms => ({ ...terms, scope: AREAS.filter((area) => terms.scope.includes(area)) });

export const sameTerms = (a: Terms, b: Terms): boolean =>
  ISSUES.every((issue) => String(a[issue]) === String(b[issue]));

/** The words for one issue of a package. */
export function sayIssue(terms: Terms, issue: Issue, currency: Currency): string {
  switch (issue) {
    case 'level':
      return `L${terms.level}`;
    case 'scope':
      return terms.scope.length === 0 ? 'nothing named' : terms.scope.join(', ');
    case 'base':
    case 'signOn':
    case 'equity':
      return show(terms[issue], currency);
    case 'review':
      return `after ${terms.review} months`;
    case 'remote':
      return `${terms.remote} a week`;
    case 'start':
      return terms.start === 1 ? 'in 1 week' : `in ${terms.start} weeks`;
  }
}
