import { type Interview, type InterviewEvent, judgeReader, judgmentRequest, replay } from '@legible/loop';
import {
  type AnsweredTurn,
  type EventRecord,
  type InterviewResult,
  type Question,
  Refusal,
} from '../contract/index.ts';

/**
 * Replays the events of an ended interview and judges every turn.
 *
 * Throws a `Refusal` when the events do not lead to the interview's end.
 */
export function readInterview(question: Question, seed: number, records: readonly EventRecord[]): InterviewResult {
  const judge = judgeReader();
  const { state } = replay(
    question,
    seed,
    records.map(({ event }) => event satisfies InterviewEvent),
    judge,
  );
  if (state.phase !== 'ended')
    throw new Refusal('not-ready', `The interview is not over: it is ${PHASES[state.phase]}.`, {
      mend: 'Send the events that are missing, or go on with the interview.',
      detail: { phase: state.phase },
    });
  const { turns, parts } = judgmentRequest(state);
  return {
    turns: turns.map(({ question: asked, text }, index): AnsweredTurn => {
      const followUp = index === 0 ? undefined : state.followUps[index - 1];
      return {
        question: { ...asked, signals: [...asked.signals] },
        answer: text,
        parts:
          followUp === undefined
            ? parts.filter(({ of }) => of !== 'follow-up').map((part) => ({ ...part }))
            : [{ of: 'follow-up', id: followUp.id, from: 0, to: text.length }],
        quote: followUp?.quote ?? '',
        judgment: judge.judge(asked, text),
      };
    }),
    interruptions: state.interruptions.map(({ id, fault, quote, line, at, status, reply }) => ({
      id,
      fault,
      quote: { ...quote },
      line,
      at,
      status,
      reply,
    })),
    seconds: ((state.submittedAt ?? state.now) - state.askedAt) / 1000,
    words: turns[0]!.text.match(/\S+/g)?.length ?? 0,
  };
}

const PHASES: Readonly<Record<Interview['phase'], string>> = {
  ready: 'waiting for the question',
  answering: 'still being answered',
  interrupted: 'waiting for the reply to an interruption',
  'following-up': 'waiting for the reply to a follow-up',
  ended: 'over',
};
