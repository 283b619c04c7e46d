/** What a person learns by paying: a slice compared with training, and a hand audit of labels. Observation only. */
import { featureShifts, type Baseline } from '../../../operate/monitors.ts';
import { NO_DISPUTE, type ObservedLog } from '../observe/log.ts';
import type { Plan } from '../plan/types.ts';
import type { Observatory } from '../life.ts';

/** What an inspection may look at. */
export interface Inspected {
  readonly day: number;
  readonly plan: Plan;
  readonly world: Observatory;
  readonly baseline: Baseline | undefined;
  served(): readonly { readonly firstRow: number; readonly scores: Float64Array }[];
  log(): ObservedLog;
}

export interface SliceRow {
  readonly group: string;
  readonly payments: number;
  readonly declined: number;
  readonly meanScore: number;
  readonly chargebacks: number;
}

export interface FeatureLook {
  readonly feature: string;
  readonly shift: number | null;
  readonly nulls: number;
  readonly quartiles: readonly number[];
  readonly quartilesBefore: readonly number[];
}

export interface AuditResult {
  readonly looked: number;
  readonly fraud: number;
  readonly dollarsOfFraud: number;
  /** Of those called fraud, how many have a chargeback already. */
  readonly alreadyDisputed: number;
  readonly of: string;
}

const WEEK = 7;
const AUDITED = 200;

function rowsBetween(log: ObservedLog, from: number, to: number): Uint32Array {
  const out: number[] = [];
  for (let row = 0; row < log.rows; row++) if (log.day[row]! >= from && log.day[row]! < to) out.push(row);
  return Uint32Array.from(out);
}

function quartiles(values: Float32Array): number[] {
  const there = values.filter((x) => x === x).sort();
  return [0.25, 0.5, 0.75].map((q) => there[Math.floor(q * (there.length - 1))] ?? Number.NaN);
}

/** The last week of one feature against the last week of history, or counts by group. */
export function investigate(run: Inspected, slice: string): FeatureLook | readonly SliceRow[] {
  const log = run.log();
  const recent = rowsBetween(log, Math.max(0, run.day - WEEK), run.day);
  const card = run.plan.features.find((f) => f.name === slice);
  if (!['amount-bands', 'hours', 'canary'].includes(slice)) {
    const order = { name: slice, pointInTime: true, freshness: card?.freshness ?? ('realtime' as const) };
    const now = run.world.columns([order], recent, run.day)[slice]!;
    const before = run.world.columns([order], rowsBetween(log, -WEEK, 0), run.day)[slice]!;
    const shift = run.baseline?.features.has(slice)
      ? featureShifts(
          { ...run.baseline, features: new Map([[slice, run.baseline.features.get(slice)!]]) },
          { [slice]: now },
        ).get(slice)!
      : null;
    const nulls = now.reduce((sum, x) => sum + (x === x ? 0 : 1), 0) / Math.max(1, now.length);
    return { feature: slice, shift, nulls, quartiles: quartiles(now), quartilesBefore: quartiles(before) };
  }
  const groupOf = (row: number): string => {
    if (slice === 'hours')
      return `${String(Math.floor(log.hour[row]! / 6) * 6).padStart(2, '0')} h to ${Math.floor(log.hour[row]! / 6) * 6 + 6} h`;
    if (slice === 'canary') return log.propensity[row]! < 1 ? 'explored' : 'others';
    const amount = log.amount[row]!;
    return amount < 25 ? 'below 25' : amount < 100 ? '25 to 100' : amount < 400 ? '100 to 400' : 'above 400';
  };
  const groups = new Map<string, { payments: number; declined: number; score: number; chargebacks: number }>();
  const served = run.served();
  for (const row of recent) {
    const day = served[log.day[row]!];
    const name = groupOf(row);
    const group = groups.get(name) ?? { payments: 0, declined: 0, score: 0, chargebacks: 0 };
    group.payments++;
    group.declined += log.blocked[row]!;
    group.score += day ? day.scores[row - day.firstRow]! : 0;
    group.chargebacks += log.disputedOn[row] === NO_DISPUTE ? 0 : 1;
    groups.set(name, group);
  }
  return [...groups]
    .map(([group, g]) => ({
      group,
      payments: g.payments,
      declined: g.declined,
      meanScore: g.score / g.payments,
      chargebacks: g.chargebacks,
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** 200 payments of the last week, judged by hand. */
export function audit(run: Inspected, of: 'approved' | 'declined' | 'riskiest'): AuditResult {
  const log = run.log();
  const served = run.served();
  const scoreOf = (row: number): number => {
    const day = served[log.day[row]!];
    return day ? day.scores[row - day.firstRow]! : 0;
  };
  const pool = [...rowsBetween(log, Math.max(0, run.day - WEEK), run.day)].filter((row) =>
    of === 'declined' ? log.blocked[row] === 1 : log.blocked[row] === 0,
  );
  pool.sort((a, b) => (of === 'riskiest' ? scoreOf(b) - scoreOf(a) : log.lot[a]! - log.lot[b]!) || a - b);
  const rows = Uint32Array.from(pool.slice(0, AUDITED));
  const found = run.world.audit(rows);
  let fraud = 0;
  let dollarsOfFraud = 0;
  let alreadyDisputed = 0;
  found.forEach((label, i) => {
    if (label === 0) return;
    fraud++;
    dollarsOfFraud += log.amount[rows[i]!]!;
    if (log.disputedOn[rows[i]!] !== NO_DISPUTE) alreadyDisputed++;
  });
  return { looked: rows.length, fraud, dollarsOfFraud, alreadyDisputed, of };
}
