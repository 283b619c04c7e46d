/** The search world at launch, and the lives that are lived from there. */
import type { QuestionGround, RunQuestion } from '../../ledger/questions.ts';
import type { BaseAction } from '../../operate/actions.ts';
import type { Shelf } from '../ranking/shelf.ts';
import type { Launch, Life, LifeTruth, Living, Money, Policy } from '../world.ts';
import { DayValues } from './behaviour.ts';
import { ECONOMICS, HISTORY_DAYS, LIVE_DAYS } from './config.ts';
import { legacyLists } from './legacy.ts';
import type { Action } from './live/actions.ts';
import { LiveRun, type DayReport } from './live/live.ts';
import { launch, type Launched } from './offline/launch.ts';
import { offlineReport, type OfflineReport } from './offline/report.ts';
import { oracleLists } from './oracle.ts';
import { settle } from './outcome.ts';
import type { Plan } from './plan/types.ts';
import { dominantConstraint } from './post-mortem/constraint.ts';
import { findLies } from './post-mortem/lies.ts';
import { questionsOf } from './post-mortem/questions.ts';
import { liftsOf } from './post-mortem/lifts.ts';
import { openDay } from './motion.ts';
import type { SearchSession } from './session.ts';

export class SearchLaunch implements Launch<Plan, OfflineReport, DayReport> {
  /** The world at launch; it is forked, never changed. */
  readonly session: SearchSession;
  readonly #seed: number;
  readonly #shelf: Shelf = new Map();

  constructor(session: SearchSession, seed: number) {
    this.session = session;
    this.#seed = seed;
  }

  open(plan: Plan, { watchAll = false, without }: Living = {}): SearchLife {
    const session = this.session.fork(without);
    const launched = launch(session, plan, this.#seed, this.#shelf);
    return new SearchLife(plan, launched, new LiveRun(session, plan, launched, watchAll), session.motion.bill);
  }

  policy(policy: Policy): readonly Money[] {
    const { motion } = this.session.fork();
    const money: Money[] = [];
    for (let day = HISTORY_DAYS; day < HISTORY_DAYS + LIVE_DAYS; day++) {
      const visits = openDay(motion, day);
      const values = new DayValues(motion, day);
      const lists = policy === 'nothing' ? legacyLists(motion, visits) : oracleLists(motion, visits, values);
      money.push(settle(motion, visits, lists, values, ECONOMICS.oldEngineMs).money);
    }
    return money;
  }
}

export class SearchLife implements Life<OfflineReport, DayReport> {
  readonly run: LiveRun;
  readonly launched: Launched;
  readonly #plan: Plan;
  readonly #bill: Float64Array;
  #truth: LifeTruth | undefined;

  constructor(plan: Plan, launched: Launched, run: LiveRun, bill: Float64Array) {
    this.#bill = bill;
    this.#plan = plan;
    this.launched = launched;
    this.run = run;
  }

  get day(): number {
    return this.run.day;
  }

  get done(): boolean {
    return this.run.done;
  }

  get reports(): readonly DayReport[] {
    return this.run.reports;
  }

  get money(): readonly Money[] {
    return this.run.truth.map((day) => day.money);
  }

  offline(): OfflineReport {
    return offlineReport(this.run.session, this.#plan, this.launched);
  }

  advance(actions: readonly BaseAction[]): DayReport {
    // Checked against the cards of this world by whoever took them from outside.
    return this.run.advance(actions as readonly Action[]);
  }

  truth(): LifeTruth {
    const { truth, session } = this.run;
    const tally = (key: 'searches' | 'machines' | 'clicks' | 'orders' | 'soldOut' | 'givenUp'): number =>
      truth.reduce((sum, d) => sum + d[key], 0);
    this.#truth ??= {
      lies: findLies(this.#plan, this.launched, this.run),
      incidents: session.truth.incidents,
      prevalence: tally('orders') / Math.max(1, tally('clicks')),
      counts: {
        searches: tally('searches'),
        machineSearches: tally('machines'),
        clicks: tally('clicks'),
        orders: tally('orders'),
        clicksOnSoldOut: tally('soldOut'),
        givenUp: tally('givenUp'),
      },
      constraint: dominantConstraint(truth, this.#bill),
    };
    return this.#truth;
  }

  questions(ground: QuestionGround): readonly RunQuestion[] {
    return questionsOf({
      ...ground,
      plan: this.#plan,
      metricValue: this.launched.trial.metric,
      legacyValue: this.launched.trial.legacyMetric,
      lifts: liftsOf(this.run.session, this.#plan, this.launched),
      ordersPerClick: this.truth().prevalence,
      lies: this.truth().lies,
      constraint: dominantConstraint(this.run.truth, this.#bill),
    });
  }
}
