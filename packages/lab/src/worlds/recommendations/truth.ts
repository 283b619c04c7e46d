/** What only the world knows of its columns. Read by the post-mortem, never by a plan. */
import { FEATURE_INDEX } from './features.ts';

type Leak = readonly [feature: string, leak: string, says: string];

/** Columns that hold the future when joined as they stand today, and those that nobody has while a list is made. */
const ROWS: readonly Leak[] = [
  [
    'visit_seconds',
    'outcome',
    'it is written when the visit is over, and a visit with a read item is long; while a list is made it is 0',
  ],
  [
    'shown_place',
    'outcome',
    'the place is what the list decides; the old policy’s choice stood in it, and while a list is made it is 0',
  ],
  ['seen_before', 'as-of-today', 'joined as of today, the very click that it should foretell is among the twelve'],
  ['topic_affinity', 'as-of-today', 'joined as of today, the clicks that it should foretell are counted in it'],
  ['topic_read', 'as-of-today', 'joined as of today, the reading that it should foretell is counted in it'],
  ['recent_topic', 'as-of-today', 'joined as of today, it is the topic of a later click'],
  [
    'item_ctr_7d',
    'as-of-today',
    'joined as of today, it is the rate of the last week before launch, not of the week before the row',
  ],
  ['item_long_rate_7d', 'as-of-today', 'joined as of today, it is the rate of the last week before launch'],
  ['item_ctr_total', 'as-of-today', 'joined as of today, all that happened after the row is in it'],
  ['survey_mean', 'as-of-today', 'joined as of today, answers given after the row are in it'],
  ['person_ctr', 'as-of-today', 'joined as of today, the clicks that it should foretell are counted in it'],
  ['item_views_7d', 'as-of-today', 'joined as of today, it says which items are still shown at launch'],
];

export const LEAKS: ReadonlyMap<number, { readonly leak: string; readonly says: string }> = new Map(
  ROWS.map(([feature, leak, says]) => [FEATURE_INDEX.get(feature)!, { leak, says }]),
);
