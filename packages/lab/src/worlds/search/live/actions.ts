/** What a person can do while a search run is live, and its price. */
import { rankingActions, type RankingAction } from '../../ranking/actions.ts';
import { FEATURES } from '../features.ts';

const ASKED = ['model', 'old-engine', 'judged'] as const;
/** What a panel can be asked about. */
export type Panel = (typeof ASKED)[number];
export type Action = RankingAction<Panel>;

/** Systems that can be paged beside the features. */
export const SYSTEMS = ['traffic', 'index', 'analyser', 'counters', 'latency'] as const;

export const ACTIONS = rankingActions({
  features: FEATURES.map((f) => f.name),
  systems: SYSTEMS,
  groups: ['places', 'arms', 'tail', 'phones'],
  compared: 'values, clicks, orders',
  panel: {
    title: 'Ask specialists about 200 products',
    says: 'Specialists look at 200 products shown or judged of late and say whether each is what was meant; wrong in 6 of 100.',
    of: ASKED,
  },
  old: 'old engine',
});
