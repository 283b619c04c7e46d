import type { Question } from '@legible/judge';
import { openInterview } from './interview.ts';
import { step } from './step.ts';
import type { Interview, InterviewEffect, InterviewEvent, Policy, Reader } from './types.ts';

/** The state and all effects after a list of events, refused ones included. */
export function replay(
  question: Question,
  seed: number,
  events: readonly InterviewEvent[],
  reader: Reader,
  options: { readonly spent?: readonly string[]; readonly policy?: Policy } = {},
): { readonly state: Interview; readonly effects: readonly InterviewEffect[] } {
  let state = openInterview(question, seed, options);
  const effects: InterviewEffect[] = [];
  for (const event of events) {
    const next = step(state, event, reader);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}
