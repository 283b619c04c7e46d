/** Values of features for pairs of query and product, column by column, from what the systems know. */
import { log } from '../../random/index.ts';
import type { Incident } from '../types.ts';
import { POOL, QUERIES, TAIL_FROM } from './config.ts';
import { F } from './features.ts';
import type { Copy, Motion } from './motion.ts';

const FREQUENCY = Float64Array.from({ length: QUERIES }, (_, q) => -log(q + 3));

/** Fills a column for these pairs. `copy` is of this morning, or of the one that a stale copy stopped at. */
export function fillFeature(
  feature: number,
  motion: Motion,
  copy: Copy,
  active: readonly Incident[],
  pair: ArrayLike<number>,
  phone: ArrayLike<number>,
  out: Float32Array,
  at = 0,
): void {
  const c = motion.setting.catalogue;
  const rows = pair.length;
  const each = (value: (p: number, i: number, r: number) => number): void => {
    for (let r = 0; r < rows; r++) out[at + r] = value(pair[r]!, c.item[pair[r]!]!, r);
  };
  const queryOf = (p: number): number => (p / POOL) | 0;
  switch (feature) {
    case F.text_match:
      return each((p) => c.text[p]!);
    case F.title_match: {
      const broken = active.some((i) => i.kind === 'broken-analyser');
      return each((p) => (broken && p >= TAIL_FROM * POOL ? NaN : c.title[p]!));
    }
    case F.vector_match: {
      const scale = active.find((i) => i.kind === 'vector-scale')?.size ?? 1;
      return each((p) => scale * c.vector[p]!);
    }
    case F.category_match:
      return each((p, i) => (c.category[queryOf(p)] === c.itemCategory[i] ? 1 : 0));
    case F.text_rank:
      return each((p) => p % POOL);
    case F.price:
      return each((_, i) => copy.price[i]!);
    case F.in_stock:
      return each((_, i) => (copy.stock[i]! > 0 ? 1 : 0));
    case F.rating:
      return each((_, i) => c.rating[i]!);
    case F.reviews:
      return each((_, i) => c.reviews[i]!);
    case F.giftable:
      return each((_, i) => c.gift[i]!);
    case F.pair_ctr:
      return each((p) => (copy.pairClicks[p]! + 1) / (copy.pairViews[p]! + 10));
    case F.pair_order_rate:
      return each((p) => (copy.pairOrders[p]! + 0.3) / (copy.pairViews[p]! + 10));
    case F.item_ctr:
      return each((_, i) => (copy.itemClicks[i]! + 1) / (copy.itemViews[i]! + 10));
    case F.item_sales:
      return each((_, i) => copy.itemOrders[i]!);
    case F.brand_ctr:
      return each((_, i) => (copy.brandClicks[c.brand[i]!]! + 2) / (copy.brandViews[c.brand[i]!]! + 20));
    case F.query_frequency:
      return each((p) => FREQUENCY[queryOf(p)]!);
    case F.query_words:
      return each((p) => c.words[queryOf(p)]!);
    case F.phone:
      return each((_, __, r) => phone[r]!);
    case F.judged_grade:
      return each((p) => (motion.graded[p]! > 0 ? motion.gradeSum[p]! / motion.graded[p]! : NaN));
    case F.pair_orders_total:
      return each((p) => motion.ordersTotal[p]!);
    case F.item_token:
      return each((_, i) => c.token[i]!);
    default:
      // Written after the search: while a list is made nobody knows them.
      out.fill(0, at, at + rows);
  }
}
