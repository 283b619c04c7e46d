/** The lab: simulated ML products with a hidden truth, in which a bad evaluation costs money. */
export * from './worlds/index.ts';
export type { World, WorldFacts } from './worlds/session.ts';
export {
  CAUSES,
  CAUSE_WORDS,
  type Cause,
  type FeatureCard,
  type Freshness,
  type Incident,
  type IncidentCard,
} from './worlds/types.ts';
export { DECISIONS, type Decision, type MonitorKind, type Plan, type PlanFeature } from './plan/types.ts';
export { FIELDS, MONITORS, type Field, type FieldType, type MonitorCard } from './plan/fields.ts';
export { parsePlan, PlanError, planProblems, type PlanProblem } from './plan/check.ts';
export { ACTIONS, ActionError, parseAction, SYSTEMS, type Action, type ActionCard } from './operate/actions.ts';
export type { Alarm, Reading } from './operate/monitors.ts';
export type { ObservedLog } from './observe/log.ts';
export type { OfflineReport, FeatureView, Point } from './run/report.ts';
export type { DayReport, RunEvent } from './run/live.ts';
export { NothingToLearn } from './run/fit.ts';
export {
  checkSeed,
  checkVolume,
  parseRunFile,
  RunFileError,
  VOLUME_RANGE,
  writeRunFile,
  type RunFile,
} from './run/run-file.ts';
export {
  ActiveRun,
  drive,
  prepare,
  resume,
  revealHere,
  wholeRun,
  writeResult,
  type Ground,
  type Progress,
  type RunResult,
} from './run/run.ts';
export { runJob, type ReplayJob, type ReplayOutcome } from './ledger/jobs.ts';
export type { DecisionCost, LedgerLine, PostMortem } from './ledger/post-mortem.ts';
export type { Lie, LieStage } from './ledger/lies.ts';
export { markReply, type Marked, type RunQuestion } from './ledger/questions.ts';
export { DECISION_WORDS } from './ledger/decisions.ts';
export { resultSchema } from './run/result-schema.ts';
