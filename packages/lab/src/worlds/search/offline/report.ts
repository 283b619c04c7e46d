/** The offline report: what the plan's own evaluation says, and the data to look at. It may lie; it sees no truth. */
import { mrrOf, ndcgOf, recallOf } from '../../ranking/offline.ts';
import { ESTIMATORS } from '../../ranking/estimate.ts';
import { featureViews, type Estimate, type FeatureView } from '../../ranking/views.ts';
import type { BaseReport } from '../../world.ts';
import { HEAD, HISTORY_DAYS, PLACES, QUERIES, TAIL_FROM } from '../config.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { GUIDELINE_DAY, rewardsOf } from '../observe/rewards.ts';
import type { Plan } from '../plan/types.ts';
import { promisedPerDay, type Launched } from './launch.ts';

export interface OfflineReport extends BaseReport {
  readonly rows: {
    readonly logged: number;
    readonly trainLists: number;
    readonly testLists: number;
    readonly rewarded: number;
  };
  /** Clicks over showings by place, as logged and on lists in random order, and the curve that the plan weighs by. */
  readonly places: readonly {
    readonly place: number;
    readonly clickRate: number;
    readonly shuffledRate: number | null;
    readonly curve: number;
  }[];
  /** Mean reward of the first place: logged, and what each estimator says of the new order. */
  readonly firstPlace: { readonly logged: number; readonly estimates: readonly Estimate[] };
  /** The same two orders by every reward that is logged: NDCG of ten, model and old order. */
  readonly byReward: readonly { readonly reward: string; readonly model: number; readonly old: number }[];
  readonly experiment: { readonly units: number; readonly power: number };
  /** Judgments by week of history, oldest first: how many, their mean grade, and how far the first vote is off the mean of three. */
  readonly grades: readonly {
    readonly week: number;
    readonly judged: number;
    readonly mean: number | null;
    readonly voteError: number | null;
  }[];
  /** Clicks and orders for pairs by the grade they were given under either guideline: do annotators and customers agree? */
  readonly agreement: readonly {
    readonly grade: number;
    readonly guideline: 'old' | 'current';
    readonly clickRate: number | null;
    readonly shown: number;
  }[];
  /** Share of all searches that the most frequent queries have: x is the share of queries. */
  readonly popularity: readonly { readonly x: number; readonly y: number }[];
  readonly slices: readonly {
    readonly slice: string;
    readonly shown: number;
    readonly clickRate: number;
    readonly ordersPerClick: number;
  }[];
  readonly features: readonly FeatureView[];
}

function placesOf(log: ObservedLog, launched: Launched): OfflineReport['places'] {
  const shown = new Float64Array(PLACES);
  const clicked = new Float64Array(PLACES);
  const shuffled = new Float64Array(PLACES);
  const clickedShuffled = new Float64Array(PLACES);
  for (let row = 0; row < log.rows; row++) {
    if (log.judged[row] === 1) continue;
    const k = log.place[row]!;
    shown[k] = shown[k]! + 1;
    clicked[k] = clicked[k]! + log.clicked[row]!;
    if (log.shuffled[row] === 0) continue;
    shuffled[k] = shuffled[k]! + 1;
    clickedShuffled[k] = clickedShuffled[k]! + log.clicked[row]!;
  }
  return Array.from({ length: PLACES }, (_, k) => ({
    place: k + 1,
    clickRate: clicked[k]! / Math.max(1, shown[k]!),
    shuffledRate: shuffled[k]! > 0 ? clickedShuffled[k]! / shuffled[k]! : null,
    curve: launched.trial.curve[k]!,
  }));
}

function gradesOf(log: ObservedLog): OfflineReport['grades'] {
  const weeks = Array.from({ length: HISTORY_DAYS / 7 }, () => ({ judged: 0, sum: 0, error: 0 }));
  for (let row = 0; row < log.rows; row++) {
    const week = weeks[Math.floor((log.day[row]! + HISTORY_DAYS) / 7)];
    if (log.judged[row] === 0 || !week) continue;
    week.judged++;
    week.sum += log.grade[row]!;
    week.error += Math.abs(log.vote[row]! - log.grade[row]!);
  }
  return weeks.map(({ judged, sum, error }, k) => ({
    week: k + 1,
    judged,
    mean: judged > 0 ? sum / judged : null,
    voteError: judged > 0 ? error / judged : null,
  }));
}

