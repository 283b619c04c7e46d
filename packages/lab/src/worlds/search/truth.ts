/** What only the world knows of its columns. Read by the post-mortem, never by a plan. */
import { FEATURE_INDEX } from './features.ts';

type Leak = readonly [feature: string, leak: string, says: string];

const ROWS: readonly Leak[] = [
  ['judged_grade', 'label', 'it is the grade that the judgments are made of; for what was never judged it is missing'],
  ['pair_orders_total', 'as-of-today', 'joined as of today, the order that it should foretell is counted in it'],
  ['shown_place', 'outcome', 'the place is what the list decides; while it is made it is 0'],
  ['basket_value', 'outcome', 'it is written after the search; while the list is made it is 0'],
  ['pair_ctr', 'as-of-today', 'joined as of today, the click that it should foretell is counted in it'],
  ['pair_order_rate', 'as-of-today', 'joined as of today, the order that it should foretell is counted in it'],
  ['item_ctr', 'as-of-today', 'joined as of today, clicks after the row are in it'],
  ['item_sales', 'as-of-today', 'joined as of today, orders after the row are in it'],
];

export const LEAKS: ReadonlyMap<number, { readonly leak: string; readonly says: string }> = new Map(
  ROWS.map(([feature, leak, says]) => [FEATURE_INDEX.get(feature)!, { leak, says }]),
);
