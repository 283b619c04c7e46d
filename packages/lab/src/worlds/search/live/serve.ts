/** One day's lists by the model, with what this world's candidates and scores take. */
import type { TreesModel } from '../../../learn/index.ts';
import { fetchLatency } from '../../../operate/latency.ts';
import type { Chosen } from '../../ranking/life.ts';
import { serveLists, type ServedLists } from '../../ranking/serve.ts';
import { PLACES } from '../config.ts';
import { FEATURES } from '../features.ts';
import type { Candidates, ServedDay, WorldSession } from '../life.ts';
import type { Plan } from '../plan/types.ts';

/** Milliseconds of finding candidates: a call to every shard, and each candidate; meaning takes a second index. */
export function findingMs({ candidates }: Plan): number {
  return 12 + 1 * candidates.depth + (candidates.source === 'text' ? 0 : 8);
}

/** Milliseconds of scoring: a call, and each candidate by its trees. */
export function scoringMs(plan: Plan): number {
  return 4 + plan.candidates.depth * 0.008 * plan.model.trees;
}

/** Lists for the searches `which` of a day. Late ones are left to the old engine. */
export function serveSearches(
  session: WorldSession,
  plan: Plan,
  model: TreesModel,
  today: ServedDay,
  which: Int32Array,
  off: { has(name: string): boolean },
  exploration: number,
): ServedLists<Candidates> {
  const { refresh, soldOut } = plan.index;
  const candidates = session.candidates(which, { ...plan.candidates, soldOut, index: refresh });
  const columns = session.served(plan.features, candidates);
  const path = { fetch: fetchLatency(plan.features, FEATURES, off) + findingMs(plan), model: scoringMs(plan) };
  return serveLists({ plan, model, today, candidates, columns, off, exploration, path, places: PLACES });
}

/** An empty choice: the old engine makes every list. */
export function nothingChosen(): Chosen<Candidates> {
  const candidates: Candidates = {
    visits: new Int32Array(0),
    starts: new Uint32Array(1),
    pair: new Int32Array(0),
    phone: new Uint8Array(0),
    group: new Uint8Array(0),
  };
  return { candidates, picks: new Int32Array(0), propensity: new Float32Array(0) };
}
