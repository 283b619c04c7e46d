/** The fraud world: history is lived once by seed; each replay forks it at launch. */
import type { World } from '../world.ts';
import { CAUSES, CAUSE_WORDS } from './causes.ts';
import { DEFAULT_VOLUME, HISTORY_DAYS, LIVE_DAYS } from './config.ts';
import { fraudTable } from './dataset.ts';
import { FEATURES } from './features.ts';
import { INCIDENT_CARDS } from './incidents.ts';
import { ACTIONS } from './live/actions.ts';
import type { DayReport } from './live/live.ts';
import { FraudLaunch } from './lived.ts';
import { createMotion, createSetting, liveHistory } from './motion.ts';
import type { OfflineReport } from './offline/report.ts';
import { fraudPlanProblems } from './plan/check.ts';
import { DECISION_WORDS, replaceDecision } from './plan/decisions.ts';
import { FIELDS, MONITORS } from './plan/fields.ts';
import { DECISIONS, type Decision, type Plan } from './plan/types.ts';
import { FraudSession } from './session.ts';

export const fraudWorld: World<Plan, OfflineReport, DayReport> = {
  id: 'fraud',
  title: 'Card fraud',
  says: 'A payment service approves or declines card payments in shops on the web. Fraud is one payment in hundreds or thousands; its proof comes weeks late.',
  historyDays: HISTORY_DAYS,
  liveDays: LIVE_DAYS,
  defaultVolume: DEFAULT_VOLUME,
  // Fewer hold no fraud to learn from, more do not fit into a page.
  volumeRange: [300, 20_000],
  volumeUnit: 'payments a day',
  features: FEATURES,
  incidents: INCIDENT_CARDS,
  fields: FIELDS,
  monitors: MONITORS,
  actions: ACTIONS,
  causes: CAUSES.map((cause) => ({ cause, says: CAUSE_WORDS[cause] })),
  decisions: DECISIONS.map((decision) => ({ decision, title: DECISION_WORDS[decision] })),
  problems: fraudPlanProblems,
  replace: (plan, reference, decision) => replaceDecision(plan, reference, decision as Decision, FEATURES),
  *generate(seed, volume): Generator<number, FraudLaunch, void> {
    const setting = createSetting(seed, volume);
    const motion = createMotion(setting, Math.ceil(volume * HISTORY_DAYS * 1.03));
    yield* liveHistory(motion, HISTORY_DAYS);
    return new FraudLaunch(FraudSession.atLaunch(motion), seed);
  },
  table: fraudTable,
};
