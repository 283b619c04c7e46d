/** The lab: simulated ML products with a hidden truth, in which a bad evaluation costs money. */
export * from './worlds/index.ts';
export type {
  BaseDay,
  BaseReport,
  CauseCard,
  DecisionCard,
  Launch,
  Life,
  Policy,
  RunEvent,
  World,
} from './worlds/world.ts';
export { NothingToLearn } from './worlds/world.ts';
export type { FeatureCard, Freshness, Incident, IncidentCard } from './worlds/types.ts';
export type { Field, FieldType, MonitorCard } from './plan/fields.ts';
export { parsePlan, PlanError, planProblems, type PlanBase, type PlanProblem } from './plan/check.ts';
export { ActionError, parseAction, type ActionArgument, type ActionCard, type BaseAction } from './operate/actions.ts';
export type { Alarm, Reading } from './operate/monitors.ts';
export { checkSeed, checkVolume, parseRunFile, RunFileError, writeRunFile, type RunFile } from './run/run-file.ts';
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
export {
  replayJobs,
  type DecisionCost,
  type IncidentCost,
  type LedgerLine,
  type PostMortem,
} from './ledger/post-mortem.ts';
export type { Constraint } from './ledger/constraint.ts';
export type { Lie } from './ledger/lie.ts';
export { markReply, type Marked, type RunQuestion } from './ledger/questions.ts';
export { resultSchema } from './run/result-schema.ts';
/** The fraud world's own types and words; whatever else the page needs is in the world's cards. */
export { CAUSES, CAUSE_WORDS, type Cause } from './worlds/fraud/causes.ts';
export { ACTIONS, SYSTEMS, type Action } from './worlds/fraud/live/actions.ts';
export type { DayReport } from './worlds/fraud/live/live.ts';
export type { ObservedLog } from './worlds/fraud/observe/log.ts';
export type { FeatureView, OfflineReport, Point } from './worlds/fraud/offline/report.ts';
export { FIELDS, MONITORS } from './worlds/fraud/plan/fields.ts';
export type { MonitorKind, Plan, PlanFeature } from './worlds/fraud/plan/types.ts';
export * from './drills/index.ts';
