/** The live period, one day at a time: serve, decide, watch, respond. */
import { tableOf, thresholdByCapacity } from '../../../learn/index.ts';
import { labelRows } from '../observe/labels.ts';
import type { ObservedLog } from '../observe/log.ts';
import type { Action } from './actions.ts';
import { fetchLatency, latencies } from '../../../operate/latency.ts';
import type { Alarm, Baseline, Reading } from '../../../operate/monitors.ts';
import { ACTION_DOLLARS, monitoringDollars, servingDollars, setUpDollars } from './prices.ts';
import { endOfDay, shareOn, startRollout, type Rollout } from '../../../operate/rollout.ts';
import type { Plan } from '../plan/types.ts';
import { NothingToLearn, type BaseDay, type RunEvent } from '../../world.ts';
import { observatoryOf, type DayTruth, type Observatory, type ServedBatch, type WorldSession } from '../life.ts';
import { FEATURES } from '../features.ts';
import { CAUSES, DECISION } from '../causes.ts';
import { calibrated, fitModel, rawScores, type Scorer } from '../offline/fit.ts';
import { audit, investigate } from './inspect.ts';
import { declines, urgency, type Launched } from '../offline/launch.ts';
import { Watch, type ServedDay } from './watch.ts';

/** Days between two automatic retrainings or pages for one cause. */
const PATIENCE = 7;

/** What one day shows to the person who runs it. Only monitors that were bought have readings. */
export interface DayReport extends BaseDay {
  readonly payments: number;
  /** Share of customers whose payments the model decides. */
  readonly share: number;
  /** Chargebacks that arrived today, and their dollars: finance sees these whatever was bought. */
  readonly chargebacks: number;
  readonly chargebackDollars: number;
}

/** One live period. Reports are what a person sees; `truth` and `hidden` are for the ledger and the post-mortem. */
export class LiveRun {
  readonly plan: Plan;
  readonly session: WorldSession;
  /** What of the session may be looked at. */
  readonly world: Observatory;
  readonly rollout: Rollout = startRollout();
  readonly alarms: Alarm[] = [];
  readonly events: RunEvent[] = [];
  readonly reports: DayReport[] = [];
  readonly truth: DayTruth[] = [];
  /** Readings of every monitor, bought or not. */
  readonly hidden: Reading[] = [];
  readonly off = new Map<string, 'plan' | 'person'>();
  day = 0;
  readonly #watch: Watch;
  readonly #launched: Launched;
  /** Under a threshold in money a case is reviewed only where it is worth its price. */
  readonly #reviewFloor: number;
  readonly #last = new Map<string, number>();
  #scorer: Scorer | undefined;
  #blockAt: number;
  #reviewAt: number;
  #overridden = false;
  #pending: readonly Alarm[] = [];
  #log: ObservedLog | undefined;
  #training: number;
  #actions = 0;

  constructor(session: WorldSession, plan: Plan, launched: Launched, watchAll: boolean) {
    this.session = session;
    this.world = observatoryOf(session);
    this.plan = plan;
    this.#launched = launched;
    this.#scorer = launched.scorer;
    this.#blockAt = launched.blockAt;
    this.#reviewAt = launched.reviewAt;
    this.#reviewFloor = plan.decision.mode === 'cost' ? 1.2 * session.facts.reviewDollars : 0;
    this.#training = setUpDollars(plan, FEATURES);
    this.#watch = new Watch(this.world, plan, launched.baseline, watchAll);
  }

  get done(): boolean {
    return this.day >= this.session.facts.liveDays;
  }

  get baseline(): Baseline | undefined {
    return this.#watch.baseline;
  }

  served(): readonly ServedDay[] {
    return this.#watch.served;
  }

  /** The log as it stands this morning. */
  log(): ObservedLog {
    this.#log ??= this.world.log(this.day);
    return this.#log;
  }

