/** One day's lists by the model: candidates, values, scores, a list with its diversity and its exploration. */
import { tableOf, treeMargins, type TreesModel } from '../../../learn/index.ts';
import { fetchLatency, latencies } from '../../../operate/latency.ts';
import { composeList, explore } from '../../ranking/slate.ts';
import { PLACES } from '../config.ts';
import { FEATURES } from '../features.ts';
import type { Candidates, Chosen, ServedDay, WorldSession } from '../life.ts';
import type { Plan } from '../plan/types.ts';

export interface ServedLists {
  readonly chosen: Chosen;
  readonly columns: Record<string, Float32Array>;
  readonly scores: Float64Array;
  /** Share of the lists that came too late, and the mean wait over all visits of the day. */
  readonly late: number;
  readonly waitMs: number;
}

/** Milliseconds of finding candidates: a call to every shard, and each candidate; meaning takes a second index. */
export function findingMs({ candidates }: Plan): number {
  return 12 + 1 * candidates.depth + (candidates.source === 'text' ? 0 : 8);
}

/** Milliseconds of scoring: a call, and each candidate by its trees. */
export function scoringMs(plan: Plan): number {
  return 4 + plan.candidates.depth * 0.008 * plan.model.trees;
}

/** Lists for the visits `which` of a day. Late ones are left to the old engine. */
export function serveLists(
  session: WorldSession,
  plan: Plan,
  model: TreesModel,
  today: ServedDay,
  which: Int32Array,
  off: { has(name: string): boolean },
  exploration: number,
): ServedLists {
  const candidates = session.candidates(which, {
    ...plan.candidates,
    soldOut: plan.index.soldOut,
    index: plan.index.refresh,
  });
  const columns = session.served(plan.features, candidates);
  const given: Record<string, Float32Array> = {};
  for (const { name } of plan.features)
    given[name] = off.has(name) ? new Float32Array(candidates.pair.length).fill(NaN) : columns[name]!;
  const scores = candidates.pair.length > 0 ? treeMargins(model, tableOf(given)) : new Float64Array(0);
  const lots = Float32Array.from(which, (v) => today.lot[v]!);
  const path = { fetch: fetchLatency(plan.features, FEATURES, off) + findingMs(plan), model: scoringMs(plan) };
  const ms = latencies(lots, path, today.slowness);
  const picks = new Int32Array(which.length * PLACES).fill(-1);
  const propensity = new Float32Array(which.length * PLACES).fill(1);
  let late = 0;
  let waited = 0;
  for (let k = 0; k < which.length; k++) {
    waited += Math.min(plan.serving.budgetMs, ms[k]!);
    if (ms[k]! > plan.serving.budgetMs) {
      late++;
      continue;
    }
    fillList(candidates, scores, k, plan, lots[k]!, exploration, picks, propensity);
  }
  return {
    chosen: { candidates, picks, propensity },
    columns,
    scores,
    late: late / Math.max(1, which.length),
    waitMs: waited / Math.max(1, today.count),
  };
}

function fillList(
  candidates: Candidates,
  scores: Float64Array,
  k: number,
  plan: Plan,
  lot: number,
  exploration: number,
  picks: Int32Array,
  propensity: Float32Array,
): void {
  const from = candidates.starts[k]!;
  const to = candidates.starts[k + 1]!;
  const at = k * PLACES;
  const made = composeList(scores, from, to, (i) => candidates.group[i]!, PLACES, plan.diversity.penalty, picks, at);
  if (made < PLACES) {
    picks.fill(-1, at, at + PLACES);
    return;
  }
  if (exploration === 0) return;
  propensity.fill(1 - exploration / PLACES, at, at + PLACES);
  if (lot >= exploration) return;
  // The lot is uniform below the share: its digits further down are as good as new ones.
  const place = (lot / exploration) % 1;
  const changed = explore(picks, at, PLACES, from, to, place, (lot * 104_729) % 1);
  if (changed >= 0) propensity[at + changed] = exploration / PLACES / (to - from);
}

/** An empty choice: the old engine makes every list. */
export function nothingChosen(): Chosen {
  const candidates: Candidates = {
    visits: new Int32Array(0),
    starts: new Uint32Array(1),
    pair: new Int32Array(0),
    phone: new Uint8Array(0),
    group: new Uint8Array(0),
  };
  return { candidates, picks: new Int32Array(0), propensity: new Float32Array(0) };
}
