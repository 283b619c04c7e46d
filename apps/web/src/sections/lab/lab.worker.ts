import { ActiveRun, drive, parseRunFile, prepare, resume, revealHere, WORLDS } from '@legible/lab';
import type { DayReport, Ground, OfflineReport, Progress } from '@legible/lab';
import type { LabReply, LabRequest } from './protocol.ts';

/** The engine of the lab, off the main thread. One worker holds one run. */
let ground: Ground | undefined;
let run: ActiveRun | undefined;

const say = (reply: LabReply): void => postMessage(reply);
const tell = (progress: Progress): void => say({ kind: 'progress', progress });

function entryOf(id: string) {
  const entry = WORLDS[id];
  if (!entry) throw new RangeError(`world: there is no "${id}"; there are ${Object.keys(WORLDS).join(', ')}.`);
  return entry;
}

function answer(request: LabRequest): LabReply {
  if (request.kind === 'open') {
    const { world } = entryOf(request.file.world);
    const file = parseRunFile(request.file, world);
    ground = drive(prepare(world, file.seed, file.volume), tell);
    run = drive(resume(ground, file, request.day), tell);
    return { kind: 'opened', offline: run.offline as OfflineReport, days: run.reports as readonly DayReport[] };
  }
  if (!ground || !run) throw new Error('No run is open. Open one first.');
  if (request.kind === 'advance')
    return { kind: 'day', report: run.advance(request.actions) as DayReport, file: run.file };
  const { references } = entryOf(run.file.world);
  return { kind: 'revealed', result: drive(revealHere(ground, run.reveal(references)), tell) };
}

addEventListener('message', ({ data }: MessageEvent<LabRequest>) => {
  try {
    say(answer(data));
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