  /** Lives one day. `actions` are those of a person on this day, in order. */
  advance(actions: readonly Action[]): DayReport {
    const { day, plan, session } = this;
    const firstEvent = this.events.length;
    this.#respond();
    for (const action of actions) this.#act(action);
    const { everyDays } = plan.retraining;
    if (everyDays > 0 && day > 0 && day % everyDays === 0) this.#retrain('plan');

    const batch = session.openDay(day);
    const share = shareOn(plan, this.rollout, day);
    const scores = this.#score(batch);
    const { action, propensity, late, waitMs, declined } = this.#decide(batch, scores, share);
    const truth = session.closeDay(day, { action, propensity, waitMs });
    this.#watch.served.push({ firstRow: batch.firstRow, scores, action });
    this.#log = undefined;
    const arrived = this.#watch.hear(day);

    const queue = truth.reviewed + truth.reviewOverflow;
    const { shown, all } = this.#watch.read(batch, scores, {
      // Three of each keep the ratio of small numbers near 1.
      blockRate: (declined + 3) / (batch.rows * share * this.#launched.expectedDeclines + 3),
      reviewBacklog: queue > 0 ? truth.reviewOverflow / queue : 0,
      latency: late,
    });
    this.hidden.push(...all);
    const alarms = this.#alarm(shown);
    this.#charge(truth);
    endOfDay(plan, this.rollout, day, alarms.length > 0);
    const report: DayReport = {
      day,
      payments: batch.rows,
      share,
      chargebacks: arrived.count,
      chargebackDollars: arrived.dollars,
      readings: shown,
      alarms,
      events: this.events.slice(firstEvent),
    };
    this.reports.push(report);
    this.truth.push(truth);
    this.day++;
    return report;
  }

  #score(batch: ServedBatch): Float64Array {
    if (!this.#scorer || batch.rows === 0) return Float64Array.from(batch.rule);
    const columns: Record<string, Float32Array> = {};
    for (const { name } of this.plan.features) {
      columns[name] = this.off.has(name) ? new Float32Array(batch.rows).fill(NaN) : batch.features[name]!;
    }
    return calibrated(this.#scorer, rawScores(this.#scorer, tableOf(columns)));
  }

  #blocks(score: number, amount: number): boolean {
    if (this.#overridden) return score >= this.#blockAt;
    return declines(this.plan, this.session.facts, this.#blockAt, score, amount);
  }

  #decide(batch: ServedBatch, scores: Float64Array, share: number) {
    const { plan } = this;
    const action = new Uint8Array(batch.rows);
    const propensity = new Float32Array(batch.rows).fill(1);
    const { kind, trees } = plan.model;
    const path = {
      fetch: kind === 'rule' ? 0 : fetchLatency(plan.features, FEATURES, this.off),
      model: kind === 'trees' ? 3 + trees * 0.03 : kind === 'logistic' ? 2 : 1,
    };
    const ms = latencies(batch.lot, path, batch.slowness);
    const { budgetMs, fallback } = plan.serving;
    const reviewAt = Math.max(this.#reviewAt, this.#reviewFloor);
    const ruleOutside = this.rollout.rolledBack !== 'nobody' && plan.rollback.to === 'rule';
    let late = 0;
    let waited = 0;
    let declined = 0;
    for (let i = 0; i < batch.rows; i++) {
      if (batch.bucket[i]! >= share) {
        // Outside the canary the old way goes on: approve, or the rule after a rollback to it.
        if (ruleOutside) action[i] = batch.rule[i]!;
        continue;
      }
      waited += Math.min(budgetMs, ms[i]!);
      const amount = batch.amount[i]!;
      const isLate = ms[i]! > budgetMs;
      let block = batch.rule[i] === 1;
      if (isLate) {
        late++;
        block = fallback === 'block' || (fallback === 'rule' && block);
      } else if (this.#scorer) block = this.#blocks(scores[i]!, amount);
      if (block) {
        declined++;
        if (batch.lot[i]! < plan.rollout.exploration) propensity[i] = plan.rollout.exploration;
        else action[i] = DECISION.block;
      } else if (this.#scorer && !isLate && urgency(plan, scores[i]!, amount) >= reviewAt) action[i] = DECISION.review;
    }
    if (plan.decision.review === 'fill' && this.#scorer && share > 0) this.#refill(batch, scores, share);
    return {
      action,
      propensity,
      late: late / Math.max(1, batch.rows * share),
      waitMs: waited / Math.max(1, batch.rows),
      declined,
    };
  }

  /** Tomorrow's queue starts where today's would have been just full. */
  #refill(batch: ServedBatch, scores: Float64Array, share: number): void {
    const { plan, session } = this;
    const queue: number[] = [];
    for (let i = 0; i < batch.rows; i++) {
      if (batch.bucket[i]! >= share) continue;
      const value = urgency(plan, scores[i]!, batch.amount[i]!);
      if (value >= this.#reviewFloor && !this.#blocks(scores[i]!, batch.amount[i]!)) queue.push(value);
    }
    if (queue.length <= session.facts.reviewCapacity) {
      this.#reviewAt = this.#reviewFloor;
      return;
    }
    const today = thresholdByCapacity(queue, session.facts.reviewCapacity, 1).value;
    if (Number.isFinite(today))
      this.#reviewAt = Number.isFinite(this.#reviewAt) ? 0.6 * this.#reviewAt + 0.4 * today : today;
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

  /** Morning: the plan's own responses to yesterday's alarms. */
  #respond(): void {
    for (const [feature, by] of this.off) {
      if (by !== 'plan' || this.alarms.some((a) => a.feature === feature && a.day >= this.day - 2)) continue;
      this.off.delete(feature);
      this.#note('plan', `turned ${feature} on again`);
    }
    for (const alarm of this.#pending) {
      for (const { on, do: response } of this.plan.rollback.responses) {
        if (on === alarm.kind) this.#follow(response, alarm);
      }
    }
    this.#pending = [];
  }

  #follow(response: Plan['rollback']['responses'][number]['do'], alarm: Alarm): void {
    const { day, rollout } = this;
    const target = alarm.feature ?? (alarm.kind === 'labelVolume' ? 'labels' : 'latency');
    if (response === 'rollback') {
      if (rollout.rolledBack !== 'nobody' || shareOn(this.plan, rollout, day) === 0) return;
      rollout.rolledBack = 'plan';
      rollout.quietDays = 0;
      this.#note('plan', `rolled back on ${alarm.kind}`);
    } else if (response === 'feature-off') {
      if (!alarm.feature || this.off.has(alarm.feature)) return;
      this.off.set(alarm.feature, 'plan');
      this.#note('plan', `turned ${alarm.feature} off on ${alarm.kind}`);
    } else if (response === 'page') {
      if (this.#patient(`page ${target}`)) this.#page('plan', target);
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

  #page(by: RunEvent['by'], target: string): void {
    this.#pay(by, `paged the owner of ${target}`, ACTION_DOLLARS.page, { found: this.session.page(this.day, target) });
  }

  #retrain(by: RunEvent['by']): void {
    const { plan } = this;
    if (!this.#scorer) {
      this.#note(by, 'retraining: the rule decides, there is nothing to train');
      return;
    }
    this.#training += ACTION_DOLLARS.retrain;
    const log = this.log();
    try {
      const fitted = fitModel(
        this.world,
        plan,
        this.#scorer.model.kind,
        labelRows(log, plan.labels),
        log.lot,
        this.day,
      );
      this.#scorer = { ...fitted, calibration: this.#scorer.calibration };
      this.#note(by, 'retrained', ACTION_DOLLARS.retrain);
    } catch (error) {
      if (!(error instanceof NothingToLearn)) throw error;
      this.#note(by, `retraining failed: ${error.message}`, ACTION_DOLLARS.retrain);
    }
  }

  #act(action: Action): void {
    const { rollout, plan } = this;
    switch (action.kind) {
      case 'rollback':
        rollout.rolledBack = 'person';
        return this.#note('person', 'rolled back');
      case 'relaunch':
        rollout.rolledBack = 'nobody';
        rollout.step = plan.rollout.canary.length;
        return this.#note('person', 'relaunched for everybody');
      case 'end-canary':
        rollout.step = plan.rollout.canary.length;
        return this.#note('person', 'ended the canary');
      case 'threshold':
        this.#blockAt = action.value;
        this.#overridden = true;
        return this.#note('person', `set the threshold to ${action.value}`);
      case 'retrain':
        return this.#retrain('person');
      case 'feature-off':
        this.off.set(action.feature, 'person');
        return this.#note('person', `turned ${action.feature} off`);
      case 'feature-on':
        this.off.delete(action.feature);
        return this.#note('person', `turned ${action.feature} on`);
      case 'page':
        return this.#page('person', action.target);
      case 'investigate':
        return this.#pay(
          'person',
          `investigated ${action.slice}`,
          ACTION_DOLLARS.investigate,
          investigate(this, action.slice),
        );
      case 'audit':
        return this.#pay('person', `audited 200 ${action.of} payments`, ACTION_DOLLARS.audit, audit(this, action.of));
    }
  }

  /** Running costs that the world does not know of. */
  #charge(truth: DayTruth): void {
    const put = (cause: (typeof CAUSES)[number], dollars: number): void => {
      truth.money[CAUSES.indexOf(cause)] = dollars;
    };
    put('serving', servingDollars(this.plan, FEATURES, this.off));
    put('monitoring', monitoringDollars(this.plan));
    put('training', this.#training);
    put('actions', this.#actions);
    this.#training = 0;
    this.#actions = 0;
  }
}
