/** A thread that replays: it lives the history once, then one job after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { drive, prepare, runJob, WORLDS, type ReplayJob } from '@legible/lab';

const { world, seed, volume } = workerData as { world: string; seed: number; volume: number };
const ground = drive(prepare(WORLDS[world]!.world, seed, volume));
const port = parentPort!;
port.on('message', (job: ReplayJob) => {
  port.postMessage(runJob(ground, job));
});
