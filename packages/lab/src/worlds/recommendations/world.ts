/** The recommendations world: history is lived once by seed under the old policy; each replay forks it at launch. */
import type { World } from '../world.ts';
import { CAUSES, CAUSE_WORDS } from './causes.ts';
import { DEFAULT_VOLUME, HISTORY_DAYS, LIVE_DAYS, PLACES } from './config.ts';
import { recommendationsTable } from './dataset.ts';
import { FEATURES } from './features.ts';
import { INCIDENT_CARDS } from './incidents.ts';
import { ACTIONS } from './live/actions.ts';
import type { DayReport } from './live/live.ts';
import { RecommendationsLaunch } from './lived.ts';
import { createMotion, createSetting } from './motion.ts';
import type { OfflineReport } from './offline/report.ts';
import { settle } from './outcome.ts';
import { recommendationsPlanProblems } from './plan/check.ts';
import { DECISION_WORDS, replaceDecision } from './plan/decisions.ts';
import { FIELDS, MONITORS } from './plan/fields.ts';
import { DECISIONS, type Decision, type Plan } from './plan/types.ts';
import { legacyLists, openMorning, RecommendationsSession } from './session.ts';

export const recommendationsWorld: World<Plan, OfflineReport, DayReport> = {
  id: 'recommendations',
  title: 'Recommendations',
  says: 'A subscription for things to read and watch fills the first page of each visit. People click at once; whether it was worth it shows in who still comes weeks later.',
  historyDays: HISTORY_DAYS,
  liveDays: LIVE_DAYS,
  defaultVolume: DEFAULT_VOLUME,
  // Fewer teach nothing, more do not fit into a page.
  volumeRange: [80, 4000],
  volumeUnit: 'visits a day',
  features: FEATURES,
  incidents: INCIDENT_CARDS,
  fields: FIELDS,
  monitors: MONITORS,
  actions: ACTIONS,
  causes: CAUSES.map((cause) => ({ cause, says: CAUSE_WORDS[cause] })),
  decisions: DECISIONS.map((decision) => ({ decision, title: DECISION_WORDS[decision] })),
  problems: recommendationsPlanProblems,
  replace: (plan, reference, decision) => replaceDecision(plan, reference, decision as Decision),
  *generate(seed, volume): Generator<number, RecommendationsLaunch, void> {
    const motion = createMotion(createSetting(seed, volume), Math.ceil(volume * PLACES * HISTORY_DAYS * 1.6));
    for (let day = 0; day < HISTORY_DAYS; day++) {
      const morning = openMorning(motion, day);
      settle(motion, morning.visits, legacyLists(motion, morning), 0);
      yield (day + 1) / HISTORY_DAYS;
    }
    return new RecommendationsLaunch(RecommendationsSession.atLaunch(motion), seed);
  },
  table: recommendationsTable,
};
