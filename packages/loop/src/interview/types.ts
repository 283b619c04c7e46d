import type { FaultId, Finding, Judgment, Question, Quote, SignalId } from '@legible/judge';

/**
 * What the interviewer knows of the judge. Both calls must be deterministic: a replay reads the same text again and must come
 * to the same interruption. `findings` is called at every sentence end with the closed sentences so far, so it should cost only
 * what is new; `judge` is called once after the answer and once after each reply to a follow-up.
 */
export interface Reader {
  findings(question: Question, closed: string): readonly Finding[];
  judge(question: Question, text: string): Judgment;
}

/** Where the interview stands. `ended` takes no more events. */
export type Phase = 'ready' | 'answering' | 'interrupted' | 'following-up' | 'ended';

/**
 * What happened. `at` is milliseconds since the interview was opened and never goes back. Events are small and JSON, and the
 * stored list of them, the question and the seed are the whole interview.
 */
export type InterviewEvent =
  /** The question is on screen (or was said); the clock of the answer starts. */
  | { readonly type: 'asked'; readonly at: number }
  /**
   * The running text of whoever speaks now (the answer, or the reply to the interruption or follow-up) had the characters from
   * `from` to `to` replaced by `insert`. Appending is `from === to === length`. `closes` says that a speech recogniser ended an
   * utterance here: the text so far counts as a closed sentence even without a full stop.
   */
  | {
      readonly type: 'text-grew';
      readonly at: number;
      readonly from: number;
      readonly to: number;
      readonly insert: string;
      readonly closes?: boolean;
    }
  /** Time passed. Never causes an interruption; says once when the question's time is over. */
  | { readonly type: 'ticked'; readonly at: number }
  /** "Let me finish": the candidate holds the floor against the interruption, once an answer. */
  | { readonly type: 'pushed-back'; readonly at: number }
  /** The reply to the interruption is complete; the answer goes on. */
  | { readonly type: 'interruption-answered'; readonly at: number }
  /** The answer is complete. */
  | { readonly type: 'submitted'; readonly at: number }
  /** The reply to the follow-up is complete. */
  | { readonly type: 'follow-up-answered'; readonly at: number };

/** Why an event was not taken. The state is then unchanged. */
export type RefusalReason =
  | 'not-asked-yet'
  | 'already-asked'
  | 'interrupted'
  | 'nobody-interrupted'
  | 'floor-already-held'
  | 'not-answering'
  | 'no-follow-up-open'
  | 'ended'
  | 'clock-went-back'
  | 'outside-text'
  | 'too-long'
  | 'malformed';

/** What the host does next. */
export type InterviewEffect =
  /** Stop the candidate now, show the quote struck in red and say the line. `finding` is the one that caused it. */
  | {
      readonly type: 'interrupt';
      readonly id: string;
      readonly quote: string;
      readonly line: string;
      readonly finding: Finding;
    }
  /** The candidate held the floor: take the interruption away and let them go on. */
  | { readonly type: 'yielded'; readonly id: string }
  /** The reply was heard; the answer goes on where it stopped. */
  | { readonly type: 'resumed'; readonly id: string }
  /** The question's time is over. Say so, once; nothing is cut off. */
  | { readonly type: 'time-over'; readonly seconds: number }
  /** Ask this next. */
  | { readonly type: 'ask'; readonly followUp: FollowUp }
  /** The interview is over: judge this. */
  | { readonly type: 'finish'; readonly request: JudgmentRequest }
  /** The event was ill-timed; nothing changed. `mend` says what would be taken instead. */
  | { readonly type: 'refused'; readonly reason: RefusalReason; readonly mend: string };

/** The interviewer stopping a running answer. */
export interface Interruption {
  readonly id: string;
  readonly lineId: string;
  readonly fault: FaultId;
  readonly quote: Quote;
  readonly line: string;
  readonly at: number;
  /** `open` until the candidate answers it or holds the floor. */
  readonly status: 'open' | 'answered' | 'held';
  readonly reply: string;
}

/** What a follow-up is aimed at: a signal that was low, or a fault that stands. */
export type Aim =
  | { readonly kind: 'signal'; readonly signal: SignalId }
  | { readonly kind: 'fault'; readonly fault: FaultId }
  /** In a loop: a claim left open, a contradiction, arithmetic on the candidate's numbers, a harder turn, a helping hand, what is true of their own run. */
  | { readonly kind: 'claim' | 'contradiction' | 'sum' | 'tighten' | 'rescue' | 'truth' };

export interface FollowUp {
  readonly id: string;
  readonly lineId: string;
  readonly aim: Aim;
  /** The question as the judge takes it: a probe with the one or two signals the follow-up calls for. */
  readonly question: Question;
  /** The candidate's own words that it starts from; empty only where they said nothing. */
  readonly quote: string;
  readonly line: string;
  readonly at: number;
  readonly answered: boolean;
  readonly reply: string;
}

/** Chooses what to ask after the answer and after each reply; null ends the interview. Must be deterministic and must end. */
export type Agenda = (state: Interview, reader: Reader) => FollowUp | null;

/** A part of the text to be judged: who said what where. Offsets are into `JudgmentRequest.text`. */
export interface Part {
  readonly of: 'answer' | 'interruption' | 'follow-up';
  /** The id of the interruption or follow-up; empty for the answer. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What is to be judged when the interview is over. */
export interface JudgmentRequest {
  readonly question: Question;
  /** The answer, the replies to interruptions and the replies to follow-ups, a blank line between them. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** Turn 0: the question with the answer and the replies to its interruptions. Then one for each follow-up. */
  readonly turns: readonly { readonly question: Question; readonly text: string }[];
}

/** The state of one interview: a plain value, equal for equal events. */
export interface Interview {
  readonly question: Question;
  readonly seed: number;
  /** Lines already used elsewhere (an earlier round of the loop), never used again. */
  readonly spent: readonly string[];
  readonly phase: Phase;
  /** Milliseconds: the last event, and when the question was asked. */
  readonly now: number;
  readonly askedAt: number;
  readonly submittedAt: number | null;
  readonly timeOver: boolean;
  readonly answer: string;
  /** The answer was read up to here: the end of its last closed sentence. */
  readonly read: number;
  readonly interruptions: readonly Interruption[];
  readonly followUps: readonly FollowUp[];
  readonly policy: Policy;
}

/** How the interviewer behaves; the defaults are those of a single question. */
export interface Policy {
  /** At most this many interruptions an answer. */
  readonly interruptions: number;
  /** No interruption in the first so many milliseconds after the question. */
  readonly quietMs: number;
  readonly followUps: { readonly least: number; readonly most: number };
}

export interface Step {
  readonly state: Interview;
  readonly effects: readonly InterviewEffect[];
}
