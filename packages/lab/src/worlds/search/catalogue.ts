/** Queries, products and how well they fit, as only the world knows them. */
import { exp, log, RandomStream } from '../../random/index.ts';
import { BRANDS, CATEGORIES, ITEMS, LEGACY, POOL, QUERIES, RARER, TAIL_FROM } from './config.ts';

export interface Catalogue {
  /** Of each query. */
  readonly category: Uint8Array;
  readonly words: Uint8Array;
  /** Rising sums of the shares of searches; the last is 1. */
  readonly upTo: Float64Array;
  /** Of each product. */
  readonly itemCategory: Uint8Array;
  readonly brand: Uint8Array;
  readonly quality: Float32Array;
  /** Words in the text that have nothing to do with it. */
  readonly stuffing: Float32Array;
  readonly gift: Float32Array;
  readonly price: Float32Array;
  readonly rating: Float32Array;
  readonly reviews: Float32Array;
  readonly token: Float32Array;
  /** Of each pair `query * POOL + j`; the pool is sorted by the match of words. */
  readonly item: Int32Array;
  readonly fit: Float32Array;
  readonly text: Float32Array;
  readonly title: Float32Array;
  readonly vector: Float32Array;
  /** Pairs of a query by each way to find candidates, best first: `order[query * POOL + rank]` is a `j`. */
  readonly byText: Uint8Array;
  readonly byVector: Uint8Array;
  readonly mixed: Uint8Array;
  /** Pairs that the old engine finds for each query. */
  readonly found: readonly Int32Array[];
}

type Tables = Omit<Catalogue, 'found'>;

export function createCatalogue(seed: number): Catalogue {
  const s = new RandomStream(seed, 'search/catalogue');
  const pairs = QUERIES * POOL;
  const floats = (n: number): Float32Array => new Float32Array(n);
  const c: Tables = {
    category: Uint8Array.from({ length: QUERIES }, () => s.below(CATEGORIES)),
    words: Uint8Array.from({ length: QUERIES }, (_, q) => 1 + s.below(q < TAIL_FROM ? 3 : 5)),
    upTo: new Float64Array(QUERIES),
    itemCategory: Uint8Array.from({ length: ITEMS }, () => s.below(CATEGORIES)),
    brand: Uint8Array.from({ length: ITEMS }, () => Math.floor(BRANDS * s.uniform() * s.uniform())),
    quality: Float32Array.from({ length: ITEMS }, () => s.normal(0, 0.8)),
    stuffing: Float32Array.from({ length: ITEMS }, () => (s.chance(0.25) ? s.gamma(2, 0.6) : 0)),
    gift: Float32Array.from({ length: ITEMS }, () => (s.chance(0.3) ? s.uniform() : 0)),
    price: Float32Array.from({ length: ITEMS }, () => exp(s.normal(3, 0.2))),
    rating: floats(ITEMS),
    reviews: Float32Array.from({ length: ITEMS }, () => s.gamma(1, 30)),
    token: Float32Array.from({ length: ITEMS }, () => s.uniform()),
    item: new Int32Array(pairs),
    fit: floats(pairs),
    text: floats(pairs),
    title: floats(pairs),
    vector: floats(pairs),
    byText: new Uint8Array(pairs),
    byVector: new Uint8Array(pairs),
    mixed: new Uint8Array(pairs),
  };
  for (let i = 0; i < ITEMS; i++) c.rating[i] = c.quality[i]! + s.normal(0, 0.3);
  let sum = 0;
  for (let q = 0; q < QUERIES; q++) c.upTo[q] = sum += 1 / exp(RARER * log(q + 3));
  for (let q = 0; q < QUERIES; q++) c.upTo[q] = c.upTo[q]! / sum;
  for (let q = 0; q < QUERIES; q++) fillPool(s, c, q);
  return { ...c, found: Array.from({ length: QUERIES }, (_, q) => foundByWords(c, q)) };
}

/** Pairs that the old engine finds: the first by words. */
function foundByWords({ byText }: Pick<Catalogue, 'byText'>, query: number): Int32Array {
  return Int32Array.from({ length: LEGACY.depth }, (_, j) => query * POOL + byText[query * POOL + j]!);
}

const usedBy = new Int32Array(ITEMS);
const drawn = { item: new Int32Array(POOL), fit: new Float64Array(POOL), text: new Float64Array(POOL) };
const coarse = new Float32Array(POOL);
const fused = new Float64Array(POOL);
const rank = new Int32Array(POOL);

function fillPool(s: RandomStream, c: Tables, q: number): void {
  // The rarer the query, the less its words say.
  const noise = q < TAIL_FROM ? 2 : 2.8;
  const mark = q + 1;
  if (q === 0) usedBy.fill(0);
  for (let j = 0; j < POOL;) {
    const item = s.below(ITEMS);
    const same = c.itemCategory[item] === c.category[q];
    if (usedBy[item] === mark || (!same && s.chance(0.88))) continue;
    usedBy[item] = mark;
    const fit = (same ? 0.3 : -1) + s.normal(0, 0.9);
    drawn.item[j] = item;
    drawn.fit[j] = fit;
    drawn.text[j] = 0.7 * fit + 0.5 * c.stuffing[item]! + s.normal(0, noise);
    j++;
  }
  const { item, fit, text } = drawn;
  const sorted = byFalling(text);
  const base = q * POOL;
  for (let j = 0; j < POOL; j++) {
    const from = sorted[j]!;
    c.item[base + j] = item[from]!;
    c.fit[base + j] = fit[from]!;
    c.text[base + j] = text[from]!;
    c.title[base + j] = 0.5 * fit[from]! + s.normal(0, 0.3);
    c.vector[base + j] = 0.8 * fit[from]! + s.normal(0, 0.3);
  }
  // The index of meanings is coarse, so that it is quick: what ranks the candidates is finer.
  for (let j = 0; j < POOL; j++) coarse[j] = c.vector[base + j]! + s.normal(0, 2.2);
  const byVector = byFalling(coarse);
  c.byVector.set(byVector, base);
  for (let r = 0; r < POOL; r++) rank[byVector[r]!] = r;
  // Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).
  for (let j = 0; j < POOL; j++) fused[j] = 1 / (20 + j) + 1 / (20 + rank[j]!);
  for (let j = 0; j < POOL; j++) c.byText[base + j] = j;
  c.mixed.set(byFalling(fused), base);
}

const order = new Uint8Array(POOL);

/** Numbers of the pool by falling key, of equal ones the lower first; by insertion. Overwritten by the next call. */
function byFalling(keys: Float64Array | Float32Array): Uint8Array {
  for (let j = 0; j < POOL; j++) {
    const key = keys[j]!;
    let k = j;
    while (k > 0 && keys[order[k - 1]!]! < key) {
      order[k] = order[k - 1]!;
      k--;
    }
    order[k] = j;
  }
  return order;
}
