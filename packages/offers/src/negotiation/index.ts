export { floorOf, onSeed, type Counterpart } from './counterpart.ts';
export { COUNTERPARTS, counterpartOf } from './counterparts/index.ts';
export { distance, frontier, nashPoint, type Deal } from './frontier.ts';
export { context, facing, open, step } from './machine.ts';
export { outcome, play, sayAndCount, standing, type Negotiator } from './play.ts';
export type { Act, Figure, Reading, Unclear } from './reading/acts.ts';
export { canonical } from './reading/canonical.ts';
export { read } from './reading/read.ts';
export { sayBack } from './reading/say-back.ts';
export { behaviours, type Behaviour } from './review/behaviours.ts';
export { tryScript, type ScriptResult } from './review/script.ts';
export { worthOfSentences, type SentenceWorth } from './review/sentences.ts';
export { openSheets, type Opened } from './review/sheets.ts';
export { SCRIPTED } from './scripted.ts';
export { parseCandidateSheet, points, PROFILES, reservation, type CandidateSheet, type Sheet } from './sheet.ts';
export { over, type Effect, type Event, type Phase, type State, type Step, type Turn } from './state.ts';
export {
  AREAS,
  ISSUE_LABELS,
  ISSUES,
  K,
  MONEY,
  sameTerms,
  sayIssue,
  type Area,
  type Issue,
  type Terms,
} from './terms.ts';
