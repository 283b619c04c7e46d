import { WORLDS, writeResult } from '@legible/lab';
import type { BaseAction, BaseDay, BaseReport, Progress, RunFile, RunResult } from '@legible/lab';
import { canonical } from './key-order.ts';
import { keep, keepResult, keptResult } from './kept.ts';
import type { Kept, KeptRun } from './kept.ts';
import { LabWorkers } from './worker/lab-workers.ts';

/** What the page shows of a run. */
export interface RunState {
  /** What is kept of it. */
  readonly run: KeptRun;
  /** What is under way, in words; '' while nothing is. */
  readonly busy: string;
  readonly progress: Progress | null;
  readonly offline: BaseReport | null;
  readonly days: readonly BaseDay[];
  readonly result: RunResult | null;
  readonly failed: string;
  /** What a comparison with the kept result came to; '' before it. */
  readonly compared: string;
}

/** Days between two savings while days pass as fast as they can. */
const SAVED_EVERY = 7;

/** A run in its workers, kept as it goes: what was decided and done is saved; what can be lived again may wait. */
export class LabRun {
  readonly liveDays: number;
  readonly #id: string;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #state: RunState;
  #workers: LabWorkers | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(kept: Kept) {
    this.#id = kept.id;
    this.#version = kept.version;
    this.liveDays = WORLDS[kept.run.file.world]?.world.liveDays ?? 0;
    this.#state = {
      run: kept.run,
      busy: '',
      progress: null,
      offline: null,
      days: [],
      result: null,
      failed: '',
      compared: '',
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): RunState => this.#state;

  /** The page is there: where the run stands is shown again without being asked for. */
  enter(): void {
    const { resultId, opened, brought, file, day } = this.#state.run;
    document.addEventListener('visibilitychange', this.#whenHidden);
    if (resultId !== null)
      void this.#during('Fetching the post-mortem', async () => {
        const result = await keptResult(resultId);
        this.#become({ result, offline: result.offline, days: result.days });
      });
    else if (opened && !brought)
      void this.#during(day > 0 ? 'Living your days again' : 'Training again', () => this.#reopen(file, day));
  }

  leave(): void {
    document.removeEventListener('visibilitychange', this.#whenHidden);
    this.#close();
  }

  /** Changes what is kept; where that fails, the page says so. */
  readonly save = (change: Partial<KeptRun>): Promise<void> => {
    void this.#keep(change).catch(() => undefined);
    return this.#saving;
  };

  /** Changes what is kept; savings go one after another. Rejects where it cannot be kept. */
  #keep(change: Partial<KeptRun>): Promise<void> {
    this.#note(change);
    const next = this.#saving.then(async () => {
      const { run } = this.#state;
      this.#version = await keep(this.#id, run.file.plan.name, run, this.#version);
    });
    this.#saving = next.catch((error: unknown) => this.#fail(error));
    return next;
  }

  /** Trains by this plan. */
  readonly open = (file: RunFile): Promise<void> =>
    this.#during('Training', async () => {
      await this.#keep({ file, opened: true, day: 0 });
      await this.#reopen(file, 0);
    });

  /** Back to the plan, while no day has been lived. */
  readonly change = (): void => {
    if (this.#state.run.day > 0) return;
    void this.save({ opened: false });
    this.#become({ offline: null });
  };

  /** Lives a day. `lightly`: it need not be saved at once, since it can be lived again. */
  readonly advance = (actions: readonly BaseAction[], lightly: boolean): Promise<void> =>
    this.#during('Living a day', async () => {
      const { report, file } = await this.#hands().advance(actions);
      const day = report.day + 1;
      const waits =
        lightly &&
        actions.length === 0 &&
        report.alarms.length === 0 &&
        day % SAVED_EVERY !== 0 &&
        day !== this.liveDays;
      if (waits) this.#note({ file, day });
      else await this.#keep({ file, day });
      this.#become({ days: [...this.#state.days, report] });
    });

  /** The truth and the bill. */
  readonly reveal = (): Promise<void> => this.#during('Working out the bill', () => this.#bill());

  /** A run from a file, lived to its end at once. */
  readonly replayBrought = (): Promise<void> =>
    this.#during('Living the run of the file', async () => {
      await this.#reopen(this.#state.run.file, this.liveDays);
      await this.#bill();
    });

  /** A run from a file, as a run of one's own: its plan and seed, without what was done in it. */
  readonly takeOver = (): Promise<void> =>
    this.save({ file: { ...this.#state.run.file, actions: [] }, brought: false, opened: false, day: 0 });

  /** Lives the run again and compares its result with the kept one, byte for byte. */
  readonly compare = (): Promise<void> =>
    this.#during('Living the run again', async () => {
      const { result, run } = this.#state;
      if (!result) return;
      await this.#hands().open(run.file, this.liveDays);
      const again = canonical(JSON.parse(writeResult(await this.#hands().reveal(run.file))));
      this.#close();
      this.#become({
        compared:
          again === canonical(result)
            ? `Replayed: the same to the byte, all ${again.length.toLocaleString('en-US')} of them.`
            : 'Replayed: not the same. An older build of the lab lived this run; its kept result is the record of that.',
      });
    });

  async #reopen(file: RunFile, day: number): Promise<void> {
    const { offline, days } = await this.#hands().open(file, day);
    this.#become({ offline, days });
    this.#hands().beginReplays(file);
  }

  async #bill(): Promise<void> {
    const { file } = this.#state.run;
    const result = await this.#hands().reveal(file);
    const resultId = await keepResult(file.plan.name, result);
    const { saved } = result.prediction;
    await this.#keep({ resultId, saved, day: result.days.length, opened: true, brought: false });
    this.#close();
    this.#become({ result, offline: result.offline, days: result.days });
  }

  async #during(busy: string, work: () => Promise<void>): Promise<void> {
    this.#become({ busy, progress: null, failed: '' });
    try {
      await work();
    } catch (error) {
      this.#fail(error);
    }
    this.#become({ busy: '', progress: null });
  }

  readonly #whenHidden = (): void => {
    if (document.visibilityState === 'hidden' && this.#state.days.length > 0 && this.#state.result === null)
      void this.save({});
  };

  #hands(): LabWorkers {
    this.#workers ??= new LabWorkers((progress) => this.#become({ progress }));
    return this.#workers;
  }

  #close(): void {
    this.#workers?.close();
    this.#workers = undefined;
  }

  #note(change: Partial<KeptRun>): void {
    this.#become({ run: { ...this.#state.run, ...change } });
  }

  #fail(error: unknown): void {
    this.#become({ failed: error instanceof Error ? error.message : String(error) });
  }

  #become(change: Partial<RunState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
