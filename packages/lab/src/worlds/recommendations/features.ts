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
  ['item_age_days', 'request', REQUEST, 'Age of the item', 'Days since the item appeared.'],
  ['item_minutes', 'profile', DAILY, 'Length', 'Minutes that the item takes.'],
  ['item_ctr_7d', 'aggregate', STORE, 'Click rate, 7 days', 'Clicks over showings of the item in the last week.'],
  [
    'item_views_7d',
    'aggregate',
    STORE,
    'Showings, 7 days',
    'Natural log of the showings of the item in the last week.',
  ],
  [
    'item_long_rate_7d',
    'aggregate',
    STORE,
    'Long-read rate',
    'Of the clicks on the item in the last week, those of 30 seconds or more.',
  ],
  ['item_like_rate', 'aggregate', DAILY, 'Like rate', 'Likes over clicks of the item in the last week.'],
  [
    'topic_affinity',
    'aggregate',
    STORE,
    'Topic affinity',
    'Share of the person’s clicks that went to the topic of the item.',
  ],
  [
    'topic_read',
    'aggregate',
    DAILY,
    'Topic reading',
    'Of the person’s clicks in the topic, those of 30 seconds or more.',
  ],
  [
    'recent_topic',
    'aggregate',
    STORE,
    'Topic of the last click',
    '1 where the item has the topic that the person clicked last.',
  ],
  [
    'house_long_rate',
    'aggregate',
    DAILY,
    'Publisher’s long-read rate',
    'Of the clicks on the publisher in the last month, those of 30 seconds or more.',
  ],
  [
    'house_ctr',
    'aggregate',
    DAILY,
    'Publisher’s click rate',
    'Clicks over showings of the publisher in the last month.',
  ],
  ['title_heat', 'vendor', REQUEST, 'Heat of the title', 'Score of a paid supplier for how lurid the title is.'],
  [
    'editor_score',
    'vendor',
    REQUEST,
    'Editor’s score',
    'An editor’s mark for the item; missing until it has been read.',
  ],
  ['person_visits_14d', 'aggregate', DAILY, 'Visits, 14 days', 'Visits of the person in the last two weeks.'],
  ['person_ctr', 'aggregate', DAILY, 'Person’s click rate', 'Clicks over showings of the person.'],
  ['person_tenure', 'profile', DAILY, 'Tenure', 'Days since the person joined, at most 400.'],
  ['phone', 'request', REQUEST, 'Phone', '1 where the visit is on a phone.'],
  ['seen_before', 'aggregate', STORE, 'Seen before', '1 where the person opened the item among the last twelve.'],
  [
    'topic_trend',
    'aggregate',
    STORE,
    'Topic trend',
    'Showings of the topic yesterday over its mean day in the last week.',
  ],
  [
    'item_ctr_total',
    'profile',
    DAILY,
    'Click rate, in all',
    'Clicks over showings of the item since it appeared, from the item table.',
  ],
  [
    'survey_mean',
    'profile',
    DAILY,
    'Survey mean',
    'Share of the asked who were pleased with the item, from the survey table.',
  ],
  ['visit_seconds', 'profile', DAILY, 'Length of the visit', 'Seconds that the visit lasted, from the visit table.'],
  ['shown_place', 'profile', DAILY, 'Place shown', 'Place at which the item was shown, from the display table.'],
  [
    'item_token',
    'request',
    REQUEST,
    'Item token',
    'The number that stands for the item in our systems, scaled to 0 to 1.',
  ],
];

/** Index of each feature in every columnar block. */
export const F: Readonly<Record<string, number>> = Object.fromEntries(ROWS.map(([name], i) => [name, i]));

const LATENCY: Record<Freshness, number> = { request: 0, daily: 6, hourly: 18, realtime: 0 };
const PRICE: Record<Freshness, number> = { request: 0, daily: 0.3, hourly: 1, realtime: 0 };

export const FEATURES: readonly FeatureCard[] = ROWS.map(([name, family, freshness, title, says]) => ({
  name,
  family,
  title,
  says,
  freshness,
  latencyMs: Object.fromEntries(freshness.map((f) => [f, family === 'vendor' ? 25 : LATENCY[f]])),
  dollarsPerDay: Object.fromEntries(freshness.map((f) => [f, family === 'vendor' ? 4 : PRICE[f]])),
  backfillDollars: family === 'aggregate' || family === 'profile' ? 30 : 0,
}));

export const FEATURE_COUNT: number = FEATURES.length;
export const FEATURE_INDEX: ReadonlyMap<string, number> = new Map(FEATURES.map((f, i) => [f.name, i]));
/** Features that differ between this morning and the morning before: those that can be had at two freshnesses. */
export const VOLATILE: readonly number[] = FEATURES.flatMap((f, i) => (f.freshness.length > 1 ? [i] : []));
