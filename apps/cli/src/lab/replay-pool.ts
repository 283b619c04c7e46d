/** Spreads replays over threads, and keeps each outcome in a file, so that a killed run goes on where it was. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { writeRunFile, type ReplayJob, type ReplayOutcome, type RunFile } from '@legible/lab';

/** Outcomes kept in a file of lines, the first of which is the run they belong to. */
export class Journal {
  readonly #path: string | undefined;
  readonly #kept = new Map<string, ReplayOutcome>();

  constructor(path: string | undefined, file: RunFile) {
    this.#path = path;
    if (path === undefined) return;
    const head = JSON.stringify(JSON.parse(writeRunFile(file)));
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (lines[0] !== head) {
      writeFileSync(path, `${head}\n`);
      return;
    }
    // The last line of a killed run may be cut off.
    for (const line of lines.slice(1)) {
      try {
        const outcome = JSON.parse(line) as ReplayOutcome;
        this.#kept.set(outcome.id, outcome);
      } catch {
        break;
      }
    }
    writeFileSync(path, `${[head, ...[...this.#kept.values()].map((o) => JSON.stringify(o))].join('\n')}\n`);
  }

  get(id: string): ReplayOutcome | undefined {
    return this.#kept.get(id);
  }

  put(outcome: ReplayOutcome): void {
    this.#kept.set(outcome.id, outcome);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(outcome)}\n`);
  }
}

/** Threads that share the replays of one run. */
export class ReplayPool {
  readonly #workers: readonly Worker[];

  constructor(file: RunFile, threads: number) {
    const workerData = { world: file.world, seed: file.seed, volume: file.volume };
    this.#workers = Array.from(
      { length: threads },
      () => new Worker(new URL('./replay-worker.ts', import.meta.url), { workerData }),
    );
  }

  /** Runs the jobs that the journal does not hold. */
  async run(jobs: readonly ReplayJob[], journal: Journal, onDone: (id: string) => void): Promise<ReplayOutcome[]> {
    const queue = jobs.filter((job) => journal.get(job.id) === undefined);
    await Promise.all(this.#workers.map((worker) => this.#drain(worker, queue, journal, onDone)));
    return jobs.map((job) => journal.get(job.id)!);
  }

  #drain(worker: Worker, queue: ReplayJob[], journal: Journal, onDone: (id: string) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = (): void => {
        const job = queue.shift();
        if (job) return worker.postMessage(job);
        worker.off('message', take);
        worker.off('error', reject);
        resolve();
      };
      const take = (outcome: ReplayOutcome): void => {
        journal.put(outcome);
        onDone(outcome.id);
        next();
      };
      worker.on('message', take);
      worker.on('error', reject);
      next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
