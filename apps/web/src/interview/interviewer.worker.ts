import type { EventRecord } from '@legible/app/contract/index';
import { openInterview, step } from '@legible/loop';
import type { Interview, Reader } from '@legible/loop';
import { judgeReader } from '@legible/loop';
import type { FromInterviewer, ToInterviewer } from './protocol.ts';
import { speakingIn } from './protocol.ts';

/** Runs the interviewer and the judge beside the page, so that a sentence is read while the next one is typed. */
let state: Interview | null = null;
let seq = 0;
const reader: Reader = judgeReader();

const tell = (message: FromInterviewer) => postMessage(message);

function open(message: Extract<ToInterviewer, { type: 'open' }>): void {
  state = openInterview(message.question, message.seed);
  let refused = 0;
  for (const record of message.events) {
    const next = step(state, record.event, reader);
    if (next.effects.some(({ type }) => type === 'refused')) refused += 1;
    state = next.state;
    seq = record.seq;
  }
  tell({ type: 'opened', state, refused });
  setTimeout(() => rehearse(message), 0);
}

/** Sentences that make most of the judge's rules look twice. */
const REHEARSAL = [
  'We trained a model on the labels from last month and it reached 99% accuracy on a random split. ',
  'So it depends, but the team improved performance significantly and we shipped it to everyone. ',
  'I chose recall at a fixed number of alerts because a missed case costs ten times a false one. ',
];

/** An interview with nobody in it, so that the first real sentence does not pay for tables and cold code. */
function rehearse({ question, seed }: Extract<ToInterviewer, { type: 'open' }>, round = 0): void {
  const mock = judgeReader();
  let stage = step(openInterview(question, seed), { type: 'asked', at: 0 }, mock).state;
  for (const [index, insert] of REHEARSAL.entries()) {
    const { length } = stage.phase === 'answering' ? stage.answer : '';
    const at = 20_000 + index;
    stage = step(stage, { type: 'text-grew', at, from: length, to: length, insert }, mock).state;
    if (stage.phase === 'interrupted') stage = step(stage, { type: 'interruption-answered', at }, mock).state;
  }
  // In pieces, so that a real keystroke waits for one round at most.
  if (round < 12) setTimeout(() => rehearse({ type: 'open', question, seed, events: [] }, round + 1), 30);
}

function happened({ event, speaking }: Extract<ToInterviewer, { type: 'happened' }>): void {
  if (state === null) throw new Error('An event came before the interview was opened.');
  if (event.type === 'text-grew' && speaking !== speakingIn(state)) {
    tell({ type: 'stepped', state, mend: null, kept: null });
    return;
  }
  const next = step(state, event, reader);
  state = next.state;
  const refused = next.effects.find((effect) => effect.type === 'refused');
  let kept: EventRecord | null = null;
  if (!refused) {
    seq += 1;
    kept = { seq, event };
  }
  tell({ type: 'stepped', state, mend: refused?.mend ?? null, kept });
}

addEventListener('message', ({ data }: MessageEvent<ToInterviewer>) => {
  try {
    if (data.type === 'open') open(data);
    else happened(data);
  } catch (error) {
    tell({ type: 'broke', message: error instanceof Error ? error.message : String(error) });
  }
});
