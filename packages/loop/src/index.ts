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
 * A whole loop: `openLoop({ preset, seed, bank })`, then `stepLoop(state, event, { reader, bank })` with `round-opened` and the same
 * events as an interview, until `packet`. The bank is `fullBank` of the corpus; a round alone is `rounds: [{ kind: 'ml-depth' }]`.
 * A round about a run of the lab takes the run's questions with their truth as `defence`, and a host that can `mark`.
 *
 * `reader` is the judge, `judgeReader()`: `findings` of the closed sentences so far, and `judge` of a whole text. The same reader must be given
 * to a replay as to the interview.
 */
export type * from './interview/types.ts';
export { judgmentRequest, openInterview, SINGLE_QUESTION } from './interview/interview.ts';
export { replay } from './interview/replay.ts';
export { step } from './interview/step.ts';
export { judgeReader } from './interview/judge-reader.ts';
export type * from './loop/types.ts';
export { PRESETS, ROUND_KINDS, STAGES, STYLES } from './loop/types.ts';
export { PRESET, ROUND_SECONDS, ROUND_TITLES } from './loop/presets.ts';
export { openLoop, type LoopPlan } from './loop/plan.ts';
export { STAGE } from './loop/lines/stages.ts';
export { replayLoop, stepLoop } from './loop/step.ts';
export type * from './packet/types.ts';
export { DECISIONS, GAPS } from './packet/types.ts';
export { comparePackets, type Compared, type Comparison } from './packet/compare.ts';
export type * from './claims/types.ts';
export type { Sum, SumCheck } from './claims/sums.ts';
export { formatOf, parseTranscript } from './transcript/parse.ts';
export { exchangesOf, speakersOf, type Exchange, type SpeakerSummary } from './transcript/exchanges.ts';
export { loopFromExchanges } from './transcript/rebuild.ts';
export { TRANSCRIPT_FORMATS, TranscriptError, type TranscriptFormat, type Utterance } from './transcript/types.ts';
