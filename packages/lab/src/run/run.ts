/**
 * A run as a state machine: history, offline, live day by day, post-mortem. Every stage is a generator that yields its
 * progress, so that a worker can report, stop, and go on; a stopped run resumes from its file alone.
 */
import { runJob, type ReplayJob, type ReplayOutcome } from '../ledger/jobs.ts';
import { open } from '../ledger/replay.ts';
import { postMortem, type PostMortem } from '../ledger/post-mortem.ts';
import { parseAction, type Action } from '../operate/actions.ts';
import type { Plan } from '../plan/types.ts';
import type { World, WorldSession } from '../worlds/session.ts';
import type { Launched, Shelf } from './launch.ts';
import type { DayReport, LiveRun } from './live.ts';
import { offlineReport, type OfflineReport } from './report.ts';
import { writeRunFile, type RunFile } from './run-file.ts';

/** How far a stage has come, 0 to 1. */
export interface Progress {
  readonly stage: 'history' | 'offline' | 'live' | 'post-mortem';
  readonly share: number;
  readonly says: string;
}

/** Everything a run came to. Documented by `resultSchema`. */
export interface RunResult extends PostMortem {
  readonly version: 1;
  readonly file: RunFile;
  readonly offline: OfflineReport;
  readonly days: readonly DayReport[];
}

/** A world with its history lived, and what was trained in it so far; serves any number of runs of one seed. */
export interface Ground {
  readonly world: World;
  readonly seed: number;
  readonly volume: number;
  readonly launch: WorldSession;
  readonly shelf: Shelf;
}

/** Lives the history of a world. */
export function* prepare(world: World, seed: number, volume: number): Generator<Progress, Ground, void> {
  const living = world.generate(seed, volume);
  let step = living.next();
  while (!step.done) {
    yield { stage: 'history', share: step.value, says: 'Living the twelve weeks before launch' };
    step = living.next();
  }
  return { world, seed, volume, launch: step.value, shelf: new Map() };
}

/** A run in its live period. What it shows is observation; the truth stays inside until the post-mortem. */
export class ActiveRun {
  readonly offline: OfflineReport;
  readonly #ground: Ground;
  readonly #plan: Plan;
  readonly #run: LiveRun;
  readonly #launched: Launched;
  readonly #actions: Action[] = [];

  constructor(ground: Ground, plan: Plan) {
    const { run, launched } = open(ground.world, ground.launch, plan, ground.seed, ground.shelf, true);
    this.#ground = ground;
    this.#plan = plan;
    this.#run = run;
    this.#launched = launched;
    this.offline = offlineReport(run.session, plan, launched);
  }

  /** The next live day to be lived; as many as `days` when done. */
  get day(): number {
    return this.#run.day;
  }

  get days(): number {
    return this.#run.session.facts.liveDays;
  }

  get done(): boolean {
    return this.#run.done;
  }

  get reports(): readonly DayReport[] {
    return this.#run.reports;
  }

  /** The run so far as a file: keep it and the run can be resumed. */
  get file(): RunFile {
    const { world, seed, volume } = this.#ground;
    return { version: 1, world: world.id, seed, volume, plan: this.#plan, actions: [...this.#actions] };
  }

  /** Lives the next day with these actions of a person (their `day` is today's). Throws ActionError on a bad one. */
  advance(actions: readonly Action[] = []): DayReport {
    if (this.done)
      throw new RangeError(`day: the live period has ${this.days} days and they are over; ask for the post-mortem`);
    const { world } = this.#ground;
    const checked = actions.map((action, i) =>
      parseAction({ ...action, day: this.day }, `actions[${i}]`, world.features, this.days),
    );
    this.#actions.push(...checked);
    return this.#run.advance(checked);
  }

  /** The truth, as batches of replays to be driven; see `postMortem`. Throws before the last day. */
  reveal(
    references: Readonly<Record<string, Plan>>,
    against = 'expert',
  ): Generator<readonly ReplayJob[], RunResult, readonly ReplayOutcome[]> {
    if (!this.done)
      throw new RangeError(`day: the post-mortem comes after day ${this.days}; this run stands at ${this.day}`);
    return this.#reveal(references, against);
  }

  *#reveal(
    references: Readonly<Record<string, Plan>>,
    against: string,
  ): Generator<readonly ReplayJob[], RunResult, readonly ReplayOutcome[]> {
    const truth = yield* postMortem({
      world: this.#ground.world,
      file: this.file,
      run: this.#run,
      launched: this.#launched,
      offline: this.offline,
      references,
      against,
    });
    return { version: 1, file: this.file, offline: this.offline, days: this.#run.reports, ...truth };
  }
}

/** Opens a run at launch, or where its file left off on day `day`: the days before are lived again, to the byte. */
export function* resume(ground: Ground, file: RunFile, day: number): Generator<Progress, ActiveRun, void> {
  yield { stage: 'offline', share: 0, says: 'Labelling, splitting, training' };
  const run = new ActiveRun(ground, file.plan);
  yield { stage: 'offline', share: 1, says: 'The offline report is ready' };
  while (!run.done && run.day < day) {
    run.advance(file.actions.filter((a) => a.day === run.day));
    yield { stage: 'live', share: run.day / run.days, says: `Day ${run.day} of ${run.days}` };
  }
  return run;
}

/** Drives a reveal here, one replay after another. */
export function* revealHere(
  ground: Ground,
  reveal: Generator<readonly ReplayJob[], RunResult, readonly ReplayOutcome[]>,
): Generator<Progress, RunResult, void> {
  let step = reveal.next();
  let batch = 0;
  while (!step.done) {
    const jobs = step.value;
    const outcomes: ReplayOutcome[] = [];
    for (const job of jobs) {
      yield { stage: 'post-mortem', share: (batch + outcomes.length / jobs.length) / 2, says: `Replaying: ${job.id}` };
      outcomes.push(runJob(ground.world, ground.launch, ground.seed, ground.shelf, job));
    }
    batch++;
    step = reveal.next(outcomes);
  }
  return step.value;
}

/** A whole run from its file, in one process. */
export function* wholeRun(
  world: World,
  file: RunFile,
  references: Readonly<Record<string, Plan>>,
): Generator<Progress, RunResult, void> {
  const ground = yield* prepare(world, file.seed, file.volume);
  const run = yield* resume(ground, file, Infinity);
  return yield* revealHere(ground, run.reveal(references));
}

/** Runs a generator to its end; `onProgress` hears what it yields. */
export function drive<T>(stage: Generator<Progress, T, void>, onProgress: (progress: Progress) => void = () => {}): T {
  let step = stage.next();
  while (!step.done) {
    onProgress(step.value);
    step = stage.next();
  }
  return step.value;
}

/** Text of a result: the same run gives the same bytes. */
export function writeResult(result: RunResult): string {
  return `${JSON.stringify(result)}\n`;
}

export { writeRunFile };
