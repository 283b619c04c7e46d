import type { Area, Issue } from '../terms.ts';

/** Money in cents, review in months, remote in days a week, start in weeks. */
export interface Figure {
  /** The lower end, and the only one where a single figure was named. */
  readonly low: number;
  readonly high: number;
  /** "at least": anything from `low`; "at most": anything up to `high`. */
  readonly bound?: 'at-least' | 'at-most';
}

export type Leak = 'current-pay' | 'no-other-offer' | 'need';
export type Habit = 'in-writing' | 'door-open' | 'time';

/** One thing that was done with words, and the words. */
export type Act = { readonly quote: string } & (
  | {
      readonly kind: 'propose';
      readonly issue: Exclude<Issue, 'scope'>;
      readonly figure: Figure;
      readonly hedged: boolean;
    }
  | { readonly kind: 'propose-scope'; readonly areas: readonly Area[] }
  /** Asks for better on an issue and names no figure. */
  | { readonly kind: 'push'; readonly issue: Issue }
  /** What a proposal hangs on: scope, another issue, or something said freely. */
  | { readonly kind: 'condition'; readonly on: Issue | 'other'; readonly areas: readonly Area[] }
  /** A figure the speaker would not take. */
  | { readonly kind: 'refuse'; readonly issue: Issue; readonly value: number }
  | { readonly kind: 'question'; readonly about: Issue | 'range' | 'process' | 'other' }
  | { readonly kind: 'reason'; readonly areas: readonly Area[] }
  | { readonly kind: 'alternative'; readonly base: number | null }
  | { readonly kind: 'leak'; readonly what: Leak; readonly value: number | null }
  | { readonly kind: 'apology' }
  | { readonly kind: 'ultimatum' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject' }
  | { readonly kind: 'habit'; readonly what: Habit }
);

/** Something that might count and could mean several things: the words, and what to ask. */
export interface Unclear {
  readonly quote: string;
  readonly ask: string;
}

export interface Reading {
  readonly acts: readonly Act[];
  readonly unclear: readonly Unclear[];
}
