/** The watch over a live run: reads the monitors from served data and from the chargeback feed. */
import {
  featureShifts,
  largestShift,
  nullRise,
  scoreShift,
  type Baseline,
  type Reading,
} from '../../../operate/monitors.ts';
import type { MonitorKind, Plan } from '../plan/types.ts';
import type { ServedBatch, Observatory } from '../life.ts';
import { DECISION } from '../causes.ts';

/** Days over which chargebacks are counted against the scores: payments this old at the youngest and the oldest. */
const MATURED = [30, 44] as const;
/** Days of the feed before launch that tell the usual pace of chargebacks. */
const FEED_BEFORE = 56;

/** What was served on one day, by the row of the log at which the day begins. */
export interface ServedDay {
  readonly firstRow: number;
  readonly scores: Float64Array;
  readonly action: Uint8Array;
}

export class Watch {
  readonly baseline: Baseline | undefined;
  readonly served: ServedDay[] = [];
  readonly #plan: Plan;
  readonly #world: Observatory;
  readonly #bought: ReadonlySet<string>;
  readonly #watchAll: boolean;
  readonly #disputed = new Set<number>();
  readonly #feed = new Map<number, number>();

  constructor(world: Observatory, plan: Plan, baseline: Baseline | undefined, watchAll: boolean) {
    this.#world = world;
    this.#plan = plan;
    this.#bought = new Set(plan.monitors.map((m) => m.kind));
    this.#watchAll = watchAll;
    this.baseline = baseline;
    for (let day = -FEED_BEFORE; day < 0; day++) this.hear(day);
  }

  /** Takes the chargebacks of one day from the feed. */
  hear(day: number): { count: number; dollars: number } {
    const { rows, amounts } = this.#world.feed(day);
    for (const row of rows) this.#disputed.add(row);
    this.#feed.set(day, rows.length);
    return { count: rows.length, dollars: amounts.reduce((sum, x) => sum + x, 0) };
  }

  /** Readings of the day: those that were bought, and `all` where the post-mortem will ask for the others. */
  read(
    batch: ServedBatch,
    scores: Float64Array,
    known: Readonly<Record<'blockRate' | 'reviewBacklog' | 'latency', number>>,
  ): { shown: Reading[]; all: Reading[] } {
    const { day } = batch;
    const { baseline } = this;
    const all: Reading[] = [];
    const add = (kind: MonitorKind, make: () => { value: number; feature?: string }): void => {
      if (this.#watchAll || this.#bought.has(kind)) all.push({ day, kind, ...make() });
    };
    if (baseline && batch.rows > 0) {
      // Features that are off are watched as they arrive, so that they can be turned on again.
      const raw = Object.fromEntries(this.#plan.features.map((f) => [f.name, batch.features[f.name]!]));
      add('nullRate', () => nullRise(baseline, raw));
      add('psi', () => largestShift(featureShifts(baseline, raw)));
      add('scoreDrift', () => ({ value: scoreShift(baseline, scores) }));
      if (day >= MATURED[1]) add('calibration', () => ({ value: this.#observedOverExpected(day) }));
    }
    add('blockRate', () => ({ value: known.blockRate }));
    add('reviewBacklog', () => ({ value: known.reviewBacklog }));
    add('latency', () => ({ value: known.latency }));
    add('labelVolume', () => ({ value: this.#quietOfLabels(day) }));
    return { shown: all.filter((r) => this.#bought.has(r.kind)), all };
  }

  /** Chargebacks over the sum of scores, for payments approved outright that are 30 to 44 days old. */
  #observedOverExpected(day: number): number {
    // Two of each keep the ratio of small numbers near 1.
    let expected = 2;
    let observed = 2;
    for (let d = day - MATURED[1]; d <= day - MATURED[0]; d++) {
      const { firstRow, scores, action } = this.served[d]!;
      for (let i = 0; i < scores.length; i++) {
        if (action[i] !== DECISION.approve) continue;
        expected += scores[i]!;
        if (this.#disputed.has(firstRow + i)) observed++;
      }
    }
    return observed / expected;
  }

  /** Days since the last chargeback over the mean gap between chargebacks of the four weeks before. */
  #quietOfLabels(day: number): number {
    const on = (d: number): number => this.#feed.get(d) ?? 0;
    let since = 0;
    while (since < 28 && on(day - since) === 0) since++;
    let before = 0;
    for (let d = day - since - 28; d < day - since; d++) before += on(d);
    return since / (28 / Math.max(1, before));
  }
}
