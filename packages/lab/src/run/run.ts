/**
 * A run as a state machine: history, offline, live day by day, post-mortem. Every stage is a generator that yields its
 * progress, so that a worker can report, stop, and go on; a stopped run resumes from its file alone.
 */
import { runJob, type ReplayJob, type ReplayOutcome } from '../ledger/jobs.ts';
import { postMortem, type PostMortem } from '../ledger/post-mortem.ts';
import { parseAction, type BaseAction } from '../operate/actions.ts';
import type { PlanBase } from '../plan/check.ts';
import type { BaseDay, BaseReport, Launch, Life, World } from '../worlds/world.ts';
import { writeRunFile, type RunFile } from './run-file.ts';

/** How far a stage has come, 0 to 1. */
export interface Progress {
  readonly stage: 'history' | 'offline' | 'live' | 'post-mortem';
  readonly share: number;
  readonly says: string;
}

/** Everything a run came to. Documented by `resultSchema`. */
export interface RunResult<
  P extends PlanBase = PlanBase,
  R extends BaseReport = BaseReport,
  D extends BaseDay = BaseDay,
> extends PostMortem {
  readonly version: 1;
  readonly file: RunFile<P>;
  readonly offline: R;
  readonly days: readonly D[];
}

/** A world with its history lived; serves any number of runs of one seed. */
export interface Ground<P extends PlanBase = PlanBase, R extends BaseReport = BaseReport, D extends BaseDay = BaseDay> {
  readonly world: World<P, R, D>;
  readonly seed: number;
  readonly volume: number;
  readonly launch: Launch<P, R, D>;
}

/** Lives the history of a world. */
export function* prepare<P extends PlanBase, R extends BaseReport, D extends BaseDay>(
  world: World<P, R, D>,
  seed: number,
  volume: number,
): Generator<Progress, Ground<P, R, D>, void> {
  const living = world.generate(seed, volume);
  let step = living.next();
  while (!step.done) {
    yield { stage: 'history', share: step.value, says: 'Living the twelve weeks before launch' };
    step = living.next();
  }
  return { world, seed, volume, launch: step.value };
}

/** A run in its live period. What it shows is observation; the truth stays inside until the post-mortem. */
export class ActiveRun<P extends PlanBase = PlanBase, R extends BaseReport = BaseReport, D extends BaseDay = BaseDay> {
  readonly offline: R;
  readonly #ground: Ground<P, R, D>;
  readonly #plan: P;
  readonly #life: Life<R, D>;
  readonly #actions: BaseAction[] = [];

  constructor(ground: Ground<P, R, D>, plan: P) {
    this.#ground = ground;
    this.#plan = plan;
    this.#life = ground.launch.open(plan, { watchAll: true });
    this.offline = this.#life.offline();
  }

  /** The next live day to be lived; as many as `days` when done. */
  get day(): number {
    return this.#life.day;
  }

  get days(): number {
    return this.#ground.world.liveDays;
  }

  get done(): boolean {
    return this.#life.done;
  }

  get reports(): readonly D[] {
    return this.#life.reports;
  }

  /** The run so far as a file: keep it and the run can be resumed. */
  get file(): RunFile<P> {
    const { world, seed, volume } = this.#ground;
    return { version: 1, world: world.id, seed, volume, plan: this.#plan, actions: [...this.#actions] };
  }

  /** Lives the next day with these actions of a person (their `day` is today's). Throws ActionError on a bad one. */
  advance(actions: readonly BaseAction[] = []): D {
    if (this.done)
      throw new RangeError(`day: the live period has ${this.days} days and they are over; ask for the post-mortem`);
    const { world } = this.#ground;
    const checked = actions.map((action, i) => parseAction({ ...action, day: this.day }, `actions[${i}]`, world));
    this.#actions.push(...checked);
    return this.#life.advance(checked);
  }

  /** The truth, as batches of replays to be driven; see `postMortem`. Throws before the last day. */
  reveal(
    references: Readonly<Record<string, P>>,
    against = 'expert',
  ): Generator<readonly ReplayJob[], RunResult<P, R, D>, readonly ReplayOutcome[]> {
    if (!this.done)
      throw new RangeError(`day: the post-mortem comes after day ${this.days}; this run stands at ${this.day}`);
    return this.#reveal(references, against);
  }

  *#reveal(
    references: Readonly<Record<string, P>>,
    against: string,
  ): Generator<readonly ReplayJob[], RunResult<P, R, D>, readonly ReplayOutcome[]> {
    const truth = yield* postMortem({
      world: this.#ground.world,
      file: this.file,
      life: this.#life,
      references,
      against,
    });
    return { version: 1, file: this.file, offline: this.offline, days: this.#life.reports, ...truth };
  }
}

/** Opens a run at launch, or where its file left off on day `day`: the days before are lived again, to the byte. */
export function* resume<P extends PlanBase, R extends BaseReport, D extends BaseDay>(
  ground: Ground<P, R, D>,
  file: RunFile<P>,
  day: number,
): Generator<Progress, ActiveRun<P, R, D>, void> {
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
export function* revealHere<T>(
  ground: Pick<Ground, 'launch'>,
  reveal: Generator<readonly ReplayJob[], T, readonly ReplayOutcome[]>,
): Generator<Progress, T, void> {
  let step = reveal.next();
  let batch = 0;
  while (!step.done) {
    const jobs = step.value;
    const outcomes: ReplayOutcome[] = [];
    for (const job of jobs) {
      yield { stage: 'post-mortem', share: (batch + outcomes.length / jobs.length) / 2, says: `Replaying: ${job.id}` };
      outcomes.push(runJob(ground, job));
    }
    batch++;
    step = reveal.next(outcomes);
  }
  return step.value;
}

/** A whole run from its file, in one process. */
export function* wholeRun<P extends PlanBase, R extends BaseReport, D extends BaseDay>(
  world: World<P, R, D>,
  file: RunFile<P>,
  references: Readonly<Record<string, P>>,
): Generator<Progress, RunResult<P, R, D>, void> {
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
