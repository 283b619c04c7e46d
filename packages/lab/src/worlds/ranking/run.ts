/** The live period of a ranking world, one day at a time: serve, experiment, watch, respond. */
import type { TreesModel } from '../../learn/index.ts';
import type { Alarm, Baseline, Reading } from '../../operate/monitors.ts';
import { NothingToLearn, type Money, type RunEvent } from '../world.ts';
import type { RankingAction } from './actions.ts';
import type { DayCosts, Phase, RankingDayReport } from './day.ts';
import { Experiment, type Look } from './experiment.ts';
import type { RankingCandidates, RankingDay, RankingLog, RankingSession } from './life.ts';
import type { RankingPlan } from './plan.ts';
import { ACTION_DOLLARS } from './prices.ts';
import { Responses } from './responses.ts';
import type { ServedLists } from './serve.ts';

/** Monitors of a world. */
export interface RankingWatch {
  readonly baseline: Baseline | undefined;
  wants(kind: 'skew'): boolean;
  /** A new model scores otherwise: its first day is the new measure for scores. */
  rebase(scores: Float64Array): void;
}

/** The types of one world. */
export interface RankingTypes {
  plan: RankingPlan;
  log: RankingLog;
  day: RankingDay;
  session: RankingSession;
  candidates: RankingCandidates;
  watch: RankingWatch;
  /** Sums that were logged of a day, by visit. */
  logged: { readonly clicks: Uint8Array };
  truth: { readonly money: Money };
  /** What a day's report has beside the shared part. */
  own: object;
  /** What makes the lists without the model. */
  old: string;
  /** What a paid panel can be asked about. */
  panel: string;
}

export interface RunStart<W extends RankingTypes> {
  readonly session: RankingSession<W['log'], W['day']> & W['session'];
  readonly plan: W['plan'];
  /** Undefined: the old order goes on. */
  readonly model: TreesModel | undefined;
  /** Power of the experiment, from what was known before launch. */
  readonly power: number;
  readonly watch: W['watch'];
  readonly old: W['old'];
  /** Who is paged where a monitor names no feature. */
  readonly culprits: Readonly<Record<string, readonly string[]>>;
  /** Paid once, before launch. */
  readonly setUpDollars: number;
}

/** One live period. Reports are what a person sees; `truth` and `hidden` are for the ledger and the post-mortem. */
export abstract class RankingRun<W extends RankingTypes> {
  readonly plan: W['plan'];
  readonly session: RankingSession<W['log'], W['day']> & W['session'];
  readonly experiment: Experiment;
  readonly alarms: readonly Alarm[];
  readonly events: RunEvent[] = [];
  readonly reports: (RankingDayReport<W['old']> & W['own'])[] = [];
  readonly truth: W['truth'][] = [];
  /** Readings of every monitor, bought or not. */
  readonly hidden: Reading[] = [];
  readonly off: Map<string, 'plan' | 'person'>;
  day = 0;
  protected readonly watch: W['watch'];
  readonly #old: W['old'];
  readonly #responses: Responses;
  #model: TreesModel | undefined;
  #exploration: number;
  #rebase = false;
  #training: number;
  #actions = 0;

