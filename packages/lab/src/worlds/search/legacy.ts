/** The old engine: twenty candidates by words, ordered loosely by words and sales. */
import { exp, log1p } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { gumbel } from '../ranking/tables.ts';
import { LEGACY, PLACES, POOL } from './config.ts';
import { rowId, visitId, type Motion, type Visits } from './motion.ts';

/** Lists for searches: `pair[visit * PLACES + place]`, and the candidates that they were chosen from. */
export interface Lists {
  readonly pair: Int32Array;
  readonly propensity: Float32Array;
  readonly score: Float32Array;
  readonly shuffled: Uint8Array;
  readonly byModel: Uint8Array;
  /** Candidates of each search: pairs. */
  readonly candidates: (ArrayLike<number> | undefined)[];
  /** Refresh of the index that each list was made from: 0 this morning, 1 the morning before. */
  readonly age: Uint8Array;
}

const scores = new Float64Array(LEGACY.depth);
const keyOf = new Float64Array(LEGACY.depth);
const weight = new Float64Array(LEGACY.depth);
const taken = new Int32Array(LEGACY.depth);

export function legacyScore(motion: Motion, pair: number): number {
  const { catalogue } = motion.setting;
  const sales = motion.copies[1].itemOrders[catalogue.item[pair]!]!;
  return 0.55 * catalogue.text[pair]! + 0.25 * log1p(sales) + 0.15 * catalogue.rating[catalogue.item[pair]!]!;
}

/** Lists of the old engine for everybody; which ten of the twenty is by noisy score as well. */
export function legacyLists(motion: Motion, visits: Visits): Lists {
  const { count, day } = visits;
  const lists: Lists = {
    pair: new Int32Array(count * PLACES),
    propensity: new Float32Array(count * PLACES),
    score: new Float32Array(count * PLACES),
    shuffled: new Uint8Array(count),
    byModel: new Uint8Array(count),
    candidates: Array.from({ length: count }, () => undefined),
    age: new Uint8Array(count).fill(1),
  };
  for (let v = 0; v < count; v++) fill(motion, visitId(day, v), visits.query[v]! * POOL, v, lists);
  return lists;
}

function fill(motion: Motion, id: number, base: number, v: number, lists: Lists): void {
  const { keys, catalogue } = motion.setting;
  for (let j = 0; j < LEGACY.depth; j++) {
    taken[j] = base + catalogue.byText[base + j]!;
    scores[j] = legacyScore(motion, taken[j]!);
    keyOf[j] = scores[j]! + 0.25 * gumbel(keyedUniform(keys.order, rowId(id, 64 + j)));
  }
  pickBest(LEGACY.depth);
  const shuffled = keyedUniform(keys.shuffle, id) < LEGACY.shuffled;
  let left = 0;
  for (let k = 0; k < PLACES; k++) {
    const score = scores[k]! / LEGACY.order;
    keyOf[k] = (shuffled ? 0 : score) + gumbel(keyedUniform(keys.order, rowId(id, k)));
    weight[k] = shuffled ? 1 : exp(Math.min(40, score));
    left += weight[k]!;
  }
  pickBest(PLACES);
  for (let k = 0; k < PLACES; k++) {
    const at = v * PLACES + k;
    lists.pair[at] = taken[k]!;
    lists.score[at] = scores[k]!;
    lists.propensity[at] = Math.min(1, weight[k]! / Math.max(1e-9, left));
    left -= weight[k]!;
  }
  lists.shuffled[v] = shuffled ? 1 : 0;
}

/** Brings the ten largest keys to the front. */
function pickBest(count: number): void {
  for (let k = 0; k < PLACES; k++) {
    let best = k;
    for (let j = k + 1; j < count; j++) if (keyOf[j]! > keyOf[best]!) best = j;
    for (const column of [taken, scores, keyOf, weight]) {
      const held = column[best]!;
      column[best] = column[k]!;
      column[k] = held;
    }
  }
}
