import { Worker } from 'node:worker_threads';
import type { FileFormat, FileText } from '../lines.ts';
import { FileRefused, type RefusedBecause } from '../refused.ts';
import { LIMITS, type Limits } from './limits.ts';

/** What the worker is asked for: the text of a file, or the file of this name that is attached to a PDF. */
export type Task = { readonly format: FileFormat } | { readonly attachment: string };

/** What the worker answers. */
export type Reply =
  | { readonly text: FileText }
  | { readonly attachment: string }
  | { readonly refused: { readonly because: RefusedBecause; readonly message: string; readonly mend: string } };

export type Answer = Exclude<Reply, { readonly refused: unknown }>;

/** One file at a time, so that the growth of the process is that file's. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Does a task in a worker of its own, which has no network and is ended when it takes too long or too much memory.
 *
 * Rejects with `FileRefused`, saying why, for a file that cannot be read or should not be.
 */
export function inWorker(task: Task, bytes: Uint8Array, limits: Limits = LIMITS): Promise<Answer> {
  const turn = last.then(() => now(task, bytes, limits));
  last = turn.catch(() => undefined);
  return turn;
}

async function now(task: Task, bytes: Uint8Array, limits: Limits): Promise<Answer> {
  const copy = new Uint8Array(bytes);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { task, bytes: copy },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    argv: [],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  });
  const before = process.memoryUsage.rss();
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    const reply = await new Promise<Reply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(diedOf(error)));
      worker.once('exit', () => reject(damaged()));
      timer = setTimeout(() => reject(tooSlow()), limits.wallMilliseconds);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.growthMegabytes * 1_048_576) reject(tooMuch());
        worker.cpuUsage().then(
          ({ user, system }) => {
            if ((user + system) / 1000 > limits.cpuMilliseconds) reject(tooSlow());
          },
          () => undefined, // It has ended, and says so itself.
        );
      }, 25);
    });
    if (!('refused' in reply)) return reply;
    throw new FileRefused(reply.refused.because, reply.refused.message, reply.refused.mend);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    worker.removeAllListeners();
    worker.on('error', () => undefined); // What it still throws while it ends is no news.
    await worker.terminate();
  }
}

const AGAIN = 'Export the resume again from where it was written, or paste its text.';

const tooSlow = () => new FileRefused('too-large', 'The file takes longer to read than any resume needs.', AGAIN);
const tooMuch = () => new FileRefused('too-large', 'The file unpacks to more memory than a resume needs.', AGAIN);
const damaged = () => new FileRefused('damaged', 'The file is damaged: reading it broke off.', AGAIN);

function diedOf(error: unknown): FileRefused {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : damaged();
}
