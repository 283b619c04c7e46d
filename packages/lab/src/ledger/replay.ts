/** Money of a life, and replays: the same world and seed, lived under another plan. */
import type { BaseAction } from '../operate/actions.ts';
import type { PlanBase } from '../plan/check.ts';
import type { Launch, Life, Living, Money } from '../worlds/world.ts';

/** Money by day and cause, dollars: `byDay[day][cause]`, causes in the order of the world's. */
export interface Ledger {
  readonly byDay: readonly Money[];
  readonly byCause: Money;
  readonly total: number;
}

export function ledgerOf(days: readonly Money[]): Ledger {
  const byCause = new Float64Array(days[0]?.length ?? 0);
  for (const money of days) money.forEach((x, i) => (byCause[i] = byCause[i]! + x));
  return { byDay: days, byCause, total: byCause.reduce((a, b) => a + b, 0) };
}

/** Lives a plan to the end, with the same actions on the same days. */
export function live<P extends PlanBase>(
  launch: Launch<P>,
  plan: P,
  actions: readonly BaseAction[] = [],
  living: Living = {},
): Life {
  const life = launch.open(plan, living);
  while (!life.done) life.advance(actions.filter((a) => a.day === life.day));
  return life;
}
