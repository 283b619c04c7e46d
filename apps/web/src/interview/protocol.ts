import type { Question } from '@legible/judge';
import type { EventRecord } from '@legible/app/contract/index';
import type { Interview, InterviewEvent } from '@legible/loop';
import type { FromWorker, Happened } from './conversation.ts';

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
  | Happened<InterviewEvent>;

/** From the worker to the page. */
export type FromInterviewer = FromWorker<Interview, InterviewEvent>;

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
