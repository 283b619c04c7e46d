/** Rewards of a log as a ranker is to learn them: relevances and weights that undo the place, or do not. */
import type { Weighting } from './plan.ts';

/** Most that one row's relevance may be; ranking trees take gains of 2^relevance. */
const MOST_RELEVANT = 4;

export interface Weighed {
  readonly relevances: Float64Array;
  /** Undefined: all rows alike. */
  readonly weights: Float64Array | undefined;
}

export interface RewardRows {
  readonly rewards: Float64Array;
  /** Chance that the row was looked at, by its place; above 0. */
  readonly examined: Float64Array;
  /** Where each list begins; the last entry is the end. */
  readonly starts: Uint32Array;
  /** A model's reward of each row had it been looked at; needed by `doubly-robust`. */
  readonly imputed?: Float64Array;
}

/**
 * With y the reward and e the examination of a row: `ips` gives a row with a reward the weight 1 / e (Joachims,
 * Swaminathan and Schnabel 2017), `clipped` at most `cap`; `snips` divides by the mean weight of the rewarded rows of the
 * list (Swaminathan and Joachims 2015); `doubly-robust` makes the relevance q + min(1 / e, cap) (y - e q) with q imputed
 * (Oosterhuis 2023). Pointwise learning of weighted rewards needs them in the relevance: see `pointwise`.
 */
export function weighRewards(rows: RewardRows, method: Weighting, cap: number): Weighed {
  const { rewards, examined, starts, imputed } = rows;
  if (method === 'none') return { relevances: rewards, weights: undefined };
  if (method === 'doubly-robust') {
    if (!imputed) throw new RangeError('imputed: is missing; doubly robust rewards need a model of the reward');
    const relevances = rewards.map((y, i) => {
      const e = examined[i]!;
      const q = imputed[i]!;
      return Math.min(MOST_RELEVANT, Math.max(0, q + Math.min(1 / e, cap) * (y - e * q)));
    });
    return { relevances, weights: undefined };
  }
  const most = method === 'clipped' ? cap : Infinity;
  const weights = examined.map((e) => Math.min(most, 1 / e));
  if (method === 'snips') {
    for (let q = 0; q + 1 < starts.length; q++) {
      let sum = 0;
      let count = 0;
      for (let i = starts[q]!; i < starts[q + 1]!; i++) {
        if (!(rewards[i]! > 0)) continue;
        sum += weights[i]!;
        count++;
      }
      if (count === 0) continue;
      for (let i = starts[q]!; i < starts[q + 1]!; i++) weights[i] = (weights[i]! * count) / sum;
    }
  }
  return { relevances: rewards, weights };
}

/** Weighed rewards for a learner that looks at each row alone: the weight of a reward moves into its relevance. */
export function pointwise({ relevances, weights }: Weighed): Weighed {
  if (!weights) return { relevances, weights };
  return { relevances: relevances.map((y, i) => Math.min(32, y * weights[i]!)), weights: undefined };
}
