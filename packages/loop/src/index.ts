/**
 * The interviewer and the loop, as values.
 *
 * One question: `openInterview(question, seed)` gives a state; `step(state, event, reader)` gives the next state and what to do
 * (interrupt, ask, finish). Nothing here reads a clock or draws a random number, so the stored events, the question and the seed
 * are the whole interview, and `replay` gives the same state and the same effects on every machine.
 *
 *   // in the page's worker, for every keystroke, tick and button:
 *   const { state, effects } = step(current, { type: 'text-grew', at, from, to, insert }, reader);
 *   // effects[0]?.type === 'interrupt' -> show it now; 'refused' -> the event was ill-timed and need not be stored
 *
 *   // on the server, when the interview is over:
 *   const { state } = replay(question, seed, events, reader);
 *   const { turns } = judgmentRequest(state);   // turn 0 is the answer with the replies to its interruptions
 *   const judgments = turns.map(({ question, text }) => reader.judge(question, text));
 *
 * `reader` is the judge: `findings` of the closed sentences so far, and `judge` of a whole text. The same reader must be given
 * to a replay as to the interview.
 */
export type * from './interview/types.ts';
export { judgmentRequest, openInterview, SINGLE_QUESTION } from './interview/interview.ts';
export { replay } from './interview/replay.ts';
export { step } from './interview/step.ts';
