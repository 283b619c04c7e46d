/** What a person learns by paying: a slice of the last week against history, and specialists’ word on products. Observation only. */
import { featureShifts, type Baseline } from '../../../operate/monitors.ts';
import { TAIL_FROM } from '../config.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import type { Plan } from '../plan/types.ts';
import type { Panel } from './actions.ts';

/** What an inspection may look at. */
export interface Inspected {
  readonly day: number;
  readonly plan: Plan;
  readonly session: WorldSession;
  readonly baseline: Baseline | undefined;
  log(): ObservedLog;
}

export interface SliceRow {
  readonly group: string;
  readonly shown: number;
  readonly clicksPerShown: number;
  readonly ordersPerClick: number;
  /** The same in the last week of history. */
  readonly clicksPerShownBefore: number;
  readonly ordersPerClickBefore: number;
}

export interface FeatureLook {
  readonly feature: string;
  readonly shift: number | null;
  readonly nulls: number;
  readonly quartiles: readonly number[];
  readonly quartilesBefore: readonly number[];
}

export interface PanelResult {
  readonly looked: number;
  /** Products that are what was meant. */
  readonly meant: number;
  /** Of those, how many the annotators had graded 2 or better; null for what was shown. */
  readonly gradedGood: number | null;
  readonly of: string;
}

const WEEK = 7;
const ASKED = 200;
const GROUPS = ['places', 'arms', 'tail', 'phones'];

function rowsBetween(log: ObservedLog, from: number, to: number): Uint32Array {
  const out: number[] = [];
  for (let row = 0; row < log.rows; row++)
    if (log.judged[row] === 0 && log.day[row]! >= from && log.day[row]! < to) out.push(row);
  return Uint32Array.from(out);
}

function quartiles(values: Float32Array): number[] {
  const there = values.filter((x) => x === x).sort();
  return [0.25, 0.5, 0.75].map((q) => there[Math.floor(q * (there.length - 1))] ?? Number.NaN);
}

/** The last week against the last week of history: one feature, or counts by group. */
export function investigate(run: Inspected, slice: string): FeatureLook | readonly SliceRow[] {
  const log = run.log();
  const recent = rowsBetween(log, Math.max(0, run.day - WEEK), run.day);
  const earlier = rowsBetween(log, -WEEK, 0);
  if (!GROUPS.includes(slice)) {
    const card = run.plan.features.find((f) => f.name === slice);
    const order = { name: slice, pointInTime: true, freshness: card?.freshness ?? ('hourly' as const) };
    const now = run.session.columns([order], recent)[slice]!;
    const before = run.session.columns([order], earlier)[slice]!;
    const held = run.baseline?.features.get(slice);
    const shift = held
      ? featureShifts({ ...run.baseline!, features: new Map([[slice, held]]) }, { [slice]: now }).get(slice)!
      : null;
    const nulls = now.reduce((sum, x) => sum + (x === x ? 0 : 1), 0) / Math.max(1, now.length);
    return { feature: slice, shift, nulls, quartiles: quartiles(now), quartilesBefore: quartiles(before) };
  }
  const sumUp = (rows: Uint32Array): Map<string, { shown: number; clicks: number; orders: number }> => {
    const groups = new Map<string, { shown: number; clicks: number; orders: number }>();
    rows.forEach((row) => {
      const name =
        slice === 'places'
          ? `place ${String(log.place[row]! + 1).padStart(2, '0')}`
          : slice === 'arms'
            ? log.byModel[row] === 1
              ? 'model'
              : 'old engine'
            : slice === 'phones'
              ? log.phone[row] === 1
                ? 'phone'
                : 'desk'
              : log.query[row]! >= TAIL_FROM
                ? 'tail'
                : 'head';
      const group = groups.get(name) ?? { shown: 0, clicks: 0, orders: 0 };
      group.shown++;
      group.clicks += log.clicked[row]!;
      group.orders += log.ordered[row]!;
      groups.set(name, group);
    });
    return groups;
  };
  const then = sumUp(earlier);
  return [...sumUp(recent)]
    .map(([group, g]) => {
      const b = then.get(group);
      return {
        group,
        shown: g.shown,
        clicksPerShown: g.clicks / Math.max(1, g.shown),
        ordersPerClick: g.orders / Math.max(1, g.clicks),
        clicksPerShownBefore: b ? b.clicks / Math.max(1, b.shown) : 0,
        ordersPerClickBefore: b ? b.orders / Math.max(1, b.clicks) : 0,
      };
    })
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** Specialists on 200 products of the last week, shown or judged, spread over the week. */
export function audit(run: Inspected, of: Panel): PanelResult {
  const log = run.log();
  const pool: number[] = [];
  for (let row = 0; row < log.rows; row++) {
    if (of === 'judged' ? log.judged[row] === 0 : log.judged[row] === 1) continue;
    // The judgments of all the log: what they are worth together is the question.
    if (of !== 'judged' && (log.day[row]! < run.day - WEEK || (log.byModel[row] === 1) !== (of === 'model'))) continue;
    pool.push(row);
  }
  const step = Math.max(1, pool.length / ASKED);
  const rows = Uint32Array.from({ length: Math.min(ASKED, pool.length) }, (_, i) => pool[Math.floor(i * step)]!);
  const found = run.session.audit(rows);
  let meant = 0;
  let graded = 0;
  found.forEach((good, i) => {
    meant += good;
    if (good === 1 && log.grade[rows[i]!]! >= 2) graded++;
  });
  return { looked: rows.length, meant, gradedGood: of === 'judged' ? graded : null, of };
}