  constructor(start: RunStart<W>) {
    this.session = start.session;
    this.plan = start.plan;
    this.watch = start.watch;
    this.#old = start.old;
    this.#responses = new Responses(start.plan, start.culprits, {
      serving: () => this.#phase() !== this.#old,
      note: (what) => this.#note('plan', what),
      page: (target) => this.#page('plan', target),
      retrain: () => this.#retrain('plan'),
    });
    this.alarms = this.#responses.alarms;
    this.off = this.#responses.off;
    this.#model = start.model;
    this.#exploration = start.plan.exploration.share;
    this.#training = start.setUpDollars;
    this.experiment = new Experiment(start.plan.experiment, start.session.facts.people, start.power);
  }

  /** Morning: opens the day of the world. */
  protected abstract open(): W['day'];
  protected abstract serve(
    model: TreesModel,
    today: W['day'],
    which: Int32Array,
    exploration: number,
  ): ServedLists<W['candidates']>;
  /** The served values again, as the training tables hold them. */
  protected abstract stored(candidates: W['candidates']): Record<string, Float32Array>;
  /** Shows the lists, or those of the old order alone, and lives the day. */
  protected abstract close(shown: ServedLists<W['candidates']> | undefined): {
    readonly truth: W['truth'];
    readonly logged: W['logged'];
  };
  /** Adds what was logged today to the arms of the experiment. */
  protected abstract count(today: W['day'], logged: W['logged']): void;
  protected abstract read(
    served: ServedLists<W['candidates']> | undefined,
    stored: Record<string, Float32Array> | undefined,
    logged: W['logged'],
  ): { readonly shown: readonly Reading[]; readonly all: readonly Reading[] };
  /** Writes running costs into the money of the day. */
  protected abstract charge(money: Money, costs: DayCosts): void;
  protected abstract own(logged: W['logged']): W['own'];
  /** Trains on everything logged by today. */
  protected abstract fit(log: W['log']): TreesModel;
  /** What a person gets who pays for a look, or for a panel. */
  protected abstract investigated(slice: string): unknown;
  protected abstract audited(of: W['panel']): { readonly what: string; readonly answer: unknown };

  get done(): boolean {
    return this.day >= this.session.facts.liveDays;
  }

  get baseline(): Baseline | undefined {
    return this.watch.baseline;
  }

  log(): W['log'] {
    return this.session.log(this.day);
  }

  #phase(): Phase<W['old']> {
    if (!this.#model || this.#responses.rolledBack !== 'nobody') return this.#old;
    if (this.day < this.plan.rollout.shadowDays) return 'shadow';
    if (this.experiment.running) return 'experiment';
    return this.experiment.verdict === 'ship' ? 'everybody' : this.#old;
  }

  /** Lives one day. `actions` are those of a person on this day, in order. */
  advance(actions: readonly RankingAction<W['panel']>[]): RankingDayReport<W['old']> & W['own'] {
    const { day, plan } = this;
    const firstEvent = this.events.length;
    this.#responses.morning(day);
    for (const action of actions) this.#act(action);
    const { everyDays } = plan.retraining;
    if (everyDays > 0 && day > 0 && day % everyDays === 0) this.#retrain('plan');
    const phase = this.#phase();
    const today = this.open();
    const which = this.#visitsFor(today, phase);
    const served =
      this.#model && which.length > 0 ? this.serve(this.#model, today, which, this.#exploration) : undefined;
    const stored = served && this.watch.wants('skew') ? this.stored(served.chosen.candidates) : undefined;
    // A shadow day scores everything and shows nothing.
    const { truth, logged } = this.close(phase === 'shadow' ? undefined : served);
    const look = phase === 'experiment' ? this.#look(today, logged) : null;
    if (served && this.#rebase) {
      this.watch.rebase(served.scores);
      this.#rebase = false;
    }
    const { shown: readings, all } = this.read(served, stored, logged);
    this.hidden.push(...all);
    const alarms = this.#responses.alarm(readings);
    this.charge(truth.money, {
      training: this.#training,
      actions: this.#actions,
      learns: this.#model !== undefined,
      compared: phase === 'experiment' || phase === 'shadow',
    });
    this.#training = 0;
    this.#actions = 0;
    this.#responses.evening(alarms);
    const report = {
      day,
      visits: today.count,
      share: phase === 'shadow' ? 0 : which.length / Math.max(1, today.count),
      clicks: logged.clicks.reduce((a, b) => a + b, 0),
      ...this.own(logged),
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
  #visitsFor(today: W['day'], phase: Phase<W['old']>): Int32Array {
    if (phase === this.#old) return new Int32Array(0);
    const out: number[] = [];
    for (let v = 0; v < today.count; v++) if (phase !== 'experiment' || this.armOf(today, v) === 1) out.push(v);
    return Int32Array.from(out);
  }

  protected armOf(today: W['day'], v: number): 0 | 1 {
    const { unit, share } = this.plan.experiment;
    return (unit === 'user' ? today.bucket[v]! : today.coin[v]!) < share ? 1 : 0;
  }

  /** Evening of a day of the experiment: both arms' counts, and the look. */
  #look(today: W['day'], logged: W['logged']): Look | null {
    this.count(today, logged);
    const look = this.experiment.endOfDay(this.day);
    if (look && look.verdict !== 'running')
      this.#note('plan', `the experiment ended: ${look.verdict === 'ship' ? 'shipped' : 'stopped'}; ${look.why}`);
    return look ?? null;
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
    if (!this.#model) return this.#note(by, `retraining: the ${this.#old} decides, there is nothing to train`);
    this.#training += ACTION_DOLLARS.retrain;
    try {
      this.#model = this.fit(this.log());
      this.#rebase = true;
      this.#note(by, 'retrained', ACTION_DOLLARS.retrain);
    } catch (error) {
      if (!(error instanceof NothingToLearn)) throw error;
      this.#note(by, `retraining failed: ${error.message}`, ACTION_DOLLARS.retrain);
    }
  }

  #act(action: RankingAction<W['panel']>): void {
    switch (action.kind) {
      case 'rollback':
        this.#responses.rolledBack = 'person';
        return this.#note('person', 'rolled back');
      case 'relaunch':
        this.#responses.rolledBack = 'nobody';
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
      case 'investigate': {
        const { slice } = action;
        return this.#pay('person', `investigated ${slice}`, ACTION_DOLLARS.investigate, this.investigated(slice));
      }
      case 'audit': {
        const { what, answer } = this.audited(action.of);
        return this.#pay('person', `${what}: ${action.of}`, ACTION_DOLLARS.audit, answer);
      }
    }
  }
}
