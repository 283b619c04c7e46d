/** What of the log a plan learns from: rows, lists, and the reward of each row. */
import { listStarts } from '../../ranking/lists.ts';
import { HISTORY_DAYS, JUDGING } from '../config.ts';
import type { Plan, Reward } from '../plan/types.ts';
import type { ObservedLog } from './log.ts';

/** Clicks that follow each other faster than this are a machine's, seconds. */
export const QUICK_PAUSE = 1.6;
/** Lists that are learned from at most; more are drawn down by their number. */
export const MOST_LISTS = 3500;
/** Live day on which the guideline of the annotators changed; it was announced. */
export const GUIDELINE_DAY = JUDGING.guidelineDay - HISTORY_DAYS;

export interface RewardRows {
  readonly rows: Uint32Array;
  /** Where each list begins among `rows`; the last entry is the end. */
  readonly starts: Uint32Array;
}

type LabelPlan = Plan['labels'];

/** The reward of a row: a grade, a click, an order; `blend` takes grades where judged, else 1 for a click and 3 for an order. */
export function rewardAt(log: ObservedLog, row: number, reward: Reward, votes: LabelPlan['votes']): number {
  const grade = votes === 'one' ? log.vote[row]! : log.grade[row]!;
  if (reward === 'judgment') return grade;
  if (reward === 'click') return log.clicked[row]!;
  if (reward === 'order') return log.ordered[row]!;
  return log.judged[row] === 1 ? grade : log.ordered[row] === 1 ? 3 : log.clicked[row]!;
}

export function rewardsOf(
  log: ObservedLog,
  rows: Uint32Array,
  reward: Reward,
  votes: LabelPlan['votes'],
): Float64Array {
  return Float64Array.from(rows, (row) => rewardAt(log, row, reward, votes));
}

/** Rows in the window that hold such a reward: judged lists for judgments, shown ones for clicks and orders. */
export function rowsFor(log: ObservedLog, labels: LabelPlan, reward: Reward = labels.reward): RewardRows {
  const out: number[] = [];
  for (let row = 0; row < log.rows; row++) {
    if (log.day[row]! < log.asOf - labels.windowDays) continue;
    if (log.judged[row] === 1) {
      if (reward === 'click' || reward === 'order') continue;
      if (labels.guideline === 'current' && log.day[row]! < GUIDELINE_DAY) continue;
    } else if (reward === 'judgment') continue;
    else if (labels.machines === 'filter' && log.pause[row]! < QUICK_PAUSE) continue;
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

/** Lists that hold some reward: nothing else can teach an order. */
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
