import type { FaultId } from '@legible/judge';
import type { Line } from '../../language/line.ts';
import { accuracyOnImbalance } from './accuracy-on-imbalance.ts';
import { apology } from './apology.ts';
import { bareDemand } from './bare-demand.ts';
import { borrowedWe } from './borrowed-we.ts';
import { buzzwordList } from './buzzword-list.ts';
import { decorativeMetric } from './decorative-metric.ts';
import { itDepends } from './it-depends.ts';
import { labelFromNowhere } from './label-from-nowhere.ts';
import { leakySplit } from './leaky-split.ts';
import { modelFirst } from './model-first.ts';
import { noBaseline } from './no-baseline.ts';
import { noRollback } from './no-rollback.ts';
import { offTopic } from './off-topic.ts';
import { offlineOnly } from './offline-only.ts';
import { passion } from './passion.ts';
import { vagueClaim } from './vague-claim.ts';
import { wrongClaim } from './wrong-claim.ts';

/** What the interviewer can say about each fault; the type makes a fault without lines an error. */
export const FAULT_LINES: Readonly<Record<FaultId, readonly Line[]>> = {
  passion,
  apology,
  'borrowed-we': borrowedWe,
  'decorative-metric': decorativeMetric,
  'accuracy-on-imbalance': accuracyOnImbalance,
  'leaky-split': leakySplit,
  'model-first': modelFirst,
  'no-baseline': noBaseline,
  'offline-only': offlineOnly,
  'no-rollback': noRollback,
  'label-from-nowhere': labelFromNowhere,
  'buzzword-list': buzzwordList,
  'vague-claim': vagueClaim,
  'wrong-claim': wrongClaim,
  'it-depends': itDepends,
  'bare-demand': bareDemand,
  'off-topic': offTopic,
};

/** How grave each fault is for the answer, gravest first: what would harm people, then what hides judgment, then manner. */
export const GRAVITY: readonly FaultId[] = [
  'wrong-claim',
  'accuracy-on-imbalance',
  'leaky-split',
  'off-topic',
  'offline-only',
  'label-from-nowhere',
  'model-first',
  'no-rollback',
  'decorative-metric',
  'borrowed-we',
  'it-depends',
  'buzzword-list',
  'vague-claim',
  'no-baseline',
  'bare-demand',
  'passion',
  'apology',
];
