/** The live period, one day at a time: serve, experiment, watch, respond. */
import type { TreesModel } from '../../../learn/index.ts';
import type { Alarm, Baseline, Reading } from '../../../operate/monitors.ts';
import { Arms, type Difference } from '../../ranking/arms.ts';
import { Experiment, type Look } from '../../ranking/experiment.ts';
import { NothingToLearn, type BaseDay, type RunEvent } from '../../world.ts';
import { CAUSES, type Cause } from '../causes.ts';
import type { LoggedDay, ServedDay, WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { QUICK_PAUSE, rowsFor } from '../observe/rewards.ts';
import { fitRanker } from '../offline/fit.ts';
import type { Launched } from '../offline/launch.ts';
import type { DayTruth } from '../outcome.ts';
import type { Plan } from '../plan/types.ts';
import type { Action } from './actions.ts';
import { audit, investigate } from './inspect.ts';
import {
  ACTION_DOLLARS,
  experimentDollars,
  judgingDollars,
  monitoringDollars,
  servingDollars,
  setUpDollars,
} from './prices.ts';
import { nothingChosen, serveLists, type ServedLists } from './serve.ts';
import { sampleOf, Watch } from './watch.ts';

/** Days between two automatic retrainings or pages for one cause, and quiet days that undo a rollback by the plan. */
const PATIENCE = 7;
const QUIET_DAYS = 4;
/** Days on which nobody is paged again for what they had found in order. */
const MUTED = 35;
/** Who is paged where a monitor names no feature. */
const CULPRITS: Readonly<Record<string, readonly string[]>> = {
  clickRate: ['traffic'],
  soldOut: ['index'],
  latency: ['latency'],
};

/** What one day shows to the person who runs it. Only monitors that were bought have readings. */
export interface DayReport extends BaseDay {
  readonly visits: number;
  /** Share of visits whose lists the model made. */
  readonly share: number;
  readonly clicks: number;
  readonly orders: number;
  readonly phase: 'shadow' | 'experiment' | 'everybody' | 'old engine';
  /** The look at the experiment, on days on which it ran. */
  readonly look: Look | null;
}

/** One live period. Reports are what a person sees; `truth` and `hidden` are for the ledger and the post-mortem. */
export class LiveRun {
  readonly plan: Plan;
  readonly session: WorldSession;
  readonly experiment: Experiment;
  readonly alarms: Alarm[] = [];
  readonly events: RunEvent[] = [];
  readonly reports: DayReport[] = [];
  readonly truth: DayTruth[] = [];
  /** Readings of every monitor, bought or not. */
  readonly hidden: Reading[] = [];
  readonly off = new Map<string, 'plan' | 'person'>();
  day = 0;
  readonly #watch: Watch;
  readonly #last = new Map<string, number>();
  #model: TreesModel | undefined;
  #exploration: number;
  #rolledBack: 'nobody' | 'plan' | 'person' = 'nobody';
  #quiet = 0;
  #rebase = false;
  #pending: readonly Alarm[] = [];
  #training: number;
  #actions = 0;
  #judging: number;
  /** The same comparison on the head and on the tail: what the whole hides. */
  readonly #bySlice: readonly Arms[];

  constructor(session: WorldSession, plan: Plan, launched: Launched, watchAll: boolean) {
    this.session = session;
    this.plan = plan;
    this.#model = launched.model;
    this.#exploration = plan.exploration.share;
    this.#training = setUpDollars(plan);
    this.#judging = judgingDollars(plan);
    this.#bySlice = [0, 1].map(() => new Arms(plan.experiment.unit, session.facts.people));
    this.experiment = new Experiment(plan.experiment, session.facts.people, launched.trial.power);
    this.#watch = new Watch(plan, launched.trial.log, watchAll);
  }

  get done(): boolean {
    return this.day >= this.session.facts.liveDays;
  }

  get baseline(): Baseline | undefined {
    return this.#watch.baseline;
  }

  /** What the experiment saw on queries of the tail, so far. */
  get tail(): Difference | undefined {
    return this.#bySlice[1]!.difference();
  }

  log(): ObservedLog {
    return this.session.log(this.day);
  }

  #phase(): DayReport['phase'] {
    if (!this.#model || this.#rolledBack !== 'nobody') return 'old engine';
    if (this.day < this.plan.rollout.shadowDays) return 'shadow';
    if (this.experiment.running) return 'experiment';
    return this.experiment.verdict === 'ship' ? 'everybody' : 'old engine';
  }

  /** Lives one day. `actions` are those of a person on this day, in order. */
  advance(actions: readonly Action[]): DayReport {
    const { day, plan, session } = this;
    const firstEvent = this.events.length;
    this.#respond();
    for (const action of actions) this.#act(action);
    const { everyDays } = plan.retraining;
    if (everyDays > 0 && day > 0 && day % everyDays === 0) this.#retrain('plan');
    const phase = this.#phase();
    const today = session.openDay(day);
    const which = this.#visitsFor(today, phase);
    const served = this.#serve(today, which);
    // A shadow day scores everything and shows nothing.
    const shown = served && phase !== 'shadow' ? served.chosen : nothingChosen();
    const stored =
      served && this.#watch.wants('skew')
        ? session.served(plan.features, sampleOf(served.chosen.candidates), true)
        : undefined;
    const { truth, logged } = session.closeDay(
      shown,
      served && phase !== 'shadow' ? served.waitMs : 0,
      plan.index.refresh,
    );
    const look = phase === 'experiment' ? this.#look(today, logged) : null;
    if (served && this.#rebase) {
      this.#watch.rebase(served.scores);
      this.#rebase = false;
    }
    const { shown: readings, all } = this.#watch.read(day, served, stored, logged, served?.late ?? 0);
    this.hidden.push(...all);
    const alarms = this.#alarm(readings);
    this.#charge(truth, phase);
    this.#evening(alarms);
    const report: DayReport = {
      day,
      visits: today.count,
      share: phase === 'shadow' ? 0 : which.length / Math.max(1, today.count),
      clicks: logged.clicks.reduce((a, b) => a + b, 0),
      orders: logged.orders.reduce((a, b) => a + b, 0),
      phase,
      look,
      readings,
      alarms,
      events: this.events.slice(firstEvent),
    };
    this.reports.push(report);
    this.truth.push(truth);
    this.day++;
    return report;
  }

  /** Visits whose lists the model makes; in the shadow all of them are scored. */
  #visitsFor(today: ServedDay, phase: DayReport['phase']): Int32Array {
    if (phase === 'old engine') return new Int32Array(0);
    const out: number[] = [];
    for (let v = 0; v < today.count; v++) if (phase !== 'experiment' || this.#armOf(today, v) === 1) out.push(v);
    return Int32Array.from(out);
  }

  #armOf(today: ServedDay, v: number): 0 | 1 {
    const { unit, share } = this.plan.experiment;
    return (unit === 'user' ? today.bucket[v]! : today.coin[v]!) < share ? 1 : 0;
  }

  #serve(today: ServedDay, which: Int32Array): ServedLists | undefined {
    if (!this.#model || which.length === 0) return undefined;
    return serveLists(this.session, this.plan, this.#model, today, which, this.off, this.#exploration);
  }

  /** Evening of a day of the experiment: both arms' counts, and the look. */
  #look(today: ServedDay, logged: LoggedDay): Look | null {
    const { metric, guardrail } = this.plan.experiment;
    const filter = this.plan.labels.machines === 'filter';
    for (let v = 0; v < today.count; v++) {
      if (filter && logged.pause[v]! < QUICK_PAUSE) continue;
      const person = today.person[v]!;
      const arm = this.#armOf(today, v);
      const tail = today.tail[v]!;
      const value = { clicks: logged.clicks[v]!, orders: logged.orders[v]!, margin: logged.margin[v]! };
      this.experiment.primary.add(arm, person, value[metric], 1);
      if (guardrail !== 'none') this.experiment.guard.add(arm, person, value[guardrail], 1);
      this.#bySlice[tail]!.add(arm, person, value[metric], 1);
    }
    const look = this.experiment.endOfDay(this.day);
    if (look && look.verdict !== 'running')
      this.#note('plan', `the experiment ended: ${look.verdict === 'ship' ? 'shipped' : 'stopped'}; ${look.why}`);
    return look ?? null;
  }

  #alarm(readings: readonly Reading[]): readonly Alarm[] {
    const out: Alarm[] = [];
    for (const reading of readings) {
      const { threshold } = this.plan.monitors.find((m) => m.kind === reading.kind)!;
      if (reading.value > threshold) out.push({ ...reading, threshold });
    }
    this.alarms.push(...out);
    this.#pending = out;
    return out;
  }

  /** Only alarms that roll back keep it rolled back. */
  #evening(alarms: readonly Alarm[]): void {
    const { responses } = this.plan.rollback;
    const again = alarms.some((a) => responses.some((r) => r.on === a.kind && r.do === 'rollback'));
    this.#quiet = again ? 0 : this.#quiet + 1;
    if (this.#rolledBack === 'plan' && this.#quiet >= QUIET_DAYS) this.#rolledBack = 'nobody';
  }

  /** Morning: the plan's own responses to yesterday's alarms. */
  #respond(): void {
    for (const [feature, by] of this.off) {
      if (by !== 'plan' || this.alarms.some((a) => a.feature === feature && a.day >= this.day - 2)) continue;
      this.off.delete(feature);
      this.#note('plan', `turned ${feature} on again`);
    }
    for (const alarm of this.#pending) {
      for (const { on, do: response } of this.plan.rollback.responses)
        if (on === alarm.kind) this.#follow(response, alarm);
    }
    this.#pending = [];
  }

  #follow(response: Plan['rollback']['responses'][number]['do'], alarm: Alarm): void {
    if (response === 'rollback') {
      if (this.#rolledBack !== 'nobody' || this.#phase() === 'old engine') return;
      this.#rolledBack = 'plan';
      this.#quiet = 0;
      this.#note('plan', `rolled back on ${alarm.kind}`);
    } else if (response === 'feature-off') {
      if (!alarm.feature || this.off.has(alarm.feature)) return;
      this.off.set(alarm.feature, 'plan');
      this.#note('plan', `turned ${alarm.feature} off on ${alarm.kind}`);
    } else if (response === 'page') {
      for (const target of alarm.feature ? [alarm.feature] : CULPRITS[alarm.kind]!)
        if (this.#patient(`page ${target}`) && !this.#page('plan', target))
          this.#last.set(`page ${target}`, this.day + MUTED - PATIENCE);
    } else if (this.#patient('retrain')) this.#retrain('plan');
  }

  #patient(key: string): boolean {
    if (this.day - (this.#last.get(key) ?? -PATIENCE) < PATIENCE) return false;
    this.#last.set(key, this.day);
    return true;
  }

  #note(by: RunEvent['by'], what: string, dollars = 0, answer?: unknown): void {
    this.events.push({ day: this.day, by, what, dollars, ...(answer === undefined ? {} : { answer }) });
  }

  /** Notes something paid for from the budget of actions. */
  #pay(by: RunEvent['by'], what: string, dollars: number, answer: unknown): void {
    this.#actions += dollars;
    this.#note(by, what, dollars, answer);
  }

  /** True where there was something to mend. */
  #page(by: RunEvent['by'], target: string): boolean {
    const found = this.session.page(this.day, target);
    this.#pay(by, `paged the owner of ${target}`, ACTION_DOLLARS.page, { found });
    return found;
  }

  #retrain(by: RunEvent['by']): void {
    if (!this.#model) return this.#note(by, 'retraining: the old engine decides, there is nothing to train');
    this.#training += ACTION_DOLLARS.retrain;
    const log = this.log();
    try {
      this.#model = fitRanker(this.session, this.plan, log, rowsFor(log, this.plan.labels));
      this.#rebase = true;
      this.#note(by, 'retrained', ACTION_DOLLARS.retrain);
    } catch (error) {
      if (!(error instanceof NothingToLearn)) throw error;
      this.#note(by, `retraining failed: ${error.message}`, ACTION_DOLLARS.retrain);
    }
  }

  #act(action: Action): void {
    switch (action.kind) {
      case 'rollback':
        this.#rolledBack = 'person';
        return this.#note('person', 'rolled back');
      case 'relaunch':
        this.#rolledBack = 'nobody';
        this.experiment.end('ship');
        return this.#note('person', 'relaunched for everybody');
      case 'end-experiment':
        this.experiment.end(action.verdict);
        return this.#note('person', `ended the experiment: ${action.verdict}`);
      case 'explore':
        this.#exploration = action.share;
        return this.#note('person', `set the exploration to ${action.share}`);
      case 'retrain':
        return this.#retrain('person');
      case 'feature-off':
        this.off.set(action.feature, 'person');
        return this.#note('person', `turned ${action.feature} off`);
      case 'feature-on':
        this.off.delete(action.feature);
        return this.#note('person', `turned ${action.feature} on`);
      case 'page':
        return void this.#page('person', action.target);
      case 'investigate':
        return this.#pay(
          'person',
          `investigated ${action.slice}`,
          ACTION_DOLLARS.investigate,
          investigate(this, action.slice),
        );
      case 'audit':
        return this.#pay(
          'person',
          `asked specialists about 200 products: ${action.of}`,
          ACTION_DOLLARS.audit,
          audit(this, action.of),
        );
    }
  }

  /** Running costs that the world does not know of. */
  #charge(truth: DayTruth, phase: DayReport['phase']): void {
    const put = (cause: Cause, dollars: number): void => {
      truth.money[CAUSES.indexOf(cause)] = dollars;
    };
    put('serving', servingDollars(this.plan, this.#model !== undefined, this.off));
    put('monitoring', monitoringDollars(this.plan));
    put('experiment', experimentDollars(phase === 'experiment' || phase === 'shadow'));
    put('training', this.#training);
    put('judging', this.#judging);
    put('actions', this.#actions);
    this.#judging = 0;
    this.#training = 0;
    this.#actions = 0;
  }
}
