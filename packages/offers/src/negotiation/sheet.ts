import { OfferError } from '../money.ts';
import { AREAS, K, type Area, type Terms } from './terms.ts';

/**
 * A point sheet: what a package is worth to one side. Points add up over the issues; for a candidate one point is worth
 * about a thousand a year. A counterpart's sheet has negative weights where giving costs it.
 */
export interface Sheet {
  /** Points for each thousand a year. */
  readonly base: number;
  /** Points for each thousand, paid once. */
  readonly signOn: number;
  /** Points for each thousand of the four-year grant. */
  readonly equity: number;
  /** Points for each level above 4. */
  readonly level: number;
  /** Points for owning each area in writing. */
  readonly scope: Readonly<Record<Area, number>>;
  /** Points for each month that the first review comes before the twelfth. */
  readonly review: number;
  /** Points for each day a week from home. */
  readonly remote: number;
  /** Points lost for each week that the start is away from the week one would choose. */
  readonly startMiss: number;
  /** That week. */
  readonly startWeek: number;
}

/** Points of a package: the sum over issues. */
export function points(sheet: Sheet, terms: Terms): number {
  let sum = (sheet.base * terms.base + sheet.signOn * terms.signOn + sheet.equity * terms.equity) / K;
  sum += sheet.level * (terms.level - 4) + sheet.review * (12 - terms.review) + sheet.remote * terms.remote;
  sum -= sheet.startMiss * Math.abs(terms.start - sheet.startWeek);
  for (const area of terms.scope) sum += sheet.scope[area];
  return sum;
}

/** What the candidate values, and the package below which they would rather keep what they have. */
export interface CandidateSheet {
  readonly profile: string;
  readonly sheet: Sheet;
  readonly walkAway: Terms;
}

export const reservation = ({ sheet, walkAway }: CandidateSheet): number => points(sheet, walkAway);

const WALK_AWAY: Terms = {
  level: 4,
  scope: [],
  base: 172 * K,
  signOn: 0,
  equity: 60 * K,
  review: 12,
  remote: 2,
  start: 4,
};

const BALANCED: Sheet = {
  base: 1,
  signOn: 0.3,
  equity: 0.17,
  level: 14,
  scope: { data: 3, features: 2, evaluation: 6, serving: 5, monitoring: 3, 'on-call': -3 },
  review: 0.8,
  remote: 3,
  startMiss: 1,
  startWeek: 6,
};

/** Sheets to begin from; each can be edited. */
export const PROFILES: readonly (CandidateSheet & { readonly label: string })[] = [
  { profile: 'balanced', label: 'Balanced: work and money both', sheet: BALANCED, walkAway: WALK_AWAY },
  {
    profile: 'bridge',
    label: 'Bridge: I need work that makes me readable as an ML engineer',
    sheet: {
      ...BALANCED,
      level: 18,
      scope: { data: 5, features: 3, evaluation: 10, serving: 7, monitoring: 5, 'on-call': -1 },
    },
    walkAway: { ...WALK_AWAY, base: 168 * K },
  },
  {
    profile: 'cash',
    label: 'Cash: I have rent, a family, a loan',
    sheet: { ...BALANCED, signOn: 0.45, equity: 0.08, level: 8 },
    walkAway: { ...WALK_AWAY, base: 176 * K },
  },
  {
    profile: 'remote',
    label: 'Place: I will not move or commute five days',
    sheet: { ...BALANCED, remote: 7, level: 10 },
    walkAway: { ...WALK_AWAY, remote: 3 },
  },
];

const NUMBERS = ['base', 'signOn', 'equity', 'level', 'review', 'remote', 'startMiss', 'startWeek'] as const;

/** Reads a candidate's sheet from a document; throws OfferError with field, reason and mend. */
export function parseCandidateSheet(document: unknown): CandidateSheet {
  const from = (document ?? {}) as Partial<Record<string, unknown>>;
  const sheet = record(from['sheet'], 'sheet');
  const walk = record(from['walkAway'], 'walkAway');
  const scope = record(sheet['scope'], 'sheet.scope');
  const areas = walk['scope'] ?? [];
  if (!Array.isArray(areas) || !areas.every((area) => AREAS.includes(area as Area)))
    throw new OfferError('walkAway.scope', 'names something a role cannot own', `Use ${AREAS.join(', ')}.`);
  const weights = Object.fromEntries(NUMBERS.map((name) => [name, number(sheet[name], `sheet.${name}`, -1000, 1000)]));
  const values = Object.fromEntries(
    AREAS.map((area) => [area, number(scope[area], `sheet.scope.${area}`, -1000, 1000)]),
  );
  const terms = {
    level: whole(walk['level'], 'walkAway.level', 3, 5),
    base: whole(walk['base'], 'walkAway.base', 0, 1e11),
    signOn: whole(walk['signOn'], 'walkAway.signOn', 0, 1e11),
    equity: whole(walk['equity'], 'walkAway.equity', 0, 1e12),
    review: whole(walk['review'], 'walkAway.review', 1, 24),
    remote: whole(walk['remote'], 'walkAway.remote', 0, 5),
    start: whole(walk['start'], 'walkAway.start', 0, 52),
  };
  const profile = typeof from['profile'] === 'string' ? from['profile'] : 'own';
  return {
    profile,
    sheet: { ...(weights as Omit<Sheet, 'scope'>), scope: values as Sheet['scope'] },
    walkAway: { ...terms, scope: areas as Area[] },
  };
}

function record(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OfferError(field, 'is missing', 'Start from a profile and change its numbers.');
  return value as Record<string, unknown>;
}

function number(value: unknown, field: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most)
    throw new OfferError(field, `is not a number from ${least} to ${most}`, 'Type a number.');
  return value;
}

function whole(value: unknown, field: string, least: number, most: number): number {
  const read = number(value, field, least, most);
  if (!Number.isInteger(read)) throw new OfferError(field, 'is not a whole number', 'Round it.');
  return read;
}
