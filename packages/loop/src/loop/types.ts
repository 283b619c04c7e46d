import type { Judgment, Question, QuestionKind } from '@legible/judge';
import type { Interview, InterviewEffect, InterviewEvent, Reader } from '../interview/types.ts';
import type { Claim, Contradiction } from '../claims/types.ts';
import type { SumCheck } from '../claims/sums.ts';
import type { Packet } from '../packet/types.ts';

export const ROUND_KINDS = [
  'recruiter-screen',
  'hiring-manager',
  'design-ranking',
  'design-prediction',
  'ml-depth',
  'panel',
  'defend-run',
] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const PRESETS = ['late-stage', 'series-ab', 'ml-infrastructure', 'applied-ml'] as const;
export type PresetId = (typeof PRESETS)[number];

export const STYLES = ['skeptic', 'silent', 'interrupter', 'friendly'] as const;
/** How an interviewer behaves; `friendly` is warm and votes no unless the evidence is strong. */
export type StyleId = (typeof STYLES)[number];

export const STAGES = ['goal', 'data', 'model', 'evaluation', 'operation'] as const;
/** The stages of a design round, in order. */
export type StageId = (typeof STAGES)[number];

export interface Interviewer {
  readonly name: string;
  readonly role: string;
  readonly style: StyleId;
}

/** Something that a true answer says. The host decides which words count as saying it. */
export interface TruthFact {
  readonly fact: string;
  readonly phrases: readonly string[];
  /** An amount of dollars that counts as well. */
  readonly dollars?: number;
}

/** What is true of the candidate's own run, known to the simulator and to nobody who answers. */
export interface Truth {
  readonly answer: string;
  readonly facts: readonly TruthFact[];
}

/** Facts of the truth that a reply said, and those it left out. */
export interface Marked {
  readonly said: readonly string[];
  readonly missed: readonly string[];
}
export type Mark = (truth: Truth, reply: string) => Marked;

/** A run of the lab that a round is held about. */
export interface Defence {
  readonly title: string;
  readonly questions: readonly { readonly question: Question; readonly truth: Truth }[];
}

/** A story the candidate wrote down; questions of these kinds are then asked about it. */
export interface OwnStory {
  readonly title: string;
  readonly kinds: readonly QuestionKind[];
  /** Its sentence about a decision, to be quoted; empty where it has none. */
  readonly quote: string;
}

/**
 * Something to ask. What depends on the candidate's words (a stage after the first, a changed constraint, a panel member's
 * concern) has no question until it is asked.
 */
export type Planned =
  | { readonly as: 'question'; readonly question: Question }
  | { readonly as: 'stage'; readonly stage: StageId; readonly question: Question }
  | { readonly as: 'constraint'; readonly question: Question }
  | { readonly as: 'concern'; readonly rank: number }
  /** About the candidate's own run, with what is true of it. */
  | { readonly as: 'truth'; readonly question: Question; readonly truth: Truth }
  | { readonly as: 'probe' };

export interface Round {
  readonly kind: RoundKind;
  readonly interviewer: Interviewer;
  /** Seconds of clock the interviewer gives the round; past it nothing new is opened but the last item. */
  readonly seconds: number;
  readonly queue: readonly Planned[];
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  /** Milliseconds of the interviewer's clock used so far; a pause counts as two minutes at most, so a loop may be left overnight. */
  readonly clock: number;
  /** Stages and probes that the clock left no room for. */
  readonly notReached: readonly string[];
}

/** One finished question of a loop with all that was said, and how each part of it reads. */
export interface Turn {
  readonly round: number;
  readonly planned: Planned;
  /** Claims of one topic may contradict each other: one design, one probe, or the candidate's own work. */
  readonly topic: string;
  readonly interview: Interview;
  /** Of the answer with its interruption replies, then of each follow-up's reply. */
  readonly readings: readonly { readonly question: Question; readonly text: string; readonly judgment: Judgment }[];
  /** For a question about the candidate's own run: the answer and its reply against the truth; else null. */
  readonly marked: Marked | null;
}

export interface Loop {
  readonly seed: number;
  readonly preset: PresetId;
  readonly phase: 'between-rounds' | 'in-round' | 'ended';
  readonly now: number;
  readonly rounds: readonly Round[];
  /** The open round, or the next one. */
  readonly round: number;
  readonly current: { readonly planned: Planned; readonly topic: string; readonly interview: Interview } | null;
  readonly turns: readonly Turn[];
  readonly claims: readonly Claim[];
  readonly contradictions: readonly Contradiction[];
  readonly sums: readonly SumCheck[];
  /** Line ids said so far; none is said again. */
  readonly spent: readonly string[];
  /** Questions asked so far, by id; none is asked again. */
  readonly asked: readonly string[];
  /** The one time the interviewer helped. */
  readonly rescue: { readonly turn: number; readonly line: string } | null;
  readonly endedEarly: boolean;
  readonly packet: Packet | null;
}

/** Events of a loop: those of the interview under way, and opening a round or leaving the loop for good. */
export type LoopEvent =
  | Exclude<InterviewEvent, { type: 'asked' }>
  | { readonly type: 'round-opened'; readonly at: number }
  | { readonly type: 'loop-left'; readonly at: number };

export type LoopEffect =
  | Exclude<InterviewEffect, { type: 'finish' } | { type: 'refused' }>
  /** The interviewer of the round, as it opens. */
  | {
      readonly type: 'round';
      readonly index: number;
      readonly kind: RoundKind;
      readonly interviewer: Interviewer;
      readonly seconds: number;
    }
  /** Ask this; its clock has started. `remark` is said first, where there is one. */
  | {
      readonly type: 'question';
      readonly question: Question;
      readonly stage: StageId | null;
      readonly remark: string | null;
    }
  /** The interviewer helped a candidate who was lost; it is noted. */
  | { readonly type: 'rescued'; readonly line: string }
  | { readonly type: 'round-closed'; readonly index: number; readonly notReached: readonly string[] }
  | { readonly type: 'packet'; readonly packet: Packet }
  | {
      readonly type: 'refused';
      readonly reason: Extract<InterviewEffect, { type: 'refused' }>['reason'] | 'round-open' | 'no-round-open';
      readonly mend: string;
    };

/** What a loop needs beside its state: the judge and the questions it may ask. The same must be given to a replay. */
export interface LoopHost {
  readonly reader: Reader;
  readonly bank: readonly Question[];
  /** Marks a reply about the candidate's own run; a loop with such a round needs it. */
  readonly mark?: Mark;
}

export interface LoopStep {
  readonly state: Loop;
  readonly effects: readonly LoopEffect[];
}
