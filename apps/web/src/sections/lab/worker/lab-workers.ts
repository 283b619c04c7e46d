import { replayJobs, WORLDS } from '@legible/lab';
import type {
  BaseAction,
  BaseDay,
  BaseReport,
  Progress,
  ReplayJob,
  ReplayOutcome,
  RunFile,
  RunResult,
} from '@legible/lab';
import type { LabAnswer, LabReply, LabRequest } from './protocol.ts';

type Of<K extends LabAnswer['kind']> = Extract<LabAnswer, { readonly kind: K }>;

/** One worker, asked one thing after another. */
class Hand {
  readonly #worker = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting: { resolve: (answer: LabAnswer) => void; reject: (error: Error) => void }[] = [];

  constructor(onProgress: (progress: Progress) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LabReply>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'failed') this.#waiting.shift()?.reject(new Error(data.message));
      else this.#waiting.shift()?.resolve(data);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(message || 'The lab’s worker stopped.'));
    });
  }

  ask(request: LabRequest): Promise<LabAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}

function expected<K extends LabAnswer['kind']>(answer: LabAnswer, kind: K): Of<K> {
  if (answer.kind !== kind) throw new Error(`The lab’s worker answered “${answer.kind}” where “${kind}” was due.`);
  return answer as Of<K>;
}

/** What a replay depends on, its name aside. */
const keyOf = ({ plan, actions, without }: ReplayJob): string => JSON.stringify([plan, actions, without]);

/** Two workers: one lives the run, the other begins on the replays; at the post-mortem both replay. */
export class LabWorkers {
  readonly #onProgress: (progress: Progress) => void;
  #run: Hand | undefined;
  #second: Hand | undefined;
  /** Replays that are done or under way in the second worker. */
  readonly #outcomes = new Map<string, Promise<ReplayOutcome>>();
  #early: Promise<void> = Promise.resolve();
  #beginsEarly = false;

  constructor(onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
  }

  /** Lives the history, the offline stage, and the days that the file has behind it. */
  async open(file: RunFile, day: number): Promise<{ offline: BaseReport; days: readonly BaseDay[]; file: RunFile }> {
    this.#beginsEarly = false;
    this.#outcomes.clear();
    this.#run ??= new Hand(this.#onProgress);
    return expected(await this.#run.ask({ kind: 'open', file, day }), 'opened');
  }

  /** Begins, in the second worker, on the replays that no later action can change. */
  beginReplays(file: RunFile): void {
    const entry = WORLDS[file.world];
    if (!entry || this.#beginsEarly) return;
    this.#beginsEarly = true;
    const certain = new Set(['doing nothing', 'oracle', ...Object.keys(entry.references)]);
    const jobs = replayJobs(entry.world, file, entry.references).filter(({ id }) => certain.has(id));
    this.#early = this.#replayEarly(file, jobs).catch(() => {
      // What could not be replayed early is asked for again at the post-mortem, and reported there.
      this.#outcomes.clear();
    });
  }

  async #replayEarly(file: RunFile, jobs: readonly ReplayJob[]): Promise<void> {
    const second = await this.#secondHand(file);
    for (const job of jobs) {
      if (!this.#beginsEarly) return;
      const outcome = replayed(second, job);
      this.#outcomes.set(keyOf(job), outcome);
      await outcome;
    }
  }

  async #secondHand(file: RunFile): Promise<Hand> {
    this.#second ??= new Hand(() => undefined);
    expected(await this.#second.ask({ kind: 'ground', file }), 'ready');
    return this.#second;
  }

  async advance(actions: readonly BaseAction[]): Promise<{ report: BaseDay; file: RunFile }> {
    return expected(await this.#runHand().ask({ kind: 'advance', actions }), 'day');
  }

  /** The truth. Its replays run in both workers. */
  async reveal(file: RunFile): Promise<RunResult> {
    const run = this.#runHand();
    this.#beginsEarly = false;
    let answer = await run.ask({ kind: 'reveal' });
    for (let round = 0; answer.kind === 'jobs'; round++) {
      const outcomes = await this.#replayAll(run, file, answer.jobs, round);
      answer = await run.ask({ kind: 'outcomes', outcomes });
    }
    return expected(answer, 'revealed').result;
  }

  async #replayAll(run: Hand, file: RunFile, jobs: readonly ReplayJob[], round: number): Promise<ReplayOutcome[]> {
    const outcomes: ReplayOutcome[] = [];
    const left = jobs.filter((job) => !this.#outcomes.has(keyOf(job)));
    const tell = () =>
      this.#onProgress({
        stage: 'post-mortem',
        share: (Math.min(round, 1) + outcomes.length / Math.max(1, jobs.length)) / 2,
        says: `Replaying your weeks with other decisions, ${outcomes.length} of ${jobs.length} in round ${round + 1} of 2`,
      });
    const keep = (outcome: ReplayOutcome) => {
      outcomes.push(outcome);
      tell();
    };
    tell();
    const early = jobs.map(async (job) => {
      const outcome = await this.#outcomes.get(keyOf(job));
      if (outcome) keep({ ...outcome, id: job.id });
    });
    const work = async (hand: Hand | Promise<Hand>) => {
      const own = await hand;
      for (let job = left.shift(); job; job = left.shift()) keep(await replayed(own, job));
    };
    const second = this.#early.then(() => this.#secondHand(file));
    await Promise.all([work(run), work(second), ...early]);
    return outcomes;
  }

  #runHand(): Hand {
    if (!this.#run) throw new Error('No run is open. Open one first.');
    return this.#run;
  }

  close(): void {
    this.#beginsEarly = false;
    this.#run?.close();
    this.#second?.close();
    this.#run = undefined;
    this.#second = undefined;
  }
}

async function replayed(hand: Hand, job: ReplayJob): Promise<ReplayOutcome> {
  return expected(await hand.ask({ kind: 'replay', job }), 'replayed').outcome;
}
