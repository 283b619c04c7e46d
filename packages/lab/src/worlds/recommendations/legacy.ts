/** The old policy: popular, a little of what is new, a little of what the person likes, in a loose order. */
import { exp } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { gumbel } from '../ranking/tables.ts';
import { LEGACY, LEGACY_CANDIDATES, PLACES, TOPICS } from './config.ts';
import { rowId, visitId, type Motion, type Shelf, type Visits } from './motion.ts';

/** Lists for visits: `item[visit * PLACES + place]`. */
export interface Lists {
  readonly item: Int32Array;
  readonly propensity: Float32Array;
  readonly score: Float32Array;
  readonly shuffled: Uint8Array;
  readonly byModel: Uint8Array;
}

export function createLists(visits: number): Lists {
  return {
    item: new Int32Array(visits * PLACES),
    propensity: new Float32Array(visits * PLACES).fill(1),
    score: new Float32Array(visits * PLACES),
    shuffled: new Uint8Array(visits),
    byModel: new Uint8Array(visits),
  };
}

/** Score by item of the day: the person's part is added by list. */
export function legacyScores(motion: Motion, shelf: Shelf, day: number): Float32Array {
  const { items } = motion.setting;
  const out = new Float32Array(items.count);
  for (const i of shelf.popular)
    out[i] = 0.22 * Math.sqrt(motion.memory.clicks[i]!) + 1.2 * exp(-(day - items.born[i]!) / 4);
  return out;
}

const pool = new Int32Array(LEGACY_CANDIDATES);
const keyOf = new Float64Array(LEGACY_CANDIDATES);
const weight = new Float64Array(PLACES);

/** Fills the list of visit `v`. */
export function legacyList(
  motion: Motion,
  shelf: Shelf,
  scores: Float32Array,
  visits: Visits,
  v: number,
  lists: Lists,
): void {
  const { keys } = motion.setting;
  const { liked } = motion.memory;
  const person = visits.person[v]!;
  const id = visitId(person, visits.day);
  let favourite = 0;
  let all = 1;
  for (let t = 0; t < TOPICS; t++) {
    all += liked[person * TOPICS + t]!;
    if (liked[person * TOPICS + t]! > liked[person * TOPICS + favourite]!) favourite = t;
  }
  let count = 0;
  const draw = (from: Int32Array, wanted: number, reach: number): void => {
    const span = Math.min(reach, from.length);
    for (let k = 0, tries = 0; k < wanted && tries < wanted * 3 && span > 0; tries++) {
      const u = keyedUniform(keys.pool, rowId(id, count * 64 + tries));
      const item = from[(u * u * span) | 0]!;
      let known = false;
      for (let j = 0; j < count; j++) if (pool[j] === item) known = true;
      if (known) continue;
      pool[count++] = item;
      k++;
    }
  };
  draw(shelf.popular, LEGACY.popular, 240);
  draw(shelf.fresh, LEGACY.fresh, 60);
  draw(shelf.byTopic[favourite]!, LEGACY.favourite, 60);
  const scoreOf = (item: number): number => scores[item]! + (2.4 * liked[person * TOPICS + motion.label[item]!]!) / all;
  // Which ten: the best by noisy score.
  for (let j = 0; j < count; j++)
    keyOf[j] = scoreOf(pool[j]!) + LEGACY.choice * gumbel(keyedUniform(keys.choice, rowId(id, pool[j]!)));
  for (let k = 0; k < PLACES; k++) {
    let best = k;
    for (let j = k + 1; j < count; j++) if (keyOf[j]! > keyOf[best]!) best = j;
    const item = pool[best]!;
    const key = keyOf[best]!;
    pool[best] = pool[k]!;
    keyOf[best] = keyOf[k]!;
    pool[k] = item;
    keyOf[k] = key;
  }
  // In which order: drawn one after another by the softmax of the score, or any order as likely as another.
  const shuffled = keyedUniform(keys.shuffle, id) < LEGACY.shuffled;
  let left = 0;
  for (let k = 0; k < PLACES; k++) {
    const score = scoreOf(pool[k]!) / LEGACY.order;
    const luck = gumbel(keyedUniform(keys.order, rowId(id, pool[k]!)));
    keyOf[k] = shuffled ? luck : score + luck;
    weight[k] = shuffled ? 1 : exp(Math.min(40, score));
    left += weight[k]!;
  }
  const at = v * PLACES;
  for (let k = 0; k < PLACES; k++) {
    let best = k;
    for (let j = k + 1; j < PLACES; j++) if (keyOf[j]! > keyOf[best]!) best = j;
    const item = pool[best]!;
    lists.item[at + k] = item;
    lists.score[at + k] = scoreOf(item);
    lists.propensity[at + k] = Math.min(1, weight[best]! / left);
    left = Math.max(1e-9, left - weight[best]!);
    pool[best] = pool[k]!;
    keyOf[best] = keyOf[k]!;
    weight[best] = weight[k]!;
  }
  lists.shuffled[v] = shuffled ? 1 : 0;
  lists.byModel[v] = 0;
}
