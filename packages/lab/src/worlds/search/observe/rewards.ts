/** What of the log a plan learns from: rows, lists, and the reward of each row. */
import { listStarts } from '../../ranking/lists.ts';
import { QUICK_PAUSE, type ListRows } from '../../ranking/rows.ts';
import { HISTORY_DAYS, JUDGING } from '../config.ts';
import type { Plan, Reward } from '../plan/types.ts';
import type { ObservedLog } from './log.ts';

/** Live day on which the guideline of the annotators changed; it was announced. */
export const GUIDELINE_DAY = JUDGING.guidelineDay - HISTORY_DAYS;

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
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = rewardAt(log, rows[i]!, reward, votes);
  return out;
}

/** Rows in the window that hold such a reward: judged lists for judgments, shown ones for clicks and orders. */
export function rowsFor(log: ObservedLog, labels: LabelPlan, reward: Reward = labels.reward): ListRows {
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
