/** One day's lists by the model: values, scores, a list with its diversity and its exploration. */
import { tableOf, treeMargins, type TreesModel } from '../../learn/index.ts';
import { latencies } from '../../operate/latency.ts';
import type { Chosen, RankingCandidates, RankingDay } from './life.ts';
import type { RankingPlan } from './plan.ts';
import { composeList, explore } from './slate.ts';

export interface ServedLists<C extends RankingCandidates> {
  readonly chosen: Chosen<C>;
  readonly columns: Record<string, Float32Array>;
  readonly scores: Float64Array;
  /** Share of the lists that came too late, and the mean wait over all visits of the day. */
  readonly late: number;
  readonly waitMs: number;
}

export interface Serving<C extends RankingCandidates> {
  readonly plan: RankingPlan;
  readonly model: TreesModel;
  readonly today: RankingDay;
  /** Candidates of the visits that get a list, and their values as serving reads them. */
  readonly candidates: C;
  readonly columns: Record<string, Float32Array>;
  /** Features whose values the model does not get. */
  readonly off: { has(name: string): boolean };
  /** Share of lists in which one place is drawn at random. */
  readonly exploration: number;
  /** Median milliseconds of all that is fetched, and those of scoring. */
  readonly path: { readonly fetch: number; readonly model: number };
  /** Places of a list. */
  readonly places: number;
}

/** Lists for the visits of `candidates`. Late ones are left to the old order. */
export function serveLists<C extends RankingCandidates>(serving: Serving<C>): ServedLists<C> {
  const { plan, model, today, candidates, columns, off, path, places } = serving;
  const { visits } = candidates;
  const count = candidates.group.length;
  const given: Record<string, Float32Array> = {};
  for (const { name } of plan.features)
    given[name] = off.has(name) ? new Float32Array(count).fill(NaN) : columns[name]!;
  const scores = count > 0 ? treeMargins(model, tableOf(given)) : new Float64Array(0);
  const lots = Float32Array.from(visits, (v) => today.lot[v]!);
  const ms = latencies(lots, path, today.slowness);
  const picks = new Int32Array(visits.length * places).fill(-1);
  const propensity = new Float32Array(visits.length * places).fill(1);
  let late = 0;
  let waited = 0;
  for (let k = 0; k < visits.length; k++) {
    waited += Math.min(plan.serving.budgetMs, ms[k]!);
    if (ms[k]! > plan.serving.budgetMs) {
      late++;
      continue;
    }
    fillList(serving, scores, k, lots[k]!, picks, propensity);
  }
  return {
    chosen: { candidates, picks, propensity },
    columns,
    scores,
    late: late / Math.max(1, visits.length),
    waitMs: waited / Math.max(1, today.count),
  };
}

function fillList(
  { candidates, plan, exploration, places }: Serving<RankingCandidates>,
  scores: Float64Array,
  k: number,
  lot: number,
  picks: Int32Array,
  propensity: Float32Array,
): void {
  const from = candidates.starts[k]!;
  const to = candidates.starts[k + 1]!;
  const at = k * places;
  const made = composeList(scores, from, to, (i) => candidates.group[i]!, places, plan.diversity.penalty, picks, at);
  if (made < places) {
    picks.fill(-1, at, at + places);
    return;
  }
  if (exploration === 0) return;
  propensity.fill(1 - exploration / places, at, at + places);
  if (lot >= exploration) return;
  // The lot is uniform below the share: its digits further down are as good as new ones.
  const place = (lot / exploration) % 1;
  const changed = explore(picks, at, places, from, to, place, (lot * 104_729) % 1);
  if (changed >= 0) propensity[at + changed] = exploration / places / (to - from);
}
