/** Training on the rewards of this world's log. */
import type { TreesModel } from '../../../learn/index.ts';
import { examinationCurve } from '../../ranking/curve.ts';
import { fitLists } from '../../ranking/fit.ts';
import type { ListRows } from '../../ranking/rows.ts';
import { PLACES } from '../config.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { rewardAt } from '../observe/rewards.ts';
import type { Plan } from '../plan/types.ts';

/** How much each place is looked at, as the plan believes; measured on clicks, whatever the reward. */
export function curveOf(log: ObservedLog, plan: Plan, rows: Uint32Array): Float64Array {
  const { curve } = plan.weighting;
  // What is assumed needs no row, and what is measured only those shown in random order.
  const shown = curve === 'shuffled' ? rows.filter((row) => log.shuffled[row] === 1 && log.judged[row] === 0) : rows;
  return examinationCurve(log, log.clicked, shown, PLACES, curve);
}

/** Chance that each row was looked at; what was judged was looked at. */
export function examinedAt(log: ObservedLog, curve: Float64Array, rows: Uint32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    out[i] = log.judged[row] === 1 ? 1 : curve[log.place[row]!]!;
  }
  return out;
}

/** Trains the ranker of a plan on these lists. Throws NothingToLearn where they hold no reward. */
export function fitRanker(session: WorldSession, plan: Plan, log: ObservedLog, lists: ListRows): TreesModel {
  const { reward, votes } = plan.labels;
  const curve = curveOf(log, plan, lists.rows);
  return fitLists(
    session,
    plan,
    log,
    lists,
    (row) => rewardAt(log, row, reward, votes),
    (rows) => examinedAt(log, curve, rows),
  );
}
