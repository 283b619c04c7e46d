/** The offline stage of a plan on this world's log. */
import { designOf } from '../../ranking/design.ts';
import { launchRanking, promised, type Estimates, type Launched as RankingLaunched } from '../../ranking/launch.ts';
import type { Shelf } from '../../ranking/shelf.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { rewardsOf, rowsFor } from '../observe/rewards.ts';
import type { Plan } from '../plan/types.ts';
import { curveOf, examinedAt, fitRanker } from './fit.ts';

export type Launched = RankingLaunched<ObservedLog, Estimates>;

/** Seconds from which a click counts as read, for the metric of an experiment. */
const READ_SECONDS = 30;

/** What one shown item brings to the metric of the plan's experiment. */
function valueAt(log: ObservedLog, row: number, metric: Plan['experiment']['metric']): number {
  if (log.clicked[row] === 0 || (metric === 'reads' && log.seconds[row]! < READ_SECONDS)) return 0;
  return metric === 'likes' ? log.liked[row]! : 1;
}

/** Runs the offline stage. Throws NothingToLearn. */
export function launch(session: WorldSession, plan: Plan, seed: number, shelf: Shelf): Launched {
  const { labels, evaluation, experiment } = plan;
  return launchRanking(session, plan, seed, shelf, {
    rowsKey: `${labels.windowDays} ${labels.rows} ${labels.machines}`,
    testKey: '',
    rewardKey: `${evaluation.reward} ${labels.longSeconds}`,
    learning: (log) => rowsFor(log, labels),
    // Whole lists, also what nobody scrolled to: an order is judged on all that it could have put first.
    testing: (log) => rowsFor(log, { ...labels, rows: 'requested' }),
    groupOf: (log, row) => log.person[row]!,
    rewards: (log, rows) => rewardsOf(log, rows, evaluation.reward, labels.longSeconds),
    curve: (log, rows) => curveOf(log, plan, rows),
    examined: examinedAt,
    estimates: (make) => make(),
    design: (log) =>
      designOf(experiment, log, {
        counts: () => true,
        valueOf: (row) => valueAt(log, row, experiment.metric),
        perPerson: experiment.metric === 'return',
      }),
    fit: (log, lists) => fitRanker(session, plan, log, lists),
  });
}

/** Dollars a day that the plan promises itself. */
export function promisedPerDay(session: WorldSession, plan: Plan, launched: Launched): number {
  return promised(launched, plan.goal.visitDollars, session.facts.visitsPerDay);
}
