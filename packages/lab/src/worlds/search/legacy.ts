/** The old engine: twenty candidates by words, ordered loosely by words and sales. */
import { exp, log1p } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { gumbel } from '../ranking/tables.ts';
import type { Catalogue } from './catalogue.ts';
import { ITEMS, LEGACY, PLACES, QUERIES } from './config.ts';
import { rowId, visitId, type Motion, type Visits } from './motion.ts';

/** Lists for searches: `pair[visit * PLACES + place]`, and the candidates that they were chosen from. */
export interface Lists {
  readonly pair: Int32Array;
  readonly propensity: Float32Array;
  readonly score: Float32Array;
  readonly shuffled: Uint8Array;
  readonly byModel: Uint8Array;
  /** Candidates of each search: pairs. One array for all searches of a query is looked at once. */
  readonly candidates: Int32Array[];
  /** Refresh of the index that each list was made from: 0 this morning, 1 the morning before. */
  readonly age: Uint8Array;
}

/** Scores of the old engine on one day; a query or a product is worked out when it is first asked for. */
export class LegacyScores {
  /** What a product adds to its match of words. */
  readonly #sales = new Float64Array(ITEMS).fill(NaN);
  /** Of the candidates of each query. */
  readonly #scores = new Float64Array(QUERIES * LEGACY.depth);
  readonly #known = new Uint8Array(QUERIES);
  readonly #catalogue: Catalogue;
  readonly #orders: Float32Array;

  constructor({ setting, copies }: Motion) {
    this.#catalogue = setting.catalogue;
    this.#orders = copies[1].itemOrders;
  }

  of(pair: number): number {
    const { item, text, rating } = this.#catalogue;
    const i = item[pair]!;
    let sales = this.#sales[i]!;
    if (sales !== sales) this.#sales[i] = sales = 0.25 * log1p(this.#orders[i]!);
    return 0.55 * text[pair]! + sales + 0.15 * rating[i]!;
  }

  /** Copies the scores of the products found for a query. */
  copyFound(query: number, into: Float64Array): void {
    const from = query * LEGACY.depth;
    if (this.#known[query] === 0) {
      const pairs = this.#catalogue.found[query]!;
      for (let k = 0; k < LEGACY.depth; k++) this.#scores[from + k] = this.of(pairs[k]!);
      this.#known[query] = 1;
    }
    for (let k = 0; k < LEGACY.depth; k++) into[k] = this.#scores[from + k]!;
  }
}

const scores = new Float64Array(LEGACY.depth);
const keyOf = new Float64Array(LEGACY.depth);
const weight = new Float64Array(LEGACY.depth);
const taken = new Int32Array(LEGACY.depth);

/** Lists of the old engine for everybody but those `without` names; which ten of the twenty is by noisy score as well. */
export function legacyLists(motion: Motion, visits: Visits, without?: Uint8Array): Lists {
  const { count, day } = visits;
  const { found } = motion.setting.catalogue;
  const lists: Lists = {
    pair: new Int32Array(count * PLACES),
    propensity: new Float32Array(count * PLACES),
    score: new Float32Array(count * PLACES),
    shuffled: new Uint8Array(count),
    byModel: new Uint8Array(count),
    candidates: Array.from(visits.query, (query) => found[query]!),
    age: new Uint8Array(count).fill(1),
  };
  const old = new LegacyScores(motion);
  for (let v = 0; v < count; v++)
    if (without?.[v] !== 1) fill(motion, visitId(day, v), visits.query[v]!, old, v, lists);
  return lists;
}

function fill(motion: Motion, id: number, query: number, old: LegacyScores, v: number, lists: Lists): void {
  const { keys } = motion.setting;
  const candidates = motion.setting.catalogue.found[query]!;
  old.copyFound(query, scores);
  for (let j = 0; j < LEGACY.depth; j++) {
    taken[j] = candidates[j]!;
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
    if (best === k) continue;
    swap(taken, best, k);
    swap(scores, best, k);
    swap(keyOf, best, k);
    swap(weight, best, k);
  }
}

function swap(column: Float64Array | Int32Array, a: number, b: number): void {
  const held = column[a]!;
  column[a] = column[b]!;
  column[b] = held;
}
