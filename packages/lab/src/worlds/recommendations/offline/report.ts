/** The offline report: what the plan's own evaluation says, and the data to look at. It may lie; it sees no truth. */
import { mrrOf, ndcgOf, recallOf } from '../../ranking/offline.ts';
import { ESTIMATORS } from '../../ranking/estimate.ts';
import { featureViews, type Estimate, type FeatureView } from '../../ranking/views.ts';
import type { BaseReport } from '../../world.ts';
import { HISTORY_DAYS, PLACES } from '../config.ts';
import type { WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { rewardsOf } from '../observe/rewards.ts';
import type { Plan } from '../plan/types.ts';
import { promisedPerDay, type Launched } from './launch.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

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
  /** Reads a click and likes a click by tenth of the click rate of the item: do clicks and reading agree? */
  readonly agreement: readonly { readonly clickRate: number; readonly readsPerClick: number; readonly items: number }[];
  /** Share of all showings that the items shown most have: x is the share of items. */
  readonly popularity: readonly Point[];
  readonly slices: readonly {
    readonly slice: string;
    readonly shown: number;
    readonly clickRate: number;
    readonly readsPerClick: number;
  }[];
  readonly features: readonly FeatureView[];
}

function placesOf(log: ObservedLog, launched: Launched): OfflineReport['places'] {
  const shown = new Float64Array(PLACES);
  const clicked = new Float64Array(PLACES);
  const shuffled = new Float64Array(PLACES);
  const clickedShuffled = new Float64Array(PLACES);
  for (const row of launched.trial.all.rows) {
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

interface ItemCounts {
  shown: number;
  clicks: number;
  reads: number;
}

function countItems(log: ObservedLog): ItemCounts[] {
  const items = new Map<number, ItemCounts>();
  for (let row = 0; row < log.rows; row++) {
    const held = items.get(log.item[row]!) ?? { shown: 0, clicks: 0, reads: 0 };
    held.shown++;
    held.clicks += log.clicked[row]!;
    if (log.clicked[row] === 1 && log.seconds[row]! >= 30) held.reads++;
    items.set(log.item[row]!, held);
  }
  return [...items.values()];
}

function agreementOf(items: readonly ItemCounts[]): OfflineReport['agreement'] {
  const known = items
    .filter((i) => i.shown >= 50 && i.clicks >= 3)
    .sort((a, b) => a.clicks / a.shown - b.clicks / b.shown);
  const size = Math.ceil(known.length / 10);
  if (size === 0) return [];
  return Array.from({ length: Math.ceil(known.length / size) }, (_, k) => known.slice(k * size, (k + 1) * size)).map(
    (part) => {
      const sum = (key: keyof ItemCounts): number => part.reduce((a, i) => a + i[key], 0);
      return {
        clickRate: sum('clicks') / sum('shown'),
        readsPerClick: sum('reads') / sum('clicks'),
        items: part.length,
      };
    },
  );
}

function popularityOf(items: readonly ItemCounts[]): Point[] {
  const shown = items.map((i) => i.shown).sort((a, b) => b - a);
  const total = shown.reduce((a, b) => a + b, 0);
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1].map((x) => ({
    x,
    y: shown.slice(0, Math.ceil(x * shown.length)).reduce((a, b) => a + b, 0) / Math.max(1, total),
  }));
}

function slicesOf(session: WorldSession, log: ObservedLog, launched: Launched): OfflineReport['slices'] {
  const { rows } = launched.trial.test;
  const order = (name: string) => ({ name, pointInTime: true, freshness: 'daily' as const });
  const columns = session.columns([order('item_age_days'), order('person_tenure'), order('item_minutes')], rows);
  const bands: Record<string, (row: number, i: number) => boolean> = {
    'items younger than 2 days': (_, i) => columns.item_age_days![i]! < 2,
    'items older than 14 days': (_, i) => columns.item_age_days![i]! > 14,
    'people of the last 4 weeks': (_, i) => columns.person_tenure![i]! < 28,
    'items of less than 2 minutes': (_, i) => columns.item_minutes![i]! < 2,
    phones: (row) => log.phone[row] === 1,
    desks: (row) => log.phone[row] === 0,
  };
  return Object.entries(bands).map(([slice, holds]) => {
    let shown = 0;
    let clicks = 0;
    let reads = 0;
    rows.forEach((row, i) => {
      if (!holds(row, i)) return;
      shown++;
      clicks += log.clicked[row]!;
      if (log.clicked[row] === 1 && log.seconds[row]! >= 30) reads++;
    });
    return { slice, shown, clickRate: clicks / Math.max(1, shown), readsPerClick: reads / Math.max(1, clicks) };
  });
}

/** Everything that the offline stage shows. */
export function offlineReport(session: WorldSession, plan: Plan, launched: Launched): OfflineReport {
  const { trial } = launched;
  const { log, test, train, scores, legacy, rewards } = trial;
  const items = countItems(log);
  const byReward = (['click', 'long-click', 'like', 'survey'] as const).map((reward) => {
    const own = rewardsOf(log, test.rows, reward, plan.labels.longSeconds);
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
      baseline: plan.evaluation.baseline === 'popularity' ? trial.legacyMetric : null,
      launched: launched.model ? 'model' : 'baseline',
    },
    metrics: {
      ndcg: ndcgOf(test.starts, rewards, scores, 10),
      mrr: mrrOf(test.starts, rewards, scores),
      recallAt3: recallOf(test.starts, rewards, scores, 3),
      ...Object.fromEntries(ESTIMATORS.map((e) => [e, trial.estimates[e].value])),
    },
    promisedPerDay: promisedPerDay(session, plan, launched),
    places: placesOf(log, launched),
    firstPlace: {
      logged: trial.loggedFirst,
      estimates: ESTIMATORS.map((estimator) => ({ estimator, ...trial.estimates[estimator] })),
    },
    byReward,
    experiment: { units: trial.units, power: trial.power },
    agreement: agreementOf(items),
    popularity: popularityOf(items),
    slices: slicesOf(session, log, launched),
    features: featureViews(session, plan.features, launched, HISTORY_DAYS),
  };
}
