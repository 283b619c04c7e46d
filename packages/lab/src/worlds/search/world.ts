/** The search world: history is lived once by seed under the old policy; each replay forks it at launch. */
import type { World } from '../world.ts';
import { CAUSES, CAUSE_WORDS } from './causes.ts';
import { DayValues } from './behaviour.ts';
import { DEFAULT_VOLUME, ECONOMICS, HISTORY_DAYS, LIVE_DAYS } from './config.ts';
import { searchTable } from './dataset.ts';
import { FEATURES } from './features.ts';
import { INCIDENT_CARDS } from './incidents.ts';
import { ACTIONS } from './live/actions.ts';
import type { DayReport } from './live/live.ts';
import { legacyLists } from './legacy.ts';
import { SearchLaunch } from './lived.ts';
import { createMotion, createSetting, openDay } from './motion.ts';
import type { OfflineReport } from './offline/report.ts';
import { settle } from './outcome.ts';
import { searchPlanProblems } from './plan/check.ts';
import { DECISION_WORDS, replaceDecision } from './plan/decisions.ts';
import { FIELDS, MONITORS } from './plan/fields.ts';
import { DECISIONS, type Decision, type Plan } from './plan/types.ts';
import { capacityFor, SearchSession } from './session.ts';

export const searchWorld: World<Plan, OfflineReport, DayReport> = {
  id: 'search',
  title: 'Search',
  says: 'A shop puts its products into order for each search. Annotators say what is relevant, people order what they wanted, and both only see what was found in time.',
  historyDays: HISTORY_DAYS,
  liveDays: LIVE_DAYS,
  defaultVolume: DEFAULT_VOLUME,
  // Fewer teach nothing, more do not fit into a page.
  volumeRange: [80, 4000],
  volumeUnit: 'searches a day',
  features: FEATURES,
  incidents: INCIDENT_CARDS,
  fields: FIELDS,
  monitors: MONITORS,
  actions: ACTIONS,
  causes: CAUSES.map((cause) => ({ cause, says: CAUSE_WORDS[cause] })),
  decisions: DECISIONS.map((decision) => ({ decision, title: DECISION_WORDS[decision] })),
  problems: searchPlanProblems,
  replace: (plan, reference, decision) => replaceDecision(plan, reference, decision as Decision),
  *generate(seed, volume): Generator<number, SearchLaunch, void> {
    const motion = createMotion(createSetting(seed, volume), capacityFor(volume, HISTORY_DAYS));
    for (let day = 0; day < HISTORY_DAYS; day++) {
      const visits = openDay(motion, day);
      settle(motion, visits, legacyLists(motion, visits), new DayValues(motion, day), ECONOMICS.oldEngineMs);
      yield (day + 1) / HISTORY_DAYS;
    }
    return new SearchLaunch(SearchSession.atLaunch(motion), seed);
  },
  table: searchTable,
};
