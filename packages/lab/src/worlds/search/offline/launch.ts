/** The offline stage of a plan on this world's log. */
import { designOf } from '../../ranking/design.ts';
import { launchRanking, promised, type Launched as RankingLaunched } from '../../ranking/launch.ts';
import type { Shelf } from '../../ranking/shelf.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { rewardsOf, rowsFor } from '../observe/rewards.ts';
import type { Plan } from '../plan/types.ts';
import { curveOf, examinedAt, fitRanker } from './fit.ts';

export type Launched = RankingLaunched<ObservedLog>;

/** Runs the offline stage. Throws NothingToLearn. */
export function launch(session: WorldSession, plan: Plan, seed: number, shelf: Shelf): Launched {
  const { labels, evaluation, experiment } = plan;
  return launchRanking(session, plan, seed, shelf, {
    rowsKey: JSON.stringify(labels),
    testKey: evaluation.reward,
    rewardKey: evaluation.reward,
    learning: (log) => rowsFor(log, labels),
    testing: (log) => rowsFor(log, labels, evaluation.reward),
    groupOf: (log, row) => log.query[row]!,
    rewards: (log, rows) => rewardsOf(log, rows, evaluation.reward, labels.votes),
    curve: (log, rows) => curveOf(log, plan, rows),
    examined: examinedAt,
    // Judgments were shown to nobody: there is nothing to weigh by.
    estimates: (make) => (evaluation.reward === 'judgment' ? undefined : make()),
    design: (log) =>
      designOf(experiment, log, {
        counts: (row) => log.judged[row] === 0,
        valueOf: (row) => (experiment.metric === 'clicks' ? log.clicked[row]! : log.ordered[row]!),
        perPerson: false,
      }),
    fit: (log, lists) => fitRanker(session, plan, log, lists),
  });
}

/** Dollars a day that the plan promises itself. */
export function promisedPerDay(session: WorldSession, plan: Plan, launched: Launched): number {
  return promised(launched, plan.goal.searchDollars, session.facts.visitsPerDay);
}
