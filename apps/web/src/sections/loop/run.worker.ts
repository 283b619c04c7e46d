import { defenceOf } from '@legible/app/loop/defence';
import { drive, wholeRun, WORLDS } from '@legible/lab';
import type { Progress, RunResult } from '@legible/lab';
import type { FromRunWorker, ToRunWorker } from './runs.ts';

/** Lives a run of the lab to its end, or reads one that was lived, and makes it into a round. */
const tell = (message: FromRunWorker): void => postMessage(message);

function resultOf(message: ToRunWorker): RunResult {
  if ('result' in message) return message.result;
  const entry = WORLDS[message.file.world];
  if (entry === undefined) throw new RangeError(`world: there is no "${message.file.world}".`);
  const hear = (progress: Progress) => tell({ kind: 'progress', progress });
  return drive(wholeRun(entry.world, message.file, entry.references), hear);
}

addEventListener('message', ({ data }: MessageEvent<ToRunWorker>) => {
  try {
    const result = resultOf(data);
    const world = WORLDS[result.file.world]?.world;
    if (world === undefined) throw new RangeError(`world: there is no "${result.file.world}".`);
    const defence = defenceOf(data.runId, data.title, result, world);
    tell({ kind: 'defence', defence, days: result.days.length, saved: result.prediction.saved });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
