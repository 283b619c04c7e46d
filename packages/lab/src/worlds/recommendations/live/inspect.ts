/** What a person learns by paying: a slice of the last week against history, and a panel's word on clicks. Observation only. */
import { featureShifts, type Baseline } from '../../../operate/monitors.ts';
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
  readonly clicksPerView: number;
  readonly readsPerClick: number;
  /** The same in the last week of history. */
  readonly clicksPerViewBefore: number;
  readonly readsPerClickBefore: number;
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
  readonly worthIt: number;
  /** Of those called worth it, how many had been read for 30 seconds. */
  readonly alsoRead: number;
  readonly of: string;
}

const WEEK = 7;
const ASKED = 200;
const GROUPS = ['places', 'arms', 'new-items', 'phones'];

function rowsBetween(log: ObservedLog, from: number, to: number): Uint32Array {
  const out: number[] = [];
  for (let row = 0; row < log.rows; row++) if (log.day[row]! >= from && log.day[row]! < to) out.push(row);
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
  const ages = (rows: Uint32Array): Float32Array =>
    run.session.columns([{ name: 'item_age_days', pointInTime: true, freshness: 'request' }], rows).item_age_days!;
  const sumUp = (rows: Uint32Array): Map<string, { shown: number; views: number; clicks: number; reads: number }> => {
    const age = slice === 'new-items' ? ages(rows) : undefined;
    const groups = new Map<string, { shown: number; views: number; clicks: number; reads: number }>();
    rows.forEach((row, i) => {
      const name =
        slice === 'places'
          ? `place ${String(log.place[row]! + 1).padStart(2, '0')}`
          : slice === 'arms'
            ? log.byModel[row] === 1
              ? 'model'
              : 'old policy'
            : slice === 'phones'
              ? log.phone[row] === 1
                ? 'phone'
                : 'desk'
              : age![i]! < 3
                ? 'younger than 3 days'
                : 'older';
      const group = groups.get(name) ?? { shown: 0, views: 0, clicks: 0, reads: 0 };
      group.shown++;
      group.views += log.viewed[row]!;
      group.clicks += log.clicked[row]!;
      if (log.clicked[row] === 1 && log.seconds[row]! >= 30) group.reads++;
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
        clicksPerView: g.clicks / Math.max(1, g.views),
        readsPerClick: g.reads / Math.max(1, g.clicks),
        clicksPerViewBefore: b ? b.clicks / Math.max(1, b.views) : 0,
        readsPerClickBefore: b ? b.reads / Math.max(1, b.clicks) : 0,
      };
    })
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** A panel on 200 clicked items of the last week, spread over the week. */
export function audit(run: Inspected, of: Panel): PanelResult {
  const log = run.log();
  const pool = rowsBetween(log, Math.max(-WEEK, run.day - WEEK), run.day).filter(
    (row) => log.clicked[row] === 1 && (of === 'clicked' || (log.byModel[row] === 1) === (of === 'model')),
  );
  const step = Math.max(1, pool.length / ASKED);
  const rows = Uint32Array.from({ length: Math.min(ASKED, pool.length) }, (_, i) => pool[Math.floor(i * step)]!);
  const found = run.session.audit(rows);
  let worthIt = 0;
  let alsoRead = 0;
  found.forEach((good, i) => {
    worthIt += good;
    if (good === 1 && log.seconds[rows[i]!]! >= 30) alsoRead++;
  });
  return { looked: rows.length, worthIt, alsoRead, of };
}
