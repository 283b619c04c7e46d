/**
 * The feature catalogue as the product's own documentation would describe it. Nothing here says which columns lie: that
 * is in `truth.ts`, which only the world and the post-mortem read.
 */
import type { FeatureCard, Freshness } from '../types.ts';

const REQUEST: readonly Freshness[] = ['request'];
const DAILY: readonly Freshness[] = ['daily'];
const STORE: readonly Freshness[] = ['daily', 'hourly'];

type Row = readonly [
  name: string,
  family: FeatureCard['family'],
  freshness: readonly Freshness[],
  title: string,
  says: string,
];

const ROWS: readonly Row[] = [
  ['text_match', 'request', REQUEST, 'Match of words', 'BM25-like score of the query against the text of the product.'],
  ['title_match', 'request', REQUEST, 'Match of the title', 'The same against the title alone.'],
  ['vector_match', 'vendor', REQUEST, 'Match of meaning', 'Cosine of two embeddings from a paid supplier, rescaled.'],
  [
    'category_match',
    'request',
    REQUEST,
    'Same category',
    '1 where the category guessed from the query is the product’s.',
  ],
  ['text_rank', 'request', REQUEST, 'Rank by words', 'Rank of the product among the candidates by words.'],
  ['price', 'profile', STORE, 'Price', 'Price in the index, dollars.'],
  ['in_stock', 'profile', STORE, 'In stock', '1 where the index says that there is one left.'],
  ['rating', 'profile', DAILY, 'Rating', 'Mean of the customers’ ratings, standardised.'],
  ['reviews', 'profile', DAILY, 'Reviews', 'How many reviews there are.'],
  ['giftable', 'profile', DAILY, 'A gift', 'How often the product is wrapped as a gift.'],
  [
    'pair_ctr',
    'aggregate',
    STORE,
    'Click rate for the query',
    'Clicks over showings of the product for this query, recent.',
  ],
  ['pair_order_rate', 'aggregate', STORE, 'Order rate for the query', 'Orders over showings for this query, recent.'],
  ['item_ctr', 'aggregate', STORE, 'Click rate', 'Clicks over showings of the product for any query, recent.'],
  ['item_sales', 'aggregate', STORE, 'Sales', 'Orders of the product, recent.'],
  ['brand_ctr', 'aggregate', DAILY, 'Click rate of the brand', 'Clicks over showings of the brand, recent.'],
  [
    'query_frequency',
    'profile',
    DAILY,
    'Frequency of the query',
    'Share of the searches that are this query, in logarithms.',
  ],
  ['query_words', 'request', REQUEST, 'Words', 'Words of the query.'],
  ['phone', 'request', REQUEST, 'Phone', '1 where the search is on a phone.'],
  [
    'judged_grade',
    'profile',
    DAILY,
    'Judged grade',
    'Mean grade of the pair in the judgment table, missing where there is none.',
  ],
  [
    'pair_orders_total',
    'profile',
    DAILY,
    'Orders for the query, in all',
    'All orders of the product for this query, from the order table.',
  ],
  ['shown_place', 'profile', DAILY, 'Place shown', 'Place at which the product was shown, from the display table.'],
  [
    'basket_value',
    'profile',
    DAILY,
    'Value of the basket',
    'Dollars in the basket after the search, from the basket table.',
  ],
  ['item_token', 'request', REQUEST, 'Product token', 'The number that stands for the product, scaled to 0 to 1.'],
];

/** Index of each feature in every columnar block. */
export const F: Readonly<Record<string, number>> = Object.fromEntries(ROWS.map(([name], i) => [name, i]));

const LATENCY: Record<Freshness, number> = { request: 0, daily: 5, hourly: 16, realtime: 0 };
const PRICE: Record<Freshness, number> = { request: 0, daily: 0.3, hourly: 1, realtime: 0 };

export const FEATURES: readonly FeatureCard[] = ROWS.map(([name, family, freshness, title, says]) => ({
  name,
  family,
  title,
  says,
  freshness,
  latencyMs: Object.fromEntries(freshness.map((f) => [f, family === 'vendor' ? 20 : LATENCY[f]])),
  dollarsPerDay: Object.fromEntries(freshness.map((f) => [f, family === 'vendor' ? 4 : PRICE[f]])),
  backfillDollars: family === 'aggregate' || family === 'profile' ? 25 : 0,
}));

export const FEATURE_INDEX: ReadonlyMap<string, number> = new Map(FEATURES.map((f, i) => [f.name, i]));
/** Features that can be had at two freshnesses. */
export const VOLATILE: readonly number[] = FEATURES.flatMap((f, i) => (f.freshness.length > 1 ? [i] : []));
