import type { CandidateSheet } from './sheet.ts';
import type { Reading } from './reading/acts.ts';
import type { Area, Issue, Terms } from './terms.ts';

export type Phase = 'talking' | 'final' | 'agreed' | 'walked' | 'left';

/** What a counterpart has come to believe about the candidate. */
export interface Impression {
  /** 0 none to 1: how sure it is that the candidate will take what there is. */
  readonly eager: number;
  /** What it learned of the candidate's pay today, in cents a year. */
  readonly currentPay: number | null;
  readonly alternative: boolean;
  /** Areas for which it heard a reason. */
  readonly reasons: readonly Area[];
  /** Reasons about something else. */
  readonly otherReasons: number;
}

export interface Turn {
  readonly who: 'candidate' | 'counterpart';
  readonly text: string;
  /** How a candidate's words were understood when they counted. */
  readonly reading?: Reading;
  /** True where the candidate mended the reading. */
  readonly corrected?: boolean;
  /** The issue of a claim that is not true. */
  readonly bluff?: Issue;
  readonly table: Terms;
}

export interface State {
  readonly counterpart: string;
  readonly seed: number;
  readonly mine: CandidateSheet;
  readonly phase: Phase;
  readonly table: Terms;
  /** What the candidate asks for now. */
  readonly asked: Partial<Terms>;
  readonly otherOffer: { readonly base: number | null } | null;
  readonly impression: Impression;
  /** Share of what the counterpart could give that it still holds back, 1 to 0. */
  readonly held: number;
  readonly patience: number;
  readonly round: number;
  /** A package that waits for someone's approval. */
  readonly waiting: Terms | null;
  readonly approved: boolean;
  readonly bluffs: number;
  readonly probed: number;
  /** Words that were read and do not count yet. */
  readonly pending: { readonly text: string; readonly reading: Reading } | null;
  readonly turns: readonly Turn[];
}

export type Event =
  /** Reads the words; nothing counts yet. */
  | { readonly type: 'say'; readonly text: string }
  /** What was read counts. */
  | { readonly type: 'confirm' }
  /** What was read is replaced, and counts. */
  | { readonly type: 'correct'; readonly reading: Reading }
  /** Takes the words back to write them again. */
  | { readonly type: 'withdraw' }
  | { readonly type: 'leave' };

export type Effect =
  | { readonly type: 'understood'; readonly text: string; readonly reading: Reading }
  | { readonly type: 'unclear'; readonly asks: readonly string[] }
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'table'; readonly terms: Terms }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'ended'; readonly phase: 'agreed' | 'walked' | 'left' };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const over = (state: State): boolean =>
  state.phase === 'agreed' || state.phase === 'walked' || state.phase === 'left';
