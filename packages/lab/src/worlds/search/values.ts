/** Values of features for pairs of query and product, column by column, from what the systems know. */
import { log } from '../../random/index.ts';
import type { Incident } from '../types.ts';
import { POOL, QUERIES, TAIL_FROM } from './config.ts';
import { F } from './features.ts';
import type { Copy, Motion } from './motion.ts';

const FREQUENCY = Float64Array.from({ length: QUERIES }, (_, q) => -log(q + 3));

/** Where a column is written: row r of `pair` at `out[at + r]`. */
interface Target {
  readonly pair: Int32Array;
  readonly out: Float32Array;
  readonly at: number;
}

/** Fills a column for these pairs. `copy` is of this morning, or of the one that a stale copy stopped at. */
export function fillFeature(
  feature: number,
  motion: Motion,
  copy: Copy,
  active: readonly Incident[],
  pair: Int32Array,
  phone: Uint8Array,
  out: Float32Array,
  at = 0,
): void {
  const c = motion.setting.catalogue;
  const to: Target = { pair, out, at };
  switch (feature) {
    case F.text_match:
      return ofPair(c.text, to);
    case F.title_match:
      ofPair(c.title, to);
      if (active.some((i) => i.kind === 'broken-analyser')) blankTail(to);
      return;
    case F.vector_match:
      return scaledOfPair(c.vector, active.find((i) => i.kind === 'vector-scale')?.size ?? 1, to);
    case F.category_match:
      return sameCategory(c.category, c.itemCategory, c.item, to);
    case F.text_rank:
      return rankOfPair(to);
    case F.price:
      return ofItem(copy.price, c.item, to);
    case F.in_stock:
      return inStock(copy.stock, c.item, to);
    case F.rating:
      return ofItem(c.rating, c.item, to);
    case F.reviews:
      return ofItem(c.reviews, c.item, to);
    case F.giftable:
      return ofItem(c.gift, c.item, to);
    case F.pair_ctr:
      return rateOfPair(copy.pairClicks, copy.pairViews, 1, to);
    case F.pair_order_rate:
      return rateOfPair(copy.pairOrders, copy.pairViews, 0.3, to);
    case F.item_ctr:
      return rateOfItem(copy.itemClicks, copy.itemViews, c.item, to);
    case F.item_sales:
      return ofItem(copy.itemOrders, c.item, to);
    case F.brand_ctr:
      return rateOfBrand(copy.brandClicks, copy.brandViews, c.brand, c.item, to);
    case F.query_frequency:
      return ofQuery(FREQUENCY, to);
    case F.query_words:
      return ofQuery(c.words, to);
    case F.phone:
      return out.set(phone, at);
    case F.judged_grade:
      return meanGrade(motion.gradeSum, motion.graded, to);
    case F.pair_orders_total:
      return ofPair(motion.ordersTotal, to);
    case F.item_token:
      return ofItem(c.token, c.item, to);
    default:
      // Written after the search: while a list is made nobody knows them.
      out.fill(0, at, at + pair.length);
  }
}

// One loop for each shape of value: a call for every value costs more than the value.

function ofPair(values: Float32Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) out[at + r] = values[pair[r]!]!;
}

function scaledOfPair(values: Float32Array, scale: number, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) out[at + r] = scale * values[pair[r]!]!;
}

function rateOfPair(top: Float32Array, bottom: Float32Array, prior: number, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) {
    const p = pair[r]!;
    out[at + r] = (top[p]! + prior) / (bottom[p]! + 10);
  }
}

function meanGrade(sum: Float32Array, many: Float32Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) {
    const p = pair[r]!;
    out[at + r] = many[p]! > 0 ? sum[p]! / many[p]! : NaN;
  }
}

function rankOfPair({ pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) out[at + r] = pair[r]! % POOL;
}

function blankTail({ pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) if (pair[r]! >= TAIL_FROM * POOL) out[at + r] = NaN;
}

function ofItem(values: Float32Array, item: Int32Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) out[at + r] = values[item[pair[r]!]!]!;
}

function inStock(stock: Int16Array, item: Int32Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) out[at + r] = stock[item[pair[r]!]!]! > 0 ? 1 : 0;
}

function rateOfItem(top: Float32Array, bottom: Float32Array, item: Int32Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) {
    const i = item[pair[r]!]!;
    out[at + r] = (top[i]! + 1) / (bottom[i]! + 10);
  }
}

function rateOfBrand(
  top: Float32Array,
  bottom: Float32Array,
  brand: Uint8Array,
  item: Int32Array,
  { pair, out, at }: Target,
): void {
  for (let r = 0; r < pair.length; r++) {
    const b = brand[item[pair[r]!]!]!;
    out[at + r] = (top[b]! + 2) / (bottom[b]! + 20);
  }
}

function ofQuery(values: Float64Array | Uint8Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) out[at + r] = values[(pair[r]! / POOL) | 0]!;
}

function sameCategory(wanted: Uint8Array, category: Uint8Array, item: Int32Array, { pair, out, at }: Target): void {
  for (let r = 0; r < pair.length; r++) {
    const p = pair[r]!;
    out[at + r] = wanted[(p / POOL) | 0] === category[item[p]!] ? 1 : 0;
  }
}
