import { hostOf, openedFrom } from '@legible/app/loop/host';
import { stepLoop } from '@legible/loop';
import type { Loop, LoopEffect, LoopEvent, LoopHost } from '@legible/loop';
import { sittingOf, speakingAt } from './sitting.ts';
import type { FromLoopWorker, Sitting, ToLoopWorker } from './sitting.ts';

/** Runs the interviewers of a loop and the judge beside the page. */
let loop: Loop | null = null;
let host: LoopHost | null = null;
let asking: Extract<LoopEffect, { type: 'question' }> | null = null;
let seq = 0;

const tell = (message: FromLoopWorker) => postMessage(message);

function take(from: Loop, event: LoopEvent, by: LoopHost): readonly LoopEffect[] {
  const { state, effects } = stepLoop(from, event, by);
  loop = state;
  for (const effect of effects) if (effect.type === 'question') asking = effect;
  return effects;
}

function open({ plan, events }: Extract<ToLoopWorker, { type: 'open' }>): void {
  host = hostOf(plan);
  loop = openedFrom(plan);
  let refused = 0;
  for (const record of events) {
    const effects = take(loop, record.event, host);
    if (effects.some(({ type }) => type === 'refused')) refused += 1;
    seq = record.seq;
  }
  tell({ type: 'opened', state: sittingOf(loop, asking), refused });
}

function happened({ event, speaking }: Extract<ToLoopWorker, { type: 'happened' }>): void {
  if (loop === null || host === null) throw new Error('An event came before the loop was opened.');
  const before: Sitting = sittingOf(loop, asking);
  // Words and presses meant for a question or an interruption that is over by now.
  if (event.type !== 'ticked' && speaking !== speakingAt(before)) {
    tell({ type: 'stepped', state: before, mend: null, kept: null });
    return;
  }
  const effects = take(loop, event, host);
  const refused = effects.find((effect) => effect.type === 'refused');
  if (refused === undefined) seq += 1;
  tell({
    type: 'stepped',
    state: sittingOf(loop, asking),
    mend: refused?.mend ?? null,
    kept: refused === undefined ? { seq, event } : null,
  });
}

addEventListener('message', ({ data }: MessageEvent<ToLoopWorker>) => {
  try {
    if (data.type === 'open') open(data);
    else happened(data);
  } catch (error) {
    tell({ type: 'broke', message: error instanceof Error ? error.message : String(error) });
  }
});
