/** What the new order would really do to the test lists: clicks, and what was worth it, by the hidden chances. */
import type { WorldSession } from '../life.ts';
import type { Launched } from '../offline/launch.ts';

export interface Lifts {
  /** Relative change that the plan's metric claimed. */
  readonly claimed: number;
  /** True relative change in clicks, and in clicks worth it, with the same items in the new order. */
  readonly clicks: number;
  readonly worth: number;
}

export function liftsOf(session: WorldSession, { trial }: Launched): Lifts {
  const { test, scores, legacy } = trial;
  const attraction = session.truth.attraction();
  const worth = session.truth.worth();
  const looks = session.truth.examination();
  const total = (by: Float64Array, value: (row: number) => number): number => {
    let sum = 0;
    for (let q = 0; q + 1 < test.starts.length; q++) {
      const order: number[] = [];
      for (let i = test.starts[q]!; i < test.starts[q + 1]!; i++) order.push(i);
      order.sort((a, b) => by[b]! - by[a]! || a - b);
      order.forEach((i, k) => (sum += looks[k]! * value(test.rows[i]!)));
    }
    return sum;
  };
  const lift = (value: (row: number) => number): number =>
    total(scores, value) / Math.max(1e-9, total(legacy, value)) - 1;
  return {
    claimed: trial.legacyMetric > 0 ? trial.metric / trial.legacyMetric - 1 : 0,
    clicks: lift((row) => attraction[row]!),
    worth: lift((row) => attraction[row]! * worth[row]!),
  };
}
