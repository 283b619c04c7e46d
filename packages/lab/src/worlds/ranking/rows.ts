/** Rows of the log that lists are made of: which lists, at most how many, and which of them can teach an order. */
import { keyedUniform } from '../keyed.ts';
import type { RankingLog } from './life.ts';
import { listStarts, type LoggedLists } from './lists.ts';
import type { RankingPlan } from './plan.ts';

/** Clicks that follow each other faster than this are a machine's, seconds. */
export const QUICK_PAUSE = 1.6;

export interface ListRows {
  readonly rows: Uint32Array;
  /** Where each list begins among `rows`; the last entry is the end. */
  readonly starts: Uint32Array;
}

/** Those lists for which `keep` holds, with two rows or more. */
export function listsWhere(
  log: LoggedLists,
  { rows, starts }: ListRows,
  keep: (firstRow: number) => boolean,
): ListRows {
  const out: number[] = [];
  for (let q = 0; q + 1 < starts.length; q++) {
    if (starts[q + 1]! - starts[q]! < 2 || !keep(rows[starts[q]!]!)) continue;
    for (let i = starts[q]!; i < starts[q + 1]!; i++) out.push(rows[i]!);
  }
  const kept = Uint32Array.from(out);
  return { rows: kept, starts: listStarts(log.list, kept) };
}

/** At most `most` of the lists, spread over all. */
export function thinLists(log: LoggedLists, given: ListRows, most: number): ListRows {
  const count = given.starts.length - 1;
  if (count <= most) return given;
  let q = -1;
  return listsWhere(log, given, () => {
    q++;
    return Math.floor(((q + 1) * most) / count) > Math.floor((q * most) / count);
  });
}

/** Lists that hold some reward: nothing else can teach an order. */
export function withReward(log: LoggedLists, given: ListRows, rewards: (row: number) => number): ListRows {
  const { rows, starts } = given;
  const useful = new Set<number>();
  for (let q = 0; q + 1 < starts.length; q++) {
    let most = 0;
    for (let i = starts[q]!; i < starts[q + 1]!; i++) most = Math.max(most, rewards(rows[i]!));
    if (most > 0) useful.add(rows[starts[q]!]!);
  }
  return listsWhere(log, given, (first) => useful.has(first));
}

/** Number of the list of each row, from where the lists begin. */
export function groupsOf({ rows, starts }: ListRows): Int32Array {
  const groups = new Int32Array(rows.length);
  for (let q = 0; q + 1 < starts.length; q++) groups.fill(q, starts[q]!, starts[q + 1]!);
  return groups;
}

/**
 * Whether a row is for the test. Random, and by a group of rows such as the person, from a number of the list or group
 * (`groupOf`); by time the last days.
 */
export function testRows(
  plan: RankingPlan,
  log: RankingLog,
  seed: number,
  groupOf: (row: number) => number,
): (row: number) => boolean {
  const { kind, testShare } = plan.split;
  const edge = log.asOf - Math.max(3, Math.round(plan.labels.windowDays * testShare));
  return (row) => {
    if (kind === 'time') return log.day[row]! >= edge;
    return keyedUniform(seed ^ 0x1f3d, kind === 'random' ? log.list[row]! : groupOf(row)) < testShare;
  };
}