function agreementOf(log: ObservedLog): OfflineReport['agreement'] {
  const shown = new Map<number, { shown: number; clicks: number }>();
  for (let row = 0; row < log.rows; row++) {
    if (log.judged[row] === 1 || log.place[row]! > 2) continue;
    const held = shown.get(log.product[row]!) ?? { shown: 0, clicks: 0 };
    held.shown++;
    held.clicks += log.clicked[row]!;
    shown.set(log.product[row]!, held);
  }
  return (['old', 'current'] as const).flatMap((guideline) =>
    [0, 1, 2, 3].map((grade) => {
      let count = 0;
      let clicks = 0;
      for (let row = 0; row < log.rows; row++) {
        if (log.judged[row] === 0 || Math.round(log.grade[row]!) !== grade) continue;
        if (log.day[row]! < GUIDELINE_DAY !== (guideline === 'old')) continue;
        const held = shown.get(log.product[row]!);
        count += held?.shown ?? 0;
        clicks += held?.clicks ?? 0;
      }
      return { grade, guideline, clickRate: count > 0 ? clicks / count : null, shown: count };
    }),
  );
}

function popularityOf(log: ObservedLog): OfflineReport['popularity'] {
  const searches = new Float64Array(QUERIES);
  for (let row = 0; row < log.rows; row++)
    if (log.place[row] === 0) searches[log.query[row]!] = searches[log.query[row]!]! + 1;
  const total = searches.reduce((a, b) => a + b, 0);
  searches.sort().reverse();
  return [0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1].map((x) => ({
    x,
    y: searches.subarray(0, Math.ceil(x * QUERIES)).reduce((a, b) => a + b, 0) / Math.max(1, total),
  }));
}

function slicesOf(log: ObservedLog): OfflineReport['slices'] {
  const bands: Record<string, (row: number) => boolean> = {
    'queries of the head': (row) => log.query[row]! < HEAD,
    'queries of the tail': (row) => log.query[row]! >= TAIL_FROM,
    phones: (row) => log.phone[row] === 1,
    desks: (row) => log.phone[row] === 0,
  };
  return Object.entries(bands).map(([slice, holds]) => {
    let shown = 0;
    let clicks = 0;
    let orders = 0;
    for (let row = 0; row < log.rows; row++) {
      if (log.judged[row] === 1 || !holds(row)) continue;
      shown++;
      clicks += log.clicked[row]!;
      orders += log.ordered[row]!;
    }
    return { slice, shown, clickRate: clicks / Math.max(1, shown), ordersPerClick: orders / Math.max(1, clicks) };
  });
}

/** Everything that the offline stage shows. */
export function offlineReport(session: WorldSession, plan: Plan, launched: Launched): OfflineReport {
  const { trial } = launched;
  const { log, test, train, scores, legacy, rewards } = trial;
  const byReward = (['judgment', 'click', 'order'] as const).map((reward) => {
    const own = rewardsOf(log, test.rows, reward, plan.labels.votes);
    return { reward, model: ndcgOf(test.starts, own, scores, 10), old: ndcgOf(test.starts, own, legacy, 10) };
  });
  return {
    rows: {
      logged: log.rows,
      trainLists: train.starts.length - 1,
      testLists: test.starts.length - 1,
      rewarded: rewards.reduce((sum, y) => sum + (y > 0 ? 1 : 0), 0),
    },
    metric: {
      name: `${plan.evaluation.metric} on ${plan.evaluation.reward}`,
      value: trial.metric,
      baseline: plan.evaluation.baseline === 'rule' ? trial.legacyMetric : null,
      launched: launched.model ? 'model' : 'baseline',
    },
    metrics: {
      ndcg: ndcgOf(test.starts, rewards, scores, 10),
      mrr: mrrOf(test.starts, rewards, scores),
      recallAt3: recallOf(test.starts, rewards, scores, 3),
      ...(trial.estimates ? Object.fromEntries(ESTIMATORS.map((e) => [e, trial.estimates![e].value])) : {}),
    },
    promisedPerDay: promisedPerDay(session, plan, launched),
    places: placesOf(log, launched),
    firstPlace: {
      logged: trial.loggedFirst,
      estimates: trial.estimates ? ESTIMATORS.map((estimator) => ({ estimator, ...trial.estimates![estimator] })) : [],
    },
    byReward,
    experiment: { units: trial.units, power: trial.power },
    grades: gradesOf(log),
    agreement: agreementOf(log),
    popularity: popularityOf(log),
    slices: slicesOf(log),
    features: featureViews(session, plan.features, launched, HISTORY_DAYS),
  };
}
