import type { EventRecord } from '@legible/app/contract/index';
import { openInterview, step } from '@legible/loop';
import type { Interview, InterviewEffect, Reader } from '@legible/loop';
import { createReader } from '@legible/app/reading';
import type { FromInterviewer, ToInterviewer } from './protocol.ts';
import { speakingIn } from './protocol.ts';

/** Runs the interviewer and the judge beside the page, so that a sentence is read while the next one is typed. */
let state: Interview | null = null;
let seq = 0;
const reader: Reader = createReader();

const tell = (message: FromInterviewer) => postMessage(message);

function open(message: Extract<ToInterviewer, { type: 'open' }>): void {
  state = openInterview(message.question, message.seed);
  const effects: InterviewEffect[] = [];
  for (const record of message.events) {
    const next = step(state, record.event, reader);
    state = next.state;
    seq = record.seq;
    effects.push(...next.effects);
  }
  // Reads one sentence of nothing, so that the first real one does not pay for the judge's tables.
  reader.findings(message.question, 'Ready. ');
  tell({ type: 'opened', state, effects });
}

function happened({ event, speaking }: Extract<ToInterviewer, { type: 'happened' }>): void {
  if (state === null) throw new Error('An event came before the interview was opened.');
  if (event.type === 'text-grew' && speaking !== speakingIn(state)) {
    tell({ type: 'stepped', state, effects: [], kept: null });
    return;
  }
  const next = step(state, event, reader);
  state = next.state;
  const refused = next.effects.some(({ type }) => type === 'refused');
  let kept: EventRecord | null = null;
  if (!refused) {
    seq += 1;
    kept = { seq, event };
  }
  tell({ type: 'stepped', state, effects: next.effects, kept });
}

addEventListener('message', ({ data }: MessageEvent<ToInterviewer>) => {
  try {
    if (data.type === 'open') open(data);
    else happened(data);
  } catch (error) {
    tell({ type: 'broke', message: error instanceof Error ? error.message : String(error) });
  }
});
