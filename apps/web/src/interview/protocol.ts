import type { Question } from '@legible/judge';
import type { EventRecord } from '@legible/app/contract/index';
import type { Interview, InterviewEffect, InterviewEvent } from '@legible/loop';

/** Whose words a change belongs to: the answer, or the reply to the interruption or follow-up of this id. */
export type Speaking = 'answer' | (string & {});

/** From the page to the worker that holds the interviewer and the running judge. */
export type ToInterviewer =
  | {
      readonly type: 'open';
      readonly question: Question;
      readonly seed: number;
      /** What happened so far, to be replayed. */
      readonly events: readonly EventRecord[];
    }
  | {
      readonly type: 'happened';
      readonly event: InterviewEvent;
      /** Whom the page believed to be speaking. A change typed before the page learnt of an interruption is not taken. */
      readonly speaking: Speaking;
    };

/** From the worker to the page. */
export type FromInterviewer =
  | {
      readonly type: 'opened';
      readonly state: Interview;
      /** Effects of the replayed events that ask the page for something still to be done. */
      readonly effects: readonly InterviewEffect[];
    }
  | {
      readonly type: 'stepped';
      readonly state: Interview;
      readonly effects: readonly InterviewEffect[];
      /** The event under its number, when it was taken; it is to be kept. */
      readonly kept: EventRecord | null;
    }
  | { readonly type: 'broke'; readonly message: string };

/** Whose words are running in a state. */
export function speakingIn(state: Interview): Speaking {
  if (state.phase === 'interrupted') return openInterruption(state)?.id ?? 'answer';
  if (state.phase === 'following-up') return openFollowUp(state)?.id ?? 'answer';
  return 'answer';
}

export const openInterruption = (state: Interview) => state.interruptions.find(({ status }) => status === 'open');
export const openFollowUp = (state: Interview) => state.followUps.find(({ answered }) => !answered);

/** The words that are running in a state. */
export function runningText(state: Interview): string {
  if (state.phase === 'interrupted') return openInterruption(state)?.reply ?? '';
  if (state.phase === 'following-up') return openFollowUp(state)?.reply ?? '';
  return state.answer;
}
