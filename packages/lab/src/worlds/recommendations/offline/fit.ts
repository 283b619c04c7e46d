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
  return examinationCurve(log, log.clicked, rows, PLACES, plan.weighting.curve);
}

/** Chance that each row was looked at. */
export function examinedAt(log: ObservedLog, curve: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => curve[log.place[row]!]!);
}

/** Trains the ranker of a plan on these lists. Throws NothingToLearn where they hold no reward. */
export function fitRanker(session: WorldSession, plan: Plan, log: ObservedLog, lists: ListRows): TreesModel {
  const { reward, longSeconds } = plan.labels;
  const curve = curveOf(log, plan, lists.rows);
  return fitLists(
    session,
    plan,
    log,
    lists,
    (row) => rewardAt(log, row, reward, longSeconds),
    (rows) => examinedAt(log, curve, rows),
  );
}
