/** Queries, products and how well they fit, as only the world knows them. */
import { exp, log, RandomStream } from '../../random/index.ts';
import { BRANDS, CATEGORIES, ITEMS, POOL, QUERIES, RARER, TAIL_FROM } from './config.ts';

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
}

export function createCatalogue(seed: number): Catalogue {
  const s = new RandomStream(seed, 'search/catalogue');
  const pairs = QUERIES * POOL;
  const floats = (n: number): Float32Array => new Float32Array(n);
  const c = {
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
  return c;
}

function fillPool(s: RandomStream, c: Catalogue, q: number): void {
  const used = new Set<number>();
  // The rarer the query, the less its words say.
  const noise = q < TAIL_FROM ? 2 : 2.8;
  const drawn: { item: number; fit: number; text: number }[] = [];
  while (drawn.length < POOL) {
    const item = s.below(ITEMS);
    const same = c.itemCategory[item] === c.category[q];
    if (used.has(item) || (!same && s.chance(0.88))) continue;
    used.add(item);
    const fit = (same ? 0.3 : -1) + s.normal(0, 0.9);
    drawn.push({ item, fit, text: 0.7 * fit + 0.5 * c.stuffing[item]! + s.normal(0, noise) });
  }
  drawn.sort((a, b) => b.text - a.text || a.item - b.item);
  const base = q * POOL;
  drawn.forEach((d, j) => {
    c.item[base + j] = d.item;
    c.fit[base + j] = d.fit;
    c.text[base + j] = d.text;
    c.title[base + j] = 0.5 * d.fit + s.normal(0, 0.3);
    c.vector[base + j] = 0.8 * d.fit + s.normal(0, 0.3);
  });
  // The index of meanings is coarse, so that it is quick: what ranks the candidates is finer.
  const coarse = Float32Array.from({ length: POOL }, (_, j) => c.vector[base + j]! + s.normal(0, 2.2));
  const numbers = Array.from({ length: POOL }, (_, j) => j);
  const byVector = [...numbers].sort((a, b) => coarse[b]! - coarse[a]! || a - b);
  c.byText.set(numbers, base);
  c.byVector.set(byVector, base);
  const rank = new Map(byVector.map((j, r) => [j, r]));
  const either = (j: number): number => 1 / (20 + j) + 1 / (20 + rank.get(j)!);
  // Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009).
  c.mixed.set(
    [...numbers].sort((a, b) => either(b) - either(a) || a - b),
    base,
  );
}
