/** What of the log a plan learns from: rows, lists, and the reward of each row. */
import type { ObservedLog } from './log.ts';
import type { Plan, Reward } from '../plan/types.ts';
import { listStarts } from '../../ranking/lists.ts';
import { QUICK_PAUSE, type ListRows } from '../../ranking/rows.ts';

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
export function rowsFor(log: ObservedLog, labels: LabelPlan): ListRows {
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
