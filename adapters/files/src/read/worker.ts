/** Reads one file and ends. Whatever the file holds, there is no network here and nothing of it is run. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Task } from './in-worker.ts';
import { replyTo } from './reply.ts';

for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'])
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true });

const { task, bytes } = workerData as { task: Task; bytes: Uint8Array };
parentPort?.postMessage(await replyTo(task, bytes));
