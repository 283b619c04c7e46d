/** One day's lists by the model, with what this world's candidates and scores take. */
import type { TreesModel } from '../../../learn/index.ts';
import { fetchLatency } from '../../../operate/latency.ts';
import type { Chosen, RankingDay } from '../../ranking/life.ts';
import { serveLists, type ServedLists } from '../../ranking/serve.ts';
import { PLACES } from '../config.ts';
import { FEATURES } from '../features.ts';
import type { Candidates, WorldSession } from '../life.ts';
import type { Plan } from '../plan/types.ts';

/** Milliseconds of scoring: a call, and each candidate by each hundred trees. */
export function scoringMs(plan: Plan): number {
  return 4 + plan.candidates.depth * (0.1 + 0.004 * plan.model.trees);
}

/** Lists for the visits `which` of a day. Late ones are left to the old policy. */
export function serveVisits(
  session: WorldSession,
  plan: Plan,
  model: TreesModel,
  today: RankingDay,
  which: Int32Array,
  off: { has(name: string): boolean },
  exploration: number,
): ServedLists<Candidates> {
  const candidates = session.candidates(which, plan.candidates);
  const columns = session.served(plan.features, candidates);
  const path = { fetch: fetchLatency(plan.features, FEATURES, off), model: scoringMs(plan) };
  return serveLists({ plan, model, today, candidates, columns, off, exploration, path, places: PLACES });
}

/** An empty choice: the old policy makes every list. */
export function nothingChosen(): Chosen<Candidates> {
  const candidates: Candidates = {
    visits: new Int32Array(0),
    starts: new Uint32Array(1),
    item: new Int32Array(0),
    group: new Uint8Array(0),
  };
  return { candidates, picks: new Int32Array(0), propensity: new Float32Array(0) };
}
