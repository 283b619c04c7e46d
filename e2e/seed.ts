import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@legible/app/client';
import type { EventRecord, Interview } from '@legible/app/contract/index';
import { bank } from '@legible/corpus';
import { judge } from '@legible/judge';
import { judgeReader, openInterview, step } from '@legible/loop';
import type { InterviewEvent } from '@legible/loop';
import { root } from '../scripts/build-page.ts';

/** What an event is without its time. */
type Untimed<E = InterviewEvent> = E extends { readonly at: number } ? Omit<E, 'at'> : never;

/** How far a seeded interview goes. */
export type Until = 'stopped' | 'followed-up' | 'finished';

/**
 * Leads an interview from the question to its end through the API, without a page: the answer is said sentence by sentence,
 * every interruption and follow-up gets the same reply. Time is invented, so this takes none.
 */
export async function seedInterview(
  url: string,
  questionId: string,
  answer: string,
  until: Until = 'finished',
): Promise<Interview> {
  const reply = 'I would compare it with the rules that run today and ship only if it saves more than it costs.';
  const server = createClient(url);
  const { id, question, seed } = await server.startInterview({
    body: { id: crypto.randomUUID(), questionId, seed: 7 },
  });
  const reader = judgeReader();
  const events: EventRecord[] = [];
  let state = openInterview(question, seed);
  let at = 0;
  const happen = (event: Untimed) => {
    at += 4000;
    const timed = { ...event, at } as InterviewEvent;
    const next = step(state, timed, reader);
    const refused = next.effects.find((effect) => effect.type === 'refused');
    if (refused) throw new Error(`${event.type} was refused: ${refused.reason}`);
    state = next.state;
    events.push({ seq: events.length + 1, event: timed });
  };
  const say = (insert: string, length: number) => happen({ type: 'text-grew', from: length, to: length, insert });
  const keep = async () => {
    await server.appendEvents({ params: { id }, body: { events } });
    return server.getInterview({ params: { id } });
  };
  const answerStop = () => {
    if (state.phase !== 'interrupted') return;
    say(reply, 0);
    happen({ type: 'interruption-answered' });
  };

  happen({ type: 'asked' });
  for (const sentence of answer.match(/[^.]+\.\s*/g) ?? [answer]) {
    say(sentence, state.answer.length);
    if (until === 'stopped' && state.phase === 'interrupted') return keep();
    answerStop();
  }
  happen({ type: 'submitted' });
  if (until === 'followed-up') return keep();
  for (let turn = 0; state.phase === 'following-up' && turn < 5; turn += 1) {
    say(reply, 0);
    happen({ type: 'follow-up-answered' });
  }
  await keep();
  return server.finishInterview({ params: { id }, body: { lastSeq: events.length } });
}

/** An answer with a fault that an interviewer stops for, and with reasoning that earns something. */
export const MIXED_ANSWER =
  'Fraud here is one in two thousand, and the labels come from chargebacks that arrive up to forty five days late, so last month looks clean only because nobody has complained yet. ' +
  'I would measure accuracy on a held-out set and ship at 99% accuracy. ' +
  'I chose to send the top forty cases an hour to review instead of blocking them, because a declined customer leaves and that costs ten times the fraud, and if the weekly chargeback rate rises above 0.08 percent I turn it off and go back to the rules.';

/** An answer of the corpus to this question that both graders would hire for and in which the judge finds words to quote. */
export function earningAnswer(questionId: string): string {
  const read = <T>(file: string): T[] =>
    readFileSync(join(root, 'corpus', file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  const grades = read<{ id: string; verdict: number }>('grades.jsonl');
  const question = bank.find(({ id }) => id === questionId);
  if (!question) throw new Error(`There is no question "${questionId}".`);
  const found = read<{ id: string; question: string; text: string }>('answers.jsonl').find(
    ({ id, question: asked, text }) =>
      asked === questionId &&
      grades.filter((grade) => grade.id === id).every(({ verdict }) => verdict === 4) &&
      judge(text, question).signals.some(({ evidence }) => evidence.length > 0),
  );
  if (!found) throw new Error(`In no strong answer to "${questionId}" does the judge find anything to quote.`);
  return found.text;
}
