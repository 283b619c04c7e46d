import { closedLength } from '../language/sentences.ts';
import { chooseFollowUp } from './follow-up.ts';
import { judgmentRequest } from './interview.ts';
import { chooseInterruption } from './interrupt.ts';
import type { Agenda, Interview, InterviewEvent, Reader, RefusalReason, Step } from './types.ts';

/** Characters that everything said in one interview may have together; the judge takes no more. */
const MAX_SAID = 19_000;

/**
 * One step of the interview. Pure: equal arguments give equal results, and neither is changed. An event that does not fit the
 * phase gives one `refused` effect and the same state; no event throws, and from every phase but `ended` some event leads on.
 * `agenda` chooses the follow-ups; without it they are those of a single question.
 */
export function step(state: Interview, event: InterviewEvent, reader: Reader, agenda: Agenda = chooseFollowUp): Step {
  const reason = refusal(state, event);
  if (reason !== null) return { state, effects: [{ type: 'refused', reason, mend: MENDS[reason] }] };
  const now = { ...state, now: event.at };
  switch (event.type) {
    case 'asked':
      return { state: { ...now, phase: 'answering', askedAt: event.at }, effects: [] };
    case 'ticked':
      return tick(now);
    case 'text-grew':
      return grow(now, event, reader);
    case 'pushed-back':
      return closeInterruption(now, 'held');
    case 'interruption-answered':
      return closeInterruption(now, 'answered');
    case 'submitted':
      return follow({ ...now, submittedAt: event.at, phase: 'following-up' }, reader, agenda);
    case 'follow-up-answered':
      return follow({ ...now, followUps: replaceLast(now.followUps, { answered: true }) }, reader, agenda);
  }
}

const MENDS: Readonly<Record<RefusalReason, string>> = {
  'not-asked-yet': 'Ask the question first.',
  'already-asked': 'The question was asked; go on with the answer.',
  interrupted: 'Answer the interruption or hold the floor first.',
  'nobody-interrupted': 'There is no interruption to answer; go on.',
  'floor-already-held': 'You held the floor once in this answer; answer this one.',
  'not-answering': 'The answer was submitted; reply to the follow-up.',
  'no-follow-up-open': 'There is no follow-up to reply to.',
  ended: 'The interview is over; start again.',
  'clock-went-back': 'Events must come in the order of their time.',
  'outside-text': 'The edit does not lie within the text as it stands; send it against the current text.',
  'too-long': `An answer with its replies takes at most ${MAX_SAID} characters; shorten it.`,
  malformed: 'The event is not one that an interview takes.',
};

function refusal(state: Interview, event: InterviewEvent): RefusalReason | null {
  if (!Number.isFinite(event.at) || event.at < 0) return 'malformed';
  if (state.phase === 'ended') return 'ended';
  if (event.at < state.now) return 'clock-went-back';
  if (event.type === 'asked') return state.phase === 'ready' ? null : 'already-asked';
  if (state.phase === 'ready') return event.type === 'ticked' ? null : 'not-asked-yet';
  switch (event.type) {
    case 'ticked':
      return null;
    case 'text-grew': {
      const length = draftOf(state).length;
      const { from, to, insert } = event;
      if (!Number.isInteger(from) || !Number.isInteger(to) || typeof insert !== 'string') return 'malformed';
      if (from < 0 || to < from || to > length) return 'outside-text';
      return saidLength(state) - (to - from) + insert.length > MAX_SAID ? 'too-long' : null;
    }
    case 'pushed-back':
      if (state.phase !== 'interrupted') return 'nobody-interrupted';
      return state.interruptions.some(({ status }) => status === 'held') ? 'floor-already-held' : null;
    case 'interruption-answered':
      return state.phase === 'interrupted' ? null : 'nobody-interrupted';
    case 'submitted':
      if (state.phase === 'interrupted') return 'interrupted';
      return state.phase === 'answering' ? null : 'not-answering';
    case 'follow-up-answered':
      return state.phase === 'following-up' ? null : 'no-follow-up-open';
    default:
      return 'malformed';
  }
}

function saidLength({ answer, interruptions, followUps }: Interview): number {
  return [...interruptions, ...followUps].reduce((sum, { reply }) => sum + reply.length, answer.length);
}

/** The text of whoever speaks now. */
export function draftOf(state: Interview): string {
  if (state.phase === 'interrupted') return state.interruptions.at(-1)?.reply ?? '';
  if (state.phase === 'following-up') return state.followUps.at(-1)?.reply ?? '';
  return state.answer;
}

function tick(state: Interview): Step {
  const over = state.phase === 'answering' && state.now - state.askedAt >= state.question.seconds * 1000;
  if (!over || state.timeOver) return { state, effects: [] };
  return { state: { ...state, timeOver: true }, effects: [{ type: 'time-over', seconds: state.question.seconds }] };
}

type Grew = Extract<InterviewEvent, { type: 'text-grew' }>;

function grow(state: Interview, event: Grew, reader: Reader): Step {
  const old = draftOf(state);
  const text = old.slice(0, event.from) + event.insert + old.slice(event.to);
  if (state.phase === 'interrupted')
    return { state: { ...state, interruptions: replaceLast(state.interruptions, { reply: text }) }, effects: [] };
  if (state.phase === 'following-up')
    return { state: { ...state, followUps: replaceLast(state.followUps, { reply: text }) }, effects: [] };

  // An edit before the end of what was read reopens the sentences after it.
  const kept = Math.min(state.read, sentenceStart(old, event.from));
  const read = event.closes === true ? text.trimEnd().length : closedLength(text, kept);
  const grown = { ...state, answer: text, read };
  if (read <= kept) return { state: grown, effects: [] };
  const interruption = chooseInterruption(grown, reader);
  if (interruption === null) return { state: grown, effects: [] };
  const { finding, ...raised } = interruption;
  return {
    state: { ...grown, phase: 'interrupted', interruptions: [...grown.interruptions, raised] },
    effects: [{ type: 'interrupt', id: raised.id, quote: raised.quote.text, line: raised.line, finding }],
  };
}

/** Where the sentence that holds `at` starts, so that an edit there reads the sentence again. */
function sentenceStart(text: string, at: number): number {
  let i = Math.min(at, text.length);
  while (i > 0 && !'.!?…\n'.includes(text[i - 1] ?? '')) i--;
  return at >= text.length ? at : i;
}

function closeInterruption(state: Interview, status: 'answered' | 'held'): Step {
  const interruptions = replaceLast(state.interruptions, { status });
  const id = interruptions.at(-1)?.id ?? '';
  return {
    state: { ...state, phase: 'answering', interruptions },
    effects: [{ type: status === 'held' ? 'yielded' : 'resumed', id }],
  };
}

function follow(state: Interview, reader: Reader, agenda: Agenda): Step {
  const followUp = agenda(state, reader);
  if (followUp === null) {
    const ended: Interview = { ...state, phase: 'ended' };
    return { state: ended, effects: [{ type: 'finish', request: judgmentRequest(ended) }] };
  }
  return { state: { ...state, followUps: [...state.followUps, followUp] }, effects: [{ type: 'ask', followUp }] };
}

function replaceLast<T>(items: readonly T[], change: Partial<T>): readonly T[] {
  return items.map((item, i) => (i === items.length - 1 ? { ...item, ...change } : item));
}
