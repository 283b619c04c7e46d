/** Replays: the same world and seed, lived under another plan or a trivial policy. */
import type { Action } from '../operate/actions.ts';
import type { Plan } from '../plan/types.ts';
import { launch, type Launched, type Shelf } from '../run/launch.ts';
import { LiveRun } from '../run/live.ts';
import type { DayTruth, World, WorldSession } from '../worlds/session.ts';
import { CAUSES, DECISION } from '../worlds/types.ts';

/** Money by day and cause, dollars: `byDay[day][cause]`, causes in the order of CAUSES. */
export interface Ledger {
  readonly byDay: readonly Float64Array[];
  readonly byCause: Float64Array;
  readonly total: number;
}

export function ledgerOf(days: readonly { readonly money: Float64Array }[]): Ledger {
  const byCause = new Float64Array(CAUSES.length);
  for (const { money } of days) money.forEach((x, i) => (byCause[i] = byCause[i]! + x));
  return { byDay: days.map((d) => d.money), byCause, total: byCause.reduce((a, b) => a + b, 0) };
}

export interface Lived {
  readonly ledger: Ledger;
  readonly truth: readonly DayTruth[];
  readonly run: LiveRun;
  readonly launched: Launched;
}

/** Opens a life of `plan` from launch day. `launchSession` is the world at launch; it is forked, never changed. */
export function open(
  world: World,
  launchSession: WorldSession,
  plan: Plan,
  seed: number,
  shelf: Shelf,
  watchAll = false,
): { run: LiveRun; launched: Launched } {
  const session = launchSession.fork(plan.features);
  const launched = launch(session, plan, seed, shelf);
  return { run: new LiveRun(world, session, plan, launched, watchAll), launched };
}

/** Lives a plan to the end, with the same actions on the same days. */
export function live(
  world: World,
  launchSession: WorldSession,
  plan: Plan,
  seed: number,
  shelf: Shelf,
  actions: readonly Action[] = [],
): Lived {
  const { run, launched } = open(world, launchSession, plan, seed, shelf);
  while (!run.done) run.advance(actions.filter((a) => a.day === run.day));
  return { ledger: ledgerOf(run.truth), truth: run.truth, run, launched };
}

/** Lives a policy that looks at nothing: approve all, or decline all. */
export function liveTrivial(
  launchSession: WorldSession,
  action: 'approve' | 'block',
): { ledger: Ledger; truth: DayTruth[]; oracle: Ledger } {
  const session = launchSession.fork([]);
  const truth: DayTruth[] = [];
  for (let day = 0; day < session.facts.liveDays; day++) {
    const { rows } = session.openDay(day);
    const propensity = new Float32Array(rows).fill(1);
    truth.push(session.closeDay(day, { action: new Uint8Array(rows).fill(DECISION[action]), propensity, waitMs: 0 }));
  }
  // The oracle stops every fraud: what is left of doing nothing is the dispute of honest customers.
  const friendly = CAUSES.indexOf('friendlyFraud');
  const oracle = truth.map(({ money }) => ({ money: money.map((x, i) => (i === friendly ? x : 0)) }));
  return { ledger: ledgerOf(truth), truth, oracle: ledgerOf(oracle) };
}
