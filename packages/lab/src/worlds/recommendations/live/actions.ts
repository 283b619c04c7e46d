/** What a person can do while a recommendations run is live, and its price. */
import { rankingActions, type RankingAction } from '../../ranking/actions.ts';
import { FEATURES } from '../features.ts';

const ASKED = ['model', 'old-policy', 'clicked'] as const;
/** What a panel can be asked about. */
export type Panel = (typeof ASKED)[number];
export type Action = RankingAction<Panel>;

/** Systems that can be paged beside the features. */
export const SYSTEMS = ['traffic', 'client', 'catalogue', 'metrics', 'feature-store', 'latency'] as const;

export const ACTIONS = rankingActions({
  features: FEATURES.map((f) => f.name),
  systems: SYSTEMS,
  groups: ['places', 'arms', 'new-items', 'phones'],
  compared: 'values, views, clicks, reads',
  panel: {
    title: 'Ask a panel about 200 clicks',
    says: 'People look at 200 clicked items of the last week and say whether each was worth it; wrong in 8 of 100.',
    of: ASKED,
  },
  old: 'old policy',
});
