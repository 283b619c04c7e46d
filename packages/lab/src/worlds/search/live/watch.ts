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
import type { Candidates, LoggedDay } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import type { MonitorKind, Plan } from '../plan/types.ts';

/** Sums of one day that the shop counts whatever was bought. */
export interface DayCounts {
  searches: number;
  clicks: number;
  orders: number;
  soldOut: number;
}
const noCounts = (): DayCounts => ({ searches: 0, clicks: 0, orders: 0, soldOut: 0 });

/** Candidates whose values are watched, at most. */
const SAMPLED = 1500;

/** The candidates whose values are watched. */
export function sampleOf(all: Candidates): Candidates {
  const step = Math.ceil(all.pair.length / SAMPLED);
  return { ...all, pair: every(all.pair, step), phone: every(all.phone, step) };
}

export class Watch {
  /** How candidates and scores looked on the first day that was served: the log has only what the old engine showed. */
  #baseline: Baseline | undefined;
  readonly #bought: ReadonlySet<MonitorKind>;
  readonly #watchAll: boolean;
  /** By day, history first. */
  readonly #counts: DayCounts[] = [];

  constructor(plan: Plan, log: ObservedLog, watchAll: boolean) {
    this.#bought = new Set(plan.monitors.map((m) => m.kind));
    this.#watchAll = watchAll;
    this.#countHistory(log);
  }

  #countHistory(log: ObservedLog): void {
    const days = new Map<number, DayCounts>();
    let last = -1;
    for (let row = 0; row < log.rows; row++) {
      const day = log.day[row]!;
      if (day < -28 || log.judged[row] === 1) continue;
      const held = days.get(day) ?? noCounts();
      if (log.list[row] !== last) held.searches++;
      last = log.list[row]!;
      held.clicks += log.clicked[row]!;
      held.orders += log.ordered[row]!;
      held.soldOut += log.soldOut[row]!;
      days.set(day, held);
    }
    for (let day = -28; day < 0; day++) this.#counts.push(days.get(day) ?? noCounts());
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
    late: number,
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
      if (stored) add('skew', () => skewOf(sampled, stored));
    }
    const today: DayCounts = {
      searches: logged.clicks.length,
      clicks: sum(logged.clicks),
      orders: sum(logged.orders),
      soldOut: sum(logged.soldOut),
    };
    this.#counts.push(today);
    add('clickRate', () => {
      const before = totalOf(this.#counts.slice(-15, -1));
      const now = (today.clicks + 5) / (today.searches + 5);
      const then = (before.clicks + 5) / (before.searches + 5);
      return { value: Math.max(now / then, then / now) };
    });
    const week = totalOf(this.#counts.slice(-7));
    const usual = totalOf(this.#counts.slice(0, 28));
    add('orderRate', () => ({
      value: (usual.orders + 2) / (usual.clicks + 5) / ((week.orders + 2) / (week.clicks + 5)),
    }));
    add('soldOut', () => ({ value: week.soldOut / Math.max(1, week.clicks) }));
    add('latency', () => ({ value: late }));
    return { shown: all.filter((r) => this.#bought.has(r.kind as MonitorKind)), all };
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

const totalOf = (days: readonly DayCounts[]): DayCounts =>
  days.reduce(
    (a, d) => ({
      searches: a.searches + d.searches,
      clicks: a.clicks + d.clicks,
      orders: a.orders + d.orders,
      soldOut: a.soldOut + d.soldOut,
    }),
    noCounts(),
  );

const sum = (list: Uint8Array): number => list.reduce((a, b) => a + b, 0);

/** Every so manyth row of the columns. */
function thin(columns: Readonly<Record<string, Float32Array>>, most: number): Record<string, Float32Array> {
  return Object.fromEntries(Object.entries(columns).map(([name, c]) => [name, every(c, Math.ceil(c.length / most))]));
}

function every<T extends Float32Array | Float64Array | Int32Array | Uint8Array>(values: T, step: number): T {
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
