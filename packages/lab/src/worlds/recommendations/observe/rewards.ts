/** What of the log a plan learns from: rows, lists, and the reward of each row. */
import type { ObservedLog } from './log.ts';
import type { Plan, Reward } from '../plan/types.ts';
import { listStarts } from '../../ranking/lists.ts';

/** Clicks that follow each other faster than this are a machine's, seconds. */
export const QUICK_PAUSE = 1.6;
/** Lists that are learned from, and tested on, at most; more are drawn down by the number of their visit. */
export const MOST_LISTS = 3500;

export interface RewardRows {
  readonly rows: Uint32Array;
  /** Where each list begins among `rows`; the last entry is the end. */
  readonly starts: Uint32Array;
}

type LabelPlan = Plan['labels'];

/** The reward of a row: 0 or 1, for `blend` 1 for a read and 2 where it was liked or the answer was pleased. */
export function rewardAt(log: ObservedLog, row: number, reward: Reward, longSeconds: number): number {
  const read = log.clicked[row] === 1 && log.seconds[row]! >= longSeconds;
  switch (reward) {
    case 'click':
      return log.clicked[row]!;
    case 'long-click':
      return read ? 1 : 0;
    case 'like':
      return log.liked[row]!;
    case 'survey':
      return log.survey[row] === 2 ? 1 : 0;
    default:
      return log.survey[row] === 1 ? 0 : log.liked[row] === 1 || log.survey[row] === 2 ? 2 : read ? 1 : 0;
  }
}

export function rewardsOf(log: ObservedLog, rows: Uint32Array, reward: Reward, longSeconds: number): Float64Array {
  return Float64Array.from(rows, (row) => rewardAt(log, row, reward, longSeconds));
}

/** Rows in the window that count as shown, by whoever counts as a person. */
export function rowsFor(log: ObservedLog, labels: LabelPlan): RewardRows {
  const out: number[] = [];
  for (let row = 0; row < log.rows; row++) {
    if (log.day[row]! < log.asOf - labels.windowDays) continue;
    if (labels.rows === 'viewed' && log.viewed[row] === 0) continue;
    if (labels.machines === 'filter' && log.pause[row]! < QUICK_PAUSE) continue;
    out.push(row);
  }
  const rows = Uint32Array.from(out);
  return { rows, starts: listStarts(log.list, rows) };
}

/** Those lists for which `keep` holds, with two rows or more. */
export function listsWhere(
  log: ObservedLog,
  { rows, starts }: RewardRows,
  keep: (firstRow: number) => boolean,
): RewardRows {
  const out: number[] = [];
  for (let q = 0; q + 1 < starts.length; q++) {
    if (starts[q + 1]! - starts[q]! < 2 || !keep(rows[starts[q]!]!)) continue;
    for (let i = starts[q]!; i < starts[q + 1]!; i++) out.push(rows[i]!);
  }
  const kept = Uint32Array.from(out);
  return { rows: kept, starts: listStarts(log.list, kept) };
}

/** At most `most` of the lists, spread over all. */
export function thinLists(log: ObservedLog, given: RewardRows, most: number): RewardRows {
  const count = given.starts.length - 1;
  if (count <= most) return given;
  let q = -1;
  return listsWhere(log, given, () => {
    q++;
    return Math.floor(((q + 1) * most) / count) > Math.floor((q * most) / count);
  });
}

/** Lists that hold some reward, and some row without: nothing else can teach an order. */
export function withReward(log: ObservedLog, given: RewardRows, rewards: (row: number) => number): RewardRows {
  const { rows, starts } = given;
  const useful = new Set<number>();
  for (let q = 0; q + 1 < starts.length; q++) {
    let most = 0;
    for (let i = starts[q]!; i < starts[q + 1]!; i++) most = Math.max(most, rewards(rows[i]!));
    if (most > 0) useful.add(rows[starts[q]!]!);
  }
  return listsWhere(log, given, (first) => useful.has(first));
}
