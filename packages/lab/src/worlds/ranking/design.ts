/** The design of an experiment from the log: how many units it will hold, and what it can see. */
import { powerToSee } from './experiment.ts';
import type { RankingLog } from './life.ts';
import type { ExperimentPlan } from './plan.ts';

/** Days of history that a design is made from, at most. */
const KNOWN_DAYS = 28;

export interface Design {
  readonly power: number;
  readonly units: number;
}

/**
 * `counts` says which rows were shown to people, `valueOf` what each brings of the metric. Where `perPerson`, the metric
 * is the share of persons' days with a visit: visits are counted by person, and not what they hold.
 */
export function designOf(
  experiment: ExperimentPlan,
  log: RankingLog,
  of: {
    readonly counts: (row: number) => boolean;
    readonly valueOf: (row: number) => number;
    readonly perPerson: boolean;
  },
): Design {
  if (experiment.days === 0) return { power: 0, units: 0 };
  const days = Math.min(KNOWN_DAYS, experiment.days);
  const byUnit = new Map<number, { value: number; visits: number }>();
  let last = -1;
  for (let row = 0; row < log.rows; row++) {
    if (!of.counts(row) || log.day[row]! < -days) continue;
    const key = experiment.unit === 'user' ? log.person[row]! : log.list[row]!;
    const unit = byUnit.get(key) ?? { value: 0, visits: 0 };
    if (log.list[row] !== last) unit.visits++;
    last = log.list[row]!;
    unit.value += of.valueOf(row);
    byUnit.set(key, unit);
  }
  const units = [...byUnit.values()];
  // People come again, visits do not: more days bring few new people.
  const grown = experiment.unit === 'user' ? 1 : experiment.days / days;
  const bottom = of.perPerson ? units.length : units.reduce((sum, u) => sum + u.visits, 0);
  const top = units.reduce((sum, u) => sum + (of.perPerson ? u.visits : u.value), 0);
  const mean = top / Math.max(1, bottom);
  const each = bottom / Math.max(1, units.length);
  let squares = 0;
  for (const u of units) {
    const rest = of.perPerson ? u.visits - mean : u.value - mean * u.visits;
    squares += rest * rest;
  }
  const deviation = Math.sqrt(squares / Math.max(1, units.length - 1)) / Math.max(1e-9, each);
  const expected = Math.round(units.length * grown);
  return { power: powerToSee({ mean, deviation }, experiment, Math.max(4, expected)), units: expected };
}
