import { ActiveRun, drive, parseRunFile, prepare, resume, runJob, WORLDS } from '@legible/lab';
import type { Ground, Progress, ReplayJob, ReplayOutcome, RunFile, RunResult } from '@legible/lab';
import type { LabAnswer, LabReply, LabRequest } from './protocol.ts';

/** The engine of the lab, off the main thread. One worker holds one world, and at most one run in it. */
let ground: Ground | undefined;
let run: ActiveRun | undefined;
let reveal: Generator<readonly ReplayJob[], RunResult, readonly ReplayOutcome[]> | undefined;

const say = (reply: LabReply): void => postMessage(reply);
const tell = (progress: Progress): void => say({ kind: 'progress', progress });

function entryOf(id: string) {
  const entry = WORLDS[id];
  if (!entry) throw new RangeError(`world: there is no "${id}"; there are ${Object.keys(WORLDS).join(', ')}.`);
  return entry;
}

function groundFor(file: RunFile): Ground {
  const { world } = entryOf(file.world);
  if (ground?.world.id !== world.id || ground.seed !== file.seed || ground.volume !== file.volume)
    ground = drive(prepare(world, file.seed, file.volume), tell);
  return ground;
}

function opened(): { readonly ground: Ground; readonly run: ActiveRun } {
  if (!ground || !run) throw new Error('No run is open. Open one first.');
  return { ground, run };
}

const batch = (step: IteratorResult<readonly ReplayJob[], RunResult>): LabAnswer =>
  step.done ? { kind: 'revealed', result: step.value } : { kind: 'jobs', jobs: step.value };

function answer(request: LabRequest): LabAnswer {
  switch (request.kind) {
    case 'ground':
      groundFor(request.file);
      return { kind: 'ready' };
    case 'open': {
      const file = parseRunFile(request.file, entryOf(request.file.world).world);
      run = drive(resume(groundFor(file), file, request.day), tell);
      reveal = undefined;
      return { kind: 'opened', offline: run.offline, days: run.reports, file: run.file };
    }
    case 'advance': {
      const now = opened().run;
      return { kind: 'day', report: now.advance(request.actions), file: now.file };
    }
    case 'replay':
      if (!ground) throw new Error('No world is open. Open one first.');
      return { kind: 'replayed', outcome: runJob(ground, request.job) };
    case 'reveal': {
      const now = opened().run;
      reveal = now.reveal(entryOf(now.file.world).references);
      return batch(reveal.next());
    }
    case 'outcomes':
      if (!reveal) throw new Error('No post-mortem waits for replays. Ask for it first.');
      return batch(reveal.next(request.outcomes));
  }
}

addEventListener('message', ({ data }: MessageEvent<LabRequest>) => {
  try {
    say(answer(data));
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
