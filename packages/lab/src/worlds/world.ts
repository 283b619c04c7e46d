/**
 * The seam: all that the engine asks of a world. A world is a folder that exports one `World`, and a line in
 * `worlds/index.ts`; the engine, the command line and the page know it by these types only.
 */
import { LearnInputError } from '../learn/index.ts';
import type { ActionCard, BaseAction } from '../operate/actions.ts';
import type { Alarm, Reading } from '../operate/monitors.ts';
import type { Constraint } from '../ledger/constraint.ts';
import type { Lie } from '../ledger/lie.ts';
import type { QuestionGround, RunQuestion } from '../ledger/questions.ts';
import type { PlanBase, PlanProblem } from '../plan/check.ts';
import type { Field, MonitorCard } from '../plan/fields.ts';
import type { FeatureCard, Incident, IncidentCard } from './types.ts';

/** Something done, by the plan's own responses or by a person. */
export interface RunEvent {
  readonly day: number;
  readonly by: 'plan' | 'person';
  readonly what: string;
  readonly dollars: number;
  /** What came back, as plain data: the result of an investigation, an audit or a page. */
  readonly answer?: unknown;
}

/** What one day shows to the person who runs it, in every world. Only monitors that were bought have readings. */
export interface BaseDay {
  readonly day: number;
  readonly readings: readonly Reading[];
  readonly alarms: readonly Alarm[];
  readonly events: readonly RunEvent[];
}

/** What every offline report says; a world adds its own figures and curves. It may lie; it sees no truth. */
export interface BaseReport {
  readonly metric: {
    readonly name: string;
    readonly value: number;
    readonly baseline: number | null;
    readonly launched: 'model' | 'baseline';
  };
  readonly metrics: Readonly<Record<string, number>>;
  /** Dollars a day that the plan promises itself, by its own beliefs. */
  readonly promisedPerDay: number;
}

/** Money of one day by cause, dollars, in the order of the world's causes; costs are positive. */
export type Money = Float64Array;

/** What a life came to in truth. Read by the post-mortem only, after the last day. */
export interface LifeTruth {
  /** In the order of the pipeline, then by day. */
  readonly lies: readonly Lie[];
  readonly incidents: readonly Incident[];
  /** True share of the units that the product is about: frauds among payments, satisfied among sessions. */
  readonly prevalence: number;
  readonly counts: Readonly<Record<string, number>>;
  /** The constraint that dominates this world, where it names one. */
  readonly constraint?: Constraint;
}

/** One live period of one plan. All but `money`, `truth` and `questions` is observation. */
export interface Life<R extends BaseReport = BaseReport, D extends BaseDay = BaseDay> {
  /** The next day to be lived. */
  readonly day: number;
  readonly done: boolean;
  readonly reports: readonly D[];
  readonly money: readonly Money[];
  /** Everything that the offline stage shows. */
  offline(): R;
  /** Lives one day; `actions` are those of a person on this day, in order. */
  advance(actions: readonly BaseAction[]): D;
  truth(): LifeTruth;
  questions(ground: QuestionGround): readonly RunQuestion[];
}

/** How a plan is lived. */
export interface Living {
  /** Take the readings of every monitor, bought or not: the post-mortem asks for them. */
  readonly watchAll?: boolean;
  /** Index among the incidents of the truth of one that does not happen in this life. */
  readonly without?: number;
}

/** Policies that need no plan: the world as it is without us, and one that knows the truth. */
export type Policy = 'nothing' | 'oracle';

/** A world on launch day. Opening a life forks it: any number can be lived, in any order, to the same bytes. */
export interface Launch<P extends PlanBase = PlanBase, R extends BaseReport = BaseReport, D extends BaseDay = BaseDay> {
  /** The offline stage of `plan`, then the morning of day 0. Throws NothingToLearn. */
  open(plan: P, living?: Living): Life<R, D>;
  policy(policy: Policy): readonly Money[];
}

/** Rows of a generated table, in columns. */
export interface TableChunk {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Float32Array | Int32Array | Int16Array | Uint8Array>>;
}

/** A cause of cost in the ledger. */
export interface CauseCard {
  readonly cause: string;
  readonly says: string;
}

/** A part of a plan that can be replaced by another plan's, to price it. */
export interface DecisionCard {
  readonly decision: string;
  readonly title: string;
}

export interface World<P extends PlanBase = PlanBase, R extends BaseReport = BaseReport, D extends BaseDay = BaseDay> {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly historyDays: number;
  readonly liveDays: number;
  /** Units a day, such as payments: what a run has unless it says otherwise, and the range that makes sense. */
  readonly defaultVolume: number;
  readonly volumeRange: readonly [least: number, most: number];
  readonly volumeUnit: string;
  readonly features: readonly FeatureCard[];
  readonly incidents: readonly IncidentCard[];
  readonly fields: readonly Field[];
  readonly monitors: readonly MonitorCard[];
  readonly actions: readonly ActionCard[];
  readonly causes: readonly CauseCard[];
  readonly decisions: readonly DecisionCard[];
  /** All that is wrong with a document; empty where it is a plan for this world. */
  problems(document: unknown): readonly PlanProblem[];
  /** `plan` with one decision taken from `reference`. */
  replace(plan: P, reference: P, decision: string): P;
  /** Lives the history. Yields the share done, 0 to 1; returns the world at launch. */
  generate(seed: number, volume: number): Generator<number, Launch<P, R, D>, void>;
  /** The history as a table with its truth, of exactly `rows` rows, in chunks that are overwritten. */
  table(seed: number, rows: number): Generator<TableChunk, void, void>;
}

/** Thrown where the labels of a plan leave nothing to learn from. */
export class NothingToLearn extends LearnInputError {}
