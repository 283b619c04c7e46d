/** Candidates for a list by the model. */
import { keyedUniform } from '../keyed.ts';
import { TOPICS } from './config.ts';
import type { CandidatePlan, Candidates } from './life.ts';
import { rowId, visitId, type Motion, type Shelf, type Visits } from './motion.ts';

/** Shares of the candidates by taste that come from the person's first, second and third topic. */
const BY_TOPIC = [0.45, 0.3, 0.25] as const;

export function drawCandidates(
  motion: Motion,
  shelf: Shelf,
  visits: Visits,
  which: Int32Array,
  plan: CandidatePlan,
): Candidates {
  const { depth } = plan;
  const { keys, items } = motion.setting;
  const stamp = new Int32Array(items.count).fill(-1);
  const item = new Int32Array(which.length * depth);
  const starts = new Uint32Array(which.length + 1);
  const wantedFresh = Math.round(plan.newShare * depth);
  const rest = depth - wantedFresh;
  const wantedTaste = plan.source === 'popular' ? 0 : plan.source === 'taste' ? rest : Math.round(rest * 0.6);
  let at = 0;
  which.forEach((v, k) => {
    const person = visits.person[v]!;
    const id = visitId(person, visits.day);
    const end = k * depth + depth;
    at = starts[k]!;
    const put = (i: number): boolean => {
      if (stamp[i] === k || at >= starts[k]! + depth) return false;
      stamp[i] = k;
      item[at++] = i;
      return true;
    };
    for (let n = 0, tries = 0; n < wantedFresh && tries < 2 * wantedFresh && shelf.fresh.length > 0; tries++) {
      if (put(shelf.fresh[(keyedUniform(keys.pool, rowId(id, 4096 + tries)) * shelf.fresh.length) | 0]!)) n++;
    }
    if (wantedTaste > 0) {
      const order = topTopics(motion, person);
      BY_TOPIC.forEach((share, rank) => {
        const list = shelf.byTopic[order[rank]!]!;
        const wanted = Math.round(wantedTaste * share);
        for (let j = 0, n = 0; j < list.length && n < wanted; j++) if (put(list[j]!)) n++;
      });
    }
    for (let j = 0; j < shelf.popular.length && at < Math.min(end, starts[k]! + depth); j++) put(shelf.popular[j]!);
    starts[k + 1] = at;
  });
  const used = item.slice(0, at);
  const group = new Uint8Array(at);
  for (let j = 0; j < at; j++) group[j] = motion.label[used[j]!]!;
  return { visits: which, starts, item: used, group };
}

const order = Array.from({ length: TOPICS }, (_, t) => t);

/** Topics by the person's clicks, most first. */
function topTopics(motion: Motion, person: number): readonly number[] {
  const { liked } = motion.memory;
  const base = person * TOPICS;
  return order.sort((a, b) => liked[base + b]! - liked[base + a]! || a - b);
}
