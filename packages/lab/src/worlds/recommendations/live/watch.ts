/** The watch over a live run: monitors read from what was served and from what was logged. */
import { tableOf } from '../../../learn/index.ts';
import {
  featureShifts,
  largestShift,
  nullRise,
  scoreShift,
  shapeOf,
  shapesOf,
  type Baseline,
  type Reading,
} from '../../../operate/monitors.ts';
import type { LoggedDay } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import type { MonitorKind, Plan } from '../plan/types.ts';

/** Sums of one day that the product counts whatever was bought. */
export interface DayCounts {
  readonly visits: number;
  readonly views: number;
  readonly clicks: number;
  readonly longs: number;
}

/** Candidates whose values are watched, at most. */
const SAMPLED = 1500;

export class Watch {
  /** How candidates and scores looked on the first day that was served: the log has only what the old policy showed. */
  #baseline: Baseline | undefined;
  readonly #bought: ReadonlySet<MonitorKind>;
  readonly #watchAll: boolean;
  /** By day, history first. */
  readonly #counts: DayCounts[] = [];
  /** Visits a subscriber in the last four weeks of history. */
  #usualReturn = 0;
  readonly #return: number[] = [];

  constructor(plan: Plan, log: ObservedLog, watchAll: boolean) {
    this.#bought = new Set(plan.monitors.map((m) => m.kind));
    this.#watchAll = watchAll;
    this.#countHistory(log);
  }

  #countHistory(log: ObservedLog): void {
    const days = new Map<number, { visits: number; views: number; clicks: number; longs: number }>();
    let last = -1;
    for (let row = 0; row < log.rows; row++) {
      const day = log.day[row]!;
      if (day < -28) continue;
      const held = days.get(day) ?? { visits: 0, views: 0, clicks: 0, longs: 0 };
      if (log.list[row] !== last) held.visits++;
      last = log.list[row]!;
      held.views += log.viewed[row]!;
      held.clicks += log.clicked[row]!;
      if (log.clicked[row] === 1 && log.seconds[row]! >= 30) held.longs++;
      days.set(day, held);
    }
    for (let day = -28; day < 0; day++)
      this.#counts.push(days.get(day) ?? { visits: 0, views: 0, clicks: 0, longs: 0 });
  }

  wants(kind: MonitorKind): boolean {
    return this.#watchAll || this.#bought.has(kind);
  }

  /** Readings of the day: those that were bought, and `all` where the post-mortem will ask for the others. */
  read(
    day: number,
    served: { readonly columns: Record<string, Float32Array>; readonly scores: Float64Array } | undefined,
    stored: Record<string, Float32Array> | undefined,
    logged: LoggedDay,
    known: { readonly late: number; readonly subscribers: number },
  ): { shown: Reading[]; all: Reading[] } {
    const all: Reading[] = [];
    const add = (kind: MonitorKind, make: () => { value: number; feature?: string }): void => {
      if (this.wants(kind)) all.push({ day, kind, ...make() });
    };
    if (served && served.scores.length > 0) {
      const sampled = thin(served.columns, SAMPLED);
      const some = every(served.scores, 5);
      this.#baseline ??= { features: shapesOf(tableOf(sampled)), score: shapeOf(some) };
      const baseline = this.#baseline;
      add('nullRate', () => nullRise(baseline, sampled));
      add('psi', () => largestShift(featureShifts(baseline, sampled)));
      add('scoreDrift', () => ({ value: scoreShift(baseline, some) }));
      if (stored) add('skew', () => skewOf(sampled, thin(stored, SAMPLED)));
    }
    const today: DayCounts = {
      visits: logged.clicks.length,
      views: sum(logged.views),
      clicks: sum(logged.clicks),
      longs: sum(logged.longs),
    };
    this.#counts.push(today);
    if (this.#usualReturn === 0)
      this.#usualReturn =
        this.#counts.slice(0, 28).reduce((a, d) => a + d.visits, 0) / 28 / Math.max(1, known.subscribers);
    this.#return.push(today.visits / Math.max(1, known.subscribers));
    const before = this.#counts.slice(-15, -1);
    const ratio = (top: keyof DayCounts, bottom: keyof DayCounts): number => {
      const total = (days: readonly DayCounts[], key: keyof DayCounts): number => days.reduce((a, d) => a + d[key], 0);
      const now = (today[top] + 5) / (today[bottom] + 5);
      const then = (total(before, top) + 5) / (total(before, bottom) + 5);
      return Math.max(now / then, then / now);
    };
    add('clickRate', () => ({ value: ratio('clicks', 'views') }));
    add('viewsPerVisit', () => ({ value: ratio('views', 'visits') }));
    add('readRate', () => ({ value: this.#readFall() }));
    if (day >= 13)
      add('returnRate', () => ({
        value: this.#usualReturn / Math.max(1e-9, this.#return.slice(-14).reduce((a, b) => a + b, 0) / 14),
      }));
    add('coverage', () => ({ value: logged.topShare }));
    add('latency', () => ({ value: known.late }));
    return { shown: all.filter((r) => this.#bought.has(r.kind as MonitorKind)), all };
  }

  /** Reads a click over the four weeks of history against the last week. */
  #readFall(): number {
    const share = (days: readonly DayCounts[]): number =>
      (days.reduce((a, d) => a + d.longs, 0) + 2) / (days.reduce((a, d) => a + d.clicks, 0) + 5);
    return share(this.#counts.slice(0, 28)) / share(this.#counts.slice(-7));
  }

  get baseline(): Baseline | undefined {
    return this.#baseline;
  }

  /** A new model scores otherwise: its first day is the new measure for scores. */
  rebase(scores: Float64Array): void {
    if (!this.#baseline) return;
    this.#baseline = { ...this.#baseline, score: shapeOf(every(scores, 5)) };
  }
}

const sum = (list: Uint8Array): number => list.reduce((a, b) => a + b, 0);

/** Every so manyth row of the columns. */
function thin(columns: Readonly<Record<string, Float32Array>>, most: number): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(columns).map(([name, c]) => [name, every(c, Math.ceil(c.length / most))]));
}

function every<T extends Float32Array | Float64Array>(values: T, step: number): T {
  const out = new (values.constructor as new (length: number) => T)(Math.ceil(values.length / Math.max(1, step)));
  for (let i = 0, at = 0; i < out.length; i++, at += Math.max(1, step)) out[i] = values[at]!;
  return out;
}

/** Largest share of values that differ between serving and the training table. */
function skewOf(
  served: Record<string, Float32Array>,
  stored: Record<string, Float32Array>,
): { value: number; feature?: string } {
  let worst: { value: number; feature?: string } = { value: 0 };
  for (const [feature, column] of Object.entries(served)) {
    const other = stored[feature]!;
    let differ = 0;
    for (let i = 0; i < column.length; i++)
      if (column[i] !== other[i] && (column[i] === column[i] || other[i] === other[i])) differ++;
    const value = differ / Math.max(1, column.length);
    if (value > worst.value) worst = { value, feature };
  }
  return worst;
}
