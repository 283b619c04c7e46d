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

/** Jobs that a thread holds at a time: with one in hand it does not wait for this thread, which may be busy. */
const AHEAD = 2;

interface Waiting {
  readonly job: ReplayJob;
  readonly done: (outcome: ReplayOutcome) => void;
}

/** Threads that share the replays of one run. They take jobs as they come, in any batches. */
export class ReplayPool {
  readonly #workers: readonly Worker[];
  readonly #journal: Journal;
  readonly #queue: Waiting[] = [];
  readonly #held = new Map<Worker, Map<string, Waiting>>();
  #fail: (error: unknown) => void = () => {};
  readonly #failed = new Promise<never>((_, reject) => (this.#fail = reject));

  constructor(file: RunFile, threads: number, journal: Journal) {
    this.#journal = journal;
    // Who asks for a batch hears of a failure; nobody need be listening before.
    this.#failed.catch(() => {});
    const workerData = { world: file.world, seed: file.seed, volume: file.volume };
    this.#workers = Array.from({ length: threads }, () => {
      const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { workerData });
      this.#held.set(worker, new Map());
      worker.on('message', (outcome: ReplayOutcome) => this.#take(worker, outcome));
      worker.on('error', (error) => this.#fail(error));
      return worker;
    });
  }

  /** Outcomes of the jobs, in their order; those that the journal holds are not run again. */
  run(jobs: readonly ReplayJob[], onDone: (id: string) => void): Promise<ReplayOutcome[]> {
    const outcomes = jobs.map((job) => {
      const kept = this.#journal.get(job.id);
      if (kept) return Promise.resolve(kept);
      return new Promise<ReplayOutcome>((resolve) => {
        const done = (outcome: ReplayOutcome): void => {
          onDone(job.id);
          resolve(outcome);
        };
        this.#queue.push({ job, done });
      });
    });
    for (let k = 0; k < AHEAD; k++) for (const worker of this.#workers) this.#feed(worker);
    return Promise.race([Promise.all(outcomes), this.#failed]);
  }

  #feed(worker: Worker): void {
    const held = this.#held.get(worker)!;
    if (held.size >= AHEAD) return;
    const next = this.#queue.shift();
    if (!next) return;
    held.set(next.job.id, next);
    worker.postMessage(next.job);
  }

  #take(worker: Worker, outcome: ReplayOutcome): void {
    const held = this.#held.get(worker)!;
    const waiting = held.get(outcome.id)!;
    held.delete(outcome.id);
    this.#feed(worker);
    this.#journal.put(outcome);
    waiting.done(outcome);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
