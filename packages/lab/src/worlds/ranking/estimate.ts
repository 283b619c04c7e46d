/** What a new order would have earned in the first place, estimated from what the old policy logged. */
import {
  clippedIps,
  directMethod,
  doublyRobust,
  ips,
  selfNormalisedIps,
  type PolicyEstimate,
} from '../../metrics/index.ts';
import type { LoggedLists } from './lists.ts';

export const ESTIMATORS = ['ips', 'clipped', 'snips', 'dr', 'direct'] as const;
export type Estimator = (typeof ESTIMATORS)[number];

export interface OffPolicyInput {
  readonly lists: LoggedLists;
  /** Rows judged, whole lists, rising. */
  readonly rows: Uint32Array;
  /** Where each list begins among `rows`; the last entry is the end. */
  readonly starts: Uint32Array;
  /** Reward of each of `rows`. */
  readonly rewards: Float64Array;
  /** Score by the judged policy of each of `rows`. */
  readonly scores: ArrayLike<number>;
  /** A model's expected reward in the first place, of each of `rows`. */
  readonly imputed: ArrayLike<number>;
  /** Share of lists that the judged policy draws at random. */
  readonly exploration: number;
  readonly cap: number;
}

/**
 * The decision judged is who comes first among the items of the list. Its logged chance is known, the judged policy's is
 * 1 - exploration for its best and an even share of the exploration for the rest. Lists whose first row was not logged
 * are left out. Values are mean rewards of the first place.
 */
export function estimateFirstPlace(input: OffPolicyInput): Readonly<Record<Estimator, PolicyEstimate>> {
  const { lists, rows, starts, rewards, scores, imputed, exploration, cap } = input;
  const reward: number[] = [];
  const logged: number[] = [];
  const target: number[] = [];
  const loggedAction: number[] = [];
  const targetPolicy: number[] = [];
  for (let q = 0; q + 1 < starts.length; q++) {
    const from = starts[q]!;
    const to = starts[q + 1]!;
    if (lists.place[rows[from]!] !== 0) continue;
    let best = from;
    let sum = 0;
    for (let i = from; i < to; i++) {
      if (scores[i]! > scores[best]!) best = i;
      sum += imputed[i]!;
    }
    const even = exploration / (to - from);
    reward.push(rewards[from]!);
    logged.push(lists.propensity[rows[from]!]!);
    target.push((best === from ? 1 - exploration : 0) + even);
    loggedAction.push(imputed[from]!);
    targetPolicy.push((1 - exploration) * imputed[best]! + even * sum);
  }
  const log = { rewards: reward, logged, target };
  const model = { loggedAction, targetPolicy };
  return {
    ips: ips(log),
    clipped: clippedIps(log, cap),
    snips: selfNormalisedIps(log),
    dr: doublyRobust(log, model, cap),
    direct: directMethod(targetPolicy),
  };
}

/** Mean over lists of `value` at the row that the judged policy puts first, exploration counted: the truth of the above. */
export function valueOfFirstPlace(
  starts: Uint32Array,
  scores: ArrayLike<number>,
  value: ArrayLike<number>,
  exploration: number,
  counts: (list: number) => boolean,
): number {
  let total = 0;
  let lists = 0;
  for (let q = 0; q + 1 < starts.length; q++) {
    if (!counts(q)) continue;
    let best = starts[q]!;
    let sum = 0;
    for (let i = starts[q]!; i < starts[q + 1]!; i++) {
      if (scores[i]! > scores[best]!) best = i;
      sum += value[i]!;
    }
    total += (1 - exploration) * value[best]! + (exploration * sum) / (starts[q + 1]! - starts[q]!);
    lists++;
  }
  return lists > 0 ? total / lists : 0;
}
