/** What the new order would really do to the test lists: clicks and margin, by the hidden chances. */
import { valueOfFirstPlace } from '../../ranking/estimate.ts';
import type { WorldSession } from '../life.ts';
import type { Launched } from '../offline/launch.ts';
import type { Plan } from '../plan/types.ts';

export interface Lifts {
  /** Relative change that the plan's metric claimed. */
  readonly claimed: number;
  /** True relative change in clicks and in margin, with the same products in the new order. */
  readonly clicks: number;
  readonly margin: number;
}

/** In the unit of the plan's metric: the first place for an off-policy estimate, the whole list for the others. */
export function liftsOf(session: WorldSession, plan: Plan, { trial }: Launched): Lifts {
  const { test, scores, legacy } = trial;
  const attraction = session.truth.attraction();
  const worth = session.truth.worth();
  const looks = session.truth.examination();
  const first = ['ips', 'snips', 'dr'].includes(plan.evaluation.metric);
  const total = (by: Float64Array, value: (row: number) => number): number => {
    if (first) {
      const values = Float64Array.from(test.rows, (row) => value(row));
      return valueOfFirstPlace(test.starts, by, values, by === legacy ? 0 : plan.exploration.share, () => true);
    }
    let sum = 0;
    for (let q = 0; q + 1 < test.starts.length; q++) {
      const order: number[] = [];
      for (let i = test.starts[q]!; i < test.starts[q + 1]!; i++) order.push(i);
      order.sort((a, b) => by[b]! - by[a]! || a - b);
      order.forEach((i, k) => (sum += (looks[k] ?? 0) * value(test.rows[i]!)));
    }
    return sum;
  };
  const lift = (value: (row: number) => number): number =>
    total(scores, value) / Math.max(1e-9, total(legacy, value)) - 1;
  return {
    claimed: trial.legacyMetric > 0 ? trial.metric / trial.legacyMetric - 1 : 0,
    clicks: lift((row) => attraction[row]!),
    margin: lift((row) => worth[row]!),
  };
}
