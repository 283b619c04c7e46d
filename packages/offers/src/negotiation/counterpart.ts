import type { Currency } from '../money.ts';
import { draw } from './draw.ts';
import { points, type Sheet } from './sheet.ts';
import { AREAS, K, type Area, type Issue, type Terms } from './terms.ts';

/** What a counterpart may ask to find out how much it needs to pay. */
export type Probe = 'current-pay' | 'other-offers' | 'expectation' | 'start';

export interface Style {
  /** Share of what it holds back that it gives in a round with nothing special in it, 0 to 1. */
  readonly pace: number;
  /** Rounds of pressing with nothing new before it has had enough. */
  readonly patience: number;
  /** How much of what it holds back it keeps from someone who sounds eager, 0 to 1. */
  readonly exploits: number;
  /** Chance that it leaves when given an ultimatum it could have met. */
  readonly pride: number;
  /** How much a reason about the work adds to its pace. */
  readonly heedsReasons: number;
  /** How much another offer adds to its pace. */
  readonly heedsAlternatives: number;
}

/** A lie it may tell, and the rules for it. */
export interface Bluff {
  readonly issue: Issue;
  readonly line: string;
  /** Chance that it says so when pressed on the issue without a reason, while it still has room. */
  readonly chance: number;
  /** How often at most. */
  readonly most: number;
  readonly rule: string;
}

export interface Approval {
  readonly who: string;
  /** What the counterpart may give without asking. */
  readonly authority: {
    readonly base: number;
    readonly signOn: number;
    readonly equity: number;
    readonly level: number;
  };
  /** Reasons about the work that the approver wants to see. */
  readonly reasons: number;
}

export interface Lines {
  readonly open: string;
  readonly agree: readonly string[];
  readonly move: readonly string[];
  readonly hold: readonly string[];
  readonly wantsReason: readonly string[];
  readonly approval: string;
  readonly granted: string;
  readonly cut: string;
  readonly final: string;
  readonly walk: string;
  readonly close: string;
  readonly parting: string;
  readonly alternative: string;
  readonly ultimatum: string;
  readonly probes: Readonly<Partial<Record<Probe, string>>>;
  /** What it says to a question about an issue. */
  readonly answers: Readonly<Partial<Record<Issue, string>>>;
}

export interface Counterpart {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly company: string;
  /** What the candidate knows beforehand. */
  readonly face: string;
  /** What it really wants; shown when the sheets are opened. */
  readonly interest: string;
  readonly currency: Currency;
  readonly sheet: Sheet;
  readonly opening: Terms;
  /** The package beyond which it would rather go on searching; its points are the reservation value. */
  readonly limit: Terms;
  /** Lowest and highest base at each level. */
  readonly bands: Readonly<Record<number, readonly [low: number, high: number]>>;
  /** Highest sign-on and grant it can write at all. */
  readonly most: { readonly signOn: number; readonly equity: number; readonly remote: number };
  /** Where it gives first. */
  readonly order: readonly Issue[];
  readonly style: Style;
  readonly approval: Approval;
  readonly bluffs: readonly Bluff[];
  readonly probes: readonly Probe[];
  readonly lines: Lines;
}

/** The same person on another day: weights and limit move a little with the seed, the face does not. */
export function onSeed(counterpart: Counterpart, seed: number): Counterpart {
  const wobble = (name: string, share: number) => 1 + share * (2 * draw(seed, counterpart.id, name) - 1);
  const { sheet, limit, opening } = counterpart;
  const scope = Object.fromEntries(
    AREAS.map((area) => [area, sheet.scope[area] * wobble(area, 0.25)]),
  ) as unknown as Readonly<Record<Area, number>>;
  const shift = Math.round(4 * (2 * draw(seed, counterpart.id, 'limit') - 1)) * K;
  const drop = Math.round(3 * draw(seed, counterpart.id, 'opening')) * K;
  const { approval } = counterpart;
  const reach = Math.round(3 * (2 * draw(seed, counterpart.id, 'authority') - 1)) * K;
  const authority = { ...approval.authority, base: approval.authority.base + reach };
  return {
    ...counterpart,
    approval: { ...approval, authority },
    style: {
      ...counterpart.style,
      pace: counterpart.style.pace * wobble('pace', 0.25),
      patience: counterpart.style.patience + Math.round(2 * draw(seed, counterpart.id, 'patience') - 1),
    },
    sheet: {
      ...sheet,
      scope,
      signOn: sheet.signOn * wobble('signOn', 0.2),
      equity: sheet.equity * wobble('equity', 0.2),
      level: sheet.level * wobble('level', 0.2),
      remote: sheet.remote * wobble('remote', 0.2),
      review: sheet.review * wobble('review', 0.2),
    },
    limit: { ...limit, base: limit.base + shift },
    opening: { ...opening, base: opening.base - drop },
  };
}

export const floorOf = (counterpart: Counterpart): number => points(counterpart.sheet, counterpart.limit);

/** True when the package can be written at all: pay within the band of its level, the rest within what it may give. */
export function writable({ bands, most }: Counterpart, terms: Terms): boolean {
  const band = bands[terms.level];
  return (
    band !== undefined &&
    terms.base <= band[1] &&
    terms.signOn <= most.signOn &&
    terms.equity <= most.equity &&
    terms.remote <= most.remote &&
    terms.remote >= 0 &&
    terms.review >= 3 &&
    terms.start >= 1
  );
}
