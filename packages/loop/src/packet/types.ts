import type { FaultId, SignalId, Verdict } from '@legible/judge';
import type { RoundKind } from '../loop/types.ts';

/** Words of the candidate in a packet, with where they were said. */
export interface Exhibit {
  readonly words: string;
  readonly round: number;
  /** Index into the loop's turns, and into the turn's readings. */
  readonly turn: number;
  readonly reading: number;
  /** Offsets of the words, unclipped, into the text of the reading. */
  readonly from: number;
  readonly to: number;
  readonly signal: SignalId | null;
  readonly level: number | null;
  readonly fault: FaultId | null;
}

/** A vote without the sentences of one exhibit, the rest judged again. */
export interface Without {
  readonly exhibit: Exhibit;
  readonly score: number;
  readonly vote: Verdict;
}

/** One interviewer's vote, written before the debrief and from their own round alone. */
export interface Vote {
  readonly round: number;
  readonly kind: RoundKind;
  readonly interviewer: string;
  readonly role: string;
  readonly vote: Verdict;
  /** Unrounded, 1 to 4. */
  readonly score: number;
  readonly strongest: Exhibit | null;
  readonly weakest: Exhibit | null;
  /** This vote with its own exhibits taken away: what the round would have come to without those sentences. */
  readonly without: readonly Without[];
  /** Their note, a sentence each; every one of them about this candidate's words. */
  readonly note: readonly string[];
}

export const DECISIONS = ['no-hire', 'lean-no', 'lean-yes', 'hire'] as const;
export type Decision = (typeof DECISIONS)[number];

export const GAPS = ['data', 'evaluation', 'ownership'] as const;
/** The three gaps that are fatal in a real panel. */
export type Gap = (typeof GAPS)[number];

/** The sentence on which the decision turned, found by taking it away, or by adding what was never said. */
export interface Deciding {
  readonly kind: 'said' | 'never-said';
  /** The candidate's sentence; for what was never said, the one it is missing from. */
  readonly exhibit: Exhibit;
  /** For what was never said: the missing sentence that was tried. */
  readonly missing: string | null;
  /** Mean vote with everything as it was, and with the sentence taken away (or added). */
  readonly before: number;
  readonly after: number;
  readonly decisionAfter: Decision;
  /** True where the decision would have been another. */
  readonly flips: boolean;
  readonly sentence: string;
}

export interface DebriefLine {
  readonly speaker: string;
  readonly role: string;
  readonly text: string;
  /** The words argued from. */
  readonly exhibit: Exhibit | null;
}

/** Something to do next, one click away. */
export interface NextThing {
  readonly kind: 'again' | 'question' | 'round' | 'sum' | 'lab' | 'story';
  /** A question id, a round kind, a signal, or the part of the product. */
  readonly target: string;
  readonly sentence: string;
}

/** What a debrief produces. Every sentence in it is about this candidate; only field names and titles are common. */
export interface Packet {
  readonly decision: Decision;
  /** Mean of the votes before rounding, 1 to 4. */
  readonly score: number;
  readonly votes: readonly Vote[];
  readonly debrief: readonly DebriefLine[];
  /** Null only where the candidate said nothing at all. */
  readonly deciding: Deciding | null;
  readonly fatal: {
    readonly gap: Gap;
    readonly mean: number;
    readonly exhibit: Exhibit | null;
    readonly sentence: string;
  } | null;
  /** The level the panel would offer, null where none. */
  readonly level: { readonly title: string | null; readonly why: string };
  readonly next: readonly NextThing[];
  readonly means: Readonly<Partial<Record<SignalId, number>>>;
  readonly interruptions: number;
  readonly rescued: boolean;
  readonly endedEarly: boolean;
}
