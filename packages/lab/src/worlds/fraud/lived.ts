/** The fraud world at launch, and the lives that are lived from there. */
import type { QuestionGround, RunQuestion } from '../../ledger/questions.ts';
import { rocAuc } from '../../metrics/index.ts';
import type { BaseAction } from '../../operate/actions.ts';
import type { Launch, Life, LifeTruth, Living, Money, Policy } from '../world.ts';
import { CAUSES, DECISION } from './causes.ts';
import { observatoryOf, type WorldSession } from './life.ts';
import type { Action } from './live/actions.ts';
import { LiveRun, type DayReport } from './live/live.ts';
import { launch, type Launched, type Shelf } from './offline/launch.ts';
import { offlineReport, type OfflineReport } from './offline/report.ts';
import type { Plan } from './plan/types.ts';
import { dominantConstraint } from './post-mortem/constraint.ts';
import { findLies } from './post-mortem/lies.ts';
import { questionsOf } from './post-mortem/questions.ts';

export class FraudLaunch implements Launch<Plan, OfflineReport, DayReport> {
  /** The world at launch; it is forked, never changed. */
  readonly session: WorldSession;
  readonly #seed: number;
  /** What was trained so far; shared by every life of this seed. */
  readonly #shelf: Shelf = new Map();
  #nothing: readonly Money[] | undefined;

  constructor(session: WorldSession, seed: number) {
    this.session = session;
    this.#seed = seed;
  }

  open(plan: Plan, { watchAll = false, without }: Living = {}): FraudLife {
    const session = this.session.fork(plan.features, without);
    const launched = launch(observatoryOf(session), plan, this.#seed, this.#shelf);
    return new FraudLife(plan, launched, new LiveRun(session, plan, launched, watchAll));
  }

  policy(policy: Policy): readonly Money[] {
    this.#nothing ??= liveTrivial(this.session, 'approve');
    const nothing = this.#nothing;
    if (policy === 'nothing') return nothing;
    // The oracle stops every fraud: what is left of doing nothing is the dispute of honest customers.
    const friendly = CAUSES.indexOf('friendlyFraud');
    return nothing.map((money) => money.map((x, i) => (i === friendly ? x : 0)));
  }
}

/** A policy that looks at nothing: approve all, or decline all. */
export function liveTrivial(launchSession: WorldSession, action: 'approve' | 'block'): Money[] {
  const session = launchSession.fork([]);
  const out: Money[] = [];
  for (let day = 0; day < session.facts.liveDays; day++) {
    const { rows } = session.openDay(day);
    const propensity = new Float32Array(rows).fill(1);
    const decided = { action: new Uint8Array(rows).fill(DECISION[action]), propensity, waitMs: 0 };
    out.push(session.closeDay(day, decided).money);
  }
  return out;
}

export class FraudLife implements Life<OfflineReport, DayReport> {
  readonly run: LiveRun;
  readonly launched: Launched;
  readonly #plan: Plan;
  #truth: LifeTruth | undefined;

  constructor(plan: Plan, launched: Launched, run: LiveRun) {
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
    return offlineReport(this.run.world, this.#plan, this.launched);
  }

  advance(actions: readonly BaseAction[]): DayReport {
    // Checked against the cards of this world by whoever took them from outside.
    return this.run.advance(actions as readonly Action[]);
  }

  truth(): LifeTruth {
    const { truth, session } = this.run;
    const tally = (key: 'payments' | 'frauds' | 'fraudsStopped' | 'honestDeclined' | 'reviewed'): number =>
      truth.reduce((sum, d) => sum + d[key], 0);
    this.#truth ??= {
      lies: findLies(this.#plan, this.launched, this.run),
      incidents: session.truth.incidents,
      prevalence: session.truth.prevalence,
      constraint: dominantConstraint(truth),
      counts: {
        payments: tally('payments'),
        frauds: tally('frauds'),
        fraudsStopped: tally('fraudsStopped'),
        honestDeclined: tally('honestDeclined'),
        reviewed: tally('reviewed'),
      },
    };
    return this.#truth;
  }

  questions(ground: QuestionGround): readonly RunQuestion[] {
    return questionsOf({
      ...ground,
      metric: this.#plan.evaluation.metric,
      metricValue: this.launched.trial.metric,
      liveAuc: liveAuc(this.run),
      lies: this.truth().lies,
    });
  }
}

/** AUC of the served scores on true labels over the first four weeks. */
function liveAuc(run: LiveRun): number {
  const frauds = run.session.truth.frauds();
  const labels: number[] = [];
  const scores: number[] = [];
  for (const day of run.served().slice(0, 28)) {
    day.scores.forEach((p, i) => {
      labels.push(frauds[day.firstRow + i]!);
      scores.push(p);
    });
  }
  return labels.includes(1) ? rocAuc(labels, scores) : 0.5;
}
