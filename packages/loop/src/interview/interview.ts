import type { Question } from '@legible/judge';
import type { Interview, JudgmentRequest, Part, Policy } from './types.ts';

/** Two interruptions at most, none in the first ten seconds, one or two follow-ups. */
export const SINGLE_QUESTION: Policy = { interruptions: 2, quietMs: 10_000, followUps: { least: 1, most: 2 } };

/** A new interview about one question. `seed` chooses wordings among those that fit; `spent` are line ids never to use again. */
export function openInterview(
  question: Question,
  seed: number,
  { spent = [], policy = SINGLE_QUESTION }: { readonly spent?: readonly string[]; readonly policy?: Policy } = {},
): Interview {
  return {
    question,
    seed,
    spent,
    phase: 'ready',
    now: 0,
    askedAt: 0,
    submittedAt: null,
    timeOver: false,
    answer: '',
    read: 0,
    interruptions: [],
    followUps: [],
    policy,
  };
}

const GAP = '\n\n';

/** What there is to judge in an interview so far: the whole of what the candidate said, and the same turn by turn. */
export function judgmentRequest(state: Interview): JudgmentRequest {
  const parts: Part[] = [];
  let text = '';
  const add = (of: Part['of'], id: string, said: string) => {
    if (said.trim() === '') return;
    if (text !== '') text += GAP;
    parts.push({ of, id, from: text.length, to: text.length + said.length });
    text += said;
  };
  add('answer', '', state.answer);
  for (const { id, reply } of state.interruptions) add('interruption', id, reply);
  const first = { question: state.question, text };
  for (const { id, reply } of state.followUps) add('follow-up', id, reply);
  const later = state.followUps.map(({ question, reply }) => ({ question, text: reply }));
  return { question: state.question, text, parts, turns: [first, ...later] };
}
