/** The live period, one day at a time: serve, decide, watch, respond. */
import { latencies, medianLatency } from '../operate/latency.ts';
import {
  featureShifts,
  largestShift,
  nullRise,
  scoreShift,
  type Alarm,
  type Baseline,
  type Reading,
} from '../operate/monitors.ts';
import { endOfDay, shareOn, startRollout, type Rollout } from '../operate/rollout.ts';
import type { Action } from '../operate/actions.ts';
import { tableOf, thresholdByCapacity } from '../learn/index.ts';
import { labelRows } from '../observe/labels.ts';
import type { ObservedLog } from '../observe/log.ts';
import { MONITORS } from '../plan/fields.ts';
import type { MonitorKind, Plan } from '../plan/types.ts';
import type { DayTruth, ServedBatch, World, WorldSession } from '../worlds/session.ts';
import { CAUSES, DECISION } from '../worlds/types.ts';
import { calibrated, fitModel, NothingToLearn, rawScores, type Scorer } from './fit.ts';
import { audit, investigate } from './inspect.ts';
import { declines, urgency, type Launched } from './launch.ts';

/** Days over which chargebacks are counted against the scores: payments this old at the youngest and the oldest. */
const MATURED = [30, 44] as const;
const ACTION_DOLLARS = { investigate: 120, audit: 500, page: 100, retrain: 60 } as const;
/** Days between two automatic retrainings or pages for one cause. */
const PATIENCE = 7;

/** What one day shows to the person who runs it. Only monitors that were bought have readings. */
export interface DayReport {
  readonly day: number;
  readonly payments: number;
  /** Share of customers whose payments the model decides. */
  readonly share: number;
  /** Chargebacks that arrived today, and their dollars: finance sees these whatever was bought. */
  readonly chargebacks: number;
  readonly chargebackDollars: number;
  readonly readings: readonly Reading[];
  readonly alarms: readonly Alarm[];
  /** What was done at the start of the day, by whom, and what it answered. */
  readonly events: readonly RunEvent[];
}

export interface RunEvent {
  readonly day: number;
  readonly by: 'plan' | 'person';
  readonly what: string;
  readonly dollars: number;
  /** What came back: a table to show, or nothing. */
  readonly answer?: unknown;
}

interface ServedDay {
  readonly firstRow: number;
  readonly scores: Float64Array;
  readonly action: Uint8Array;
}

/** One live period. `report` is what a person sees; `truth` is for the ledger. */
export class LiveRun {
  readonly world: World;
  readonly plan: Plan;
  readonly session: WorldSession;
  readonly rollout: Rollout = startRollout();
  readonly readings: Reading[] = [];
  readonly alarms: Alarm[] = [];
  readonly events: RunEvent[] = [];
  readonly truth: DayTruth[] = [];
  readonly reports: DayReport[] = [];
  readonly off = new Map<string, 'plan' | 'person'>();
  /** Readings of every monitor, bought or not: for the post-mortem only. */
  readonly hiddenReadings: Reading[] = [];
  readonly baseline: Baseline | undefined;
  day = 0;
  #scorer: Scorer | undefined;
  #blockAt: number;
  #reviewAt: number;
  #overridden = false;
  /** Under a threshold in money a case is reviewed only where it is worth its price. */
  readonly #reviewFloor: number;
  readonly #launched: Launched;
  readonly #served: ServedDay[] = [];
  readonly #last = new Map<string, number>();
  readonly #watchAll: boolean;
  #pending: Alarm[] = [];
  #log: ObservedLog | undefined;
  readonly #disputed = new Set<number>();
  readonly #feed = new Map<number, number>();
  #dayCost = 0;
  #trainingCost: number;

  constructor(world: World, session: WorldSession, plan: Plan, launched: Launched, watchAll: boolean) {
    this.world = world;
    this.session = session;
    this.plan = plan;
    this.#launched = launched;
    this.#scorer = launched.scorer;
    this.#blockAt = launched.blockAt;
    this.#reviewAt = launched.reviewAt;
    this.#watchAll = watchAll;
    this.#reviewFloor = plan.decision.mode === 'cost' ? 1.2 * session.facts.reviewDollars : 0;
    this.#trainingCost = plan.features.reduce(
      (sum, f) => sum + (f.pointInTime ? world.features.find((c) => c.name === f.name)!.backfillDollars : 0),
      plan.model.kind === 'rule' ? 0 : ACTION_DOLLARS.retrain,
    );
    for (let d = -56; d < 0; d++) this.#hear(d);
    this.baseline = launched.baseline;
  }

  get done(): boolean {
    return this.day >= this.session.facts.liveDays;
  }

  /** Lives one day. `actions` are those of a person on this day, in order. */
  advance(actions: readonly Action[]): DayReport {
    const { day, plan, session } = this;
    const firstEvent = this.events.length;
    this.#dayCost = 0;
    this.#respond();
    for (const action of actions) this.#act(action);
    const { everyDays } = plan.retraining;
    if (everyDays > 0 && day > 0 && day % everyDays === 0) this.#retrain('plan');

    const batch = session.openDay(day);
    const share = shareOn(plan, this.rollout, day);
    const scores = this.#score(batch);
    const { action, propensity, late, waitMs, declined } = this.#decide(batch, scores, share);
    const truth = session.closeDay(day, { action, propensity, waitMs });
    this.#served.push({ firstRow: batch.firstRow, scores, action });
    this.#log = undefined;
    const arrived = this.#hear(day);

    const queue = truth.reviewed + truth.reviewOverflow;
    const readings = this.#read(batch, scores, {
      // Three of each keep the ratio of small numbers near 1.
      blockRate: (declined + 3) / (batch.rows * share * this.#launched.expectedDeclines + 3),
      reviewBacklog: queue > 0 ? truth.reviewOverflow / queue : 0,
      latency: late,
    });
    this.#charge(truth);
    const alarms = this.#alarm(readings);
    endOfDay(plan, this.rollout, day, alarms.length > 0);
    const report: DayReport = {
      day,
      payments: batch.rows,
      share,
      chargebacks: arrived.count,
      chargebackDollars: arrived.dollars,
      readings,
      alarms,
      events: this.events.slice(firstEvent),
    };
    this.reports.push(report);
    this.truth.push(truth);
    this.day++;
    return report;
  }

  /** The log as it stands this morning. */
  log(): ObservedLog {
    this.#log ??= this.session.log(this.day);
    return this.#log;
  }

  #score(batch: ServedBatch): Float64Array {
    const columns: Record<string, Float32Array> = {};
    for (const f of this.plan.features) {
      columns[f.name] = this.off.has(f.name) ? new Float32Array(batch.rows).fill(NaN) : batch.features[f.name]!;
    }
    if (!this.#scorer || batch.rows === 0) return Float64Array.from(batch.rule);
    return calibrated(this.#scorer, rawScores(this.#scorer, tableOf(columns)));
  }

  #decide(batch: ServedBatch, scores: Float64Array, share: number) {
    const { plan, session, world } = this;
    const action = new Uint8Array(batch.rows);
    const propensity = new Float32Array(batch.rows).fill(1);
    const path = medianLatency(plan, world.features, new Set(this.off.keys()));
    const ms = latencies(batch.lot, path, batch.slowness);
    const { budgetMs, fallback } = plan.serving;
    let late = 0;
    let waited = 0;
    let declined = 0;
    for (let i = 0; i < batch.rows; i++) {
      if (batch.bucket[i]! >= share) {
        // Outside the canary the old way goes on: approve, or the rule after a rollback to it.
        if (this.rollout.rolledBack !== 'nobody' && plan.rollback.to === 'rule') action[i] = batch.rule[i]!;
        continue;
      }
      waited += Math.min(budgetMs, ms[i]!);
      const amount = batch.amount[i]!;
      let block: boolean;
      if (ms[i]! > budgetMs) {
        late++;
        block = fallback === 'block' || (fallback === 'rule' && batch.rule[i] === 1);
      } else if (!this.#scorer) block = batch.rule[i] === 1;
      else if (this.#overridden) block = scores[i]! >= this.#blockAt;
      else block = declines(plan, session.facts, this.#blockAt, scores[i]!, amount);
      if (block) {
        declined++;
        if (batch.lot[i]! < plan.rollout.exploration) propensity[i] = plan.rollout.exploration;
        else action[i] = DECISION.block;
      } else if (this.#scorer && urgency(plan, scores[i]!, amount) >= Math.max(this.#reviewAt, this.#reviewFloor))
        action[i] = DECISION.review;
    }
    const inside = Math.max(1, batch.rows * share);
    if (plan.decision.review === 'fill' && this.#scorer && share > 0) this.#refill(batch, scores, share);
    return { action, propensity, late: late / inside, waitMs: waited / batch.rows, declined };
  }

  /** Tomorrow's queue starts where today's would have been just full. */
  #refill(batch: ServedBatch, scores: Float64Array, share: number): void {
    const { plan, session } = this;
    const queue: number[] = [];
    for (let i = 0; i < batch.rows; i++) {
      if (batch.bucket[i]! >= share || declines(plan, session.facts, this.#blockAt, scores[i]!, batch.amount[i]!))
        continue;
      queue.push(urgency(plan, scores[i]!, batch.amount[i]!));
    }
    if (queue.length === 0) return;
    const today = thresholdByCapacity(queue, session.facts.reviewCapacity, 1).value;
    if (Number.isFinite(today))
      this.#reviewAt = Number.isFinite(this.#reviewAt) ? 0.6 * this.#reviewAt + 0.4 * today : today;
  }

  #read(
    batch: ServedBatch,
    scores: Float64Array,
    known: { blockRate: number; reviewBacklog: number; latency: number },
  ): Reading[] {
    const { baseline, day } = this;
    const all: Reading[] = [];
    const bought = new Set(this.plan.monitors.map((m) => m.kind));
    const wants = (kind: MonitorKind): boolean => this.#watchAll || bought.has(kind);
    const add = (kind: MonitorKind, value: number, feature?: string): void => {
      all.push(feature === undefined ? { day, kind, value } : { day, kind, value, feature });
    };
    // Features that are off are watched as they arrive, so that they can be turned on again.
    const raw = Object.fromEntries(this.plan.features.map((f) => [f.name, batch.features[f.name]!]));
    if (baseline && batch.rows > 0) {
      if (wants('nullRate')) {
        const worst = nullRise(baseline, raw);
        add('nullRate', worst.value, worst.feature);
      }
      if (wants('psi')) {
        const worst = largestShift(featureShifts(baseline, raw));
        add('psi', worst.value, worst.feature);
      }
      if (wants('scoreDrift')) add('scoreDrift', scoreShift(baseline, scores));
      if (wants('calibration') && day >= MATURED[1]) add('calibration', this.#observedOverExpected());
    }
    if (wants('blockRate')) add('blockRate', known.blockRate);
    if (wants('reviewBacklog')) add('reviewBacklog', known.reviewBacklog);
    if (wants('latency')) add('latency', known.latency);
    if (wants('labelVolume')) add('labelVolume', this.#quietOfLabels());
    if (this.#watchAll) this.hiddenReadings.push(...all);
    const shown = all.filter((r) => bought.has(r.kind));
    this.readings.push(...shown);
    return shown;
  }

  /** Chargebacks over the sum of scores, for payments approved outright that are 30 to 44 days old. */
  #observedOverExpected(): number {
    // Two of each keep the ratio of small numbers near 1.
    let expected = 2;
    let observed = 2;
    for (let d = Math.max(0, this.day - MATURED[1]); d <= this.day - MATURED[0]; d++) {
      const { firstRow, scores, action } = this.#served[d]!;
      for (let i = 0; i < scores.length; i++) {
        if (action[i] !== DECISION.approve) continue;
        expected += scores[i]!;
        if (this.#disputed.has(firstRow + i)) observed++;
      }
    }
    return observed / expected;
  }

  /** Days since the last chargeback over the mean gap between chargebacks of the four weeks before. */
  #quietOfLabels(): number {
    const on = (day: number): number => this.#feed.get(day) ?? 0;
    let since = 0;
    while (since < 28 && on(this.day - since) === 0) since++;
    let before = 0;
    for (let d = this.day - since - 28; d < this.day - since; d++) before += on(d);
    return since / (28 / Math.max(1, before));
  }

  /** Takes the chargebacks of one day from the feed. */
  #hear(day: number): { count: number; dollars: number } {
    const { rows, amounts } = this.session.feed(day);
    for (const row of rows) this.#disputed.add(row);
    this.#feed.set(day, rows.length);
    return { count: rows.length, dollars: amounts.reduce((sum, x) => sum + x, 0) };
  }

  #alarm(readings: readonly Reading[]): Alarm[] {
    const out: Alarm[] = [];
    for (const reading of readings) {
      const threshold = this.plan.monitors.find((m) => m.kind === reading.kind)!.threshold;
      if (reading.value > threshold) out.push({ ...reading, threshold });
    }
    this.alarms.push(...out);
    this.#pending = out;
    return out;
  }

  /** Morning: the plan's own responses to yesterday's alarms. */
  #respond(): void {
    const alarmed = new Set(this.#pending.map((a) => a.feature).filter((f) => f !== undefined));
    for (const [feature, by] of this.off) {
      if (by !== 'plan' || alarmed.has(feature)) continue;
      const clean = !this.alarms.some((a) => a.feature === feature && a.day >= this.day - 2);
      if (clean) {
        this.off.delete(feature);
        this.#note('plan', `turned ${feature} on again`, 0);
      }
    }
    for (const alarm of this.#pending) {
      for (const { when, then } of this.plan.rollback.responses) {
        if (when !== alarm.kind) continue;
        const target = alarm.feature ?? (alarm.kind === 'labelVolume' ? 'labels' : 'latency');
        if (
          then === 'rollback' &&
          this.rollout.rolledBack === 'nobody' &&
          shareOn(this.plan, this.rollout, this.day) > 0
        ) {
          this.rollout.rolledBack = 'plan';
          this.rollout.quietDays = 0;
          this.#note('plan', `rolled back on ${alarm.kind}`, 0);
        } else if (then === 'feature-off' && alarm.feature && !this.off.has(alarm.feature)) {
          this.off.set(alarm.feature, 'plan');
          this.#note('plan', `turned ${alarm.feature} off on ${alarm.kind}`, 0);
        } else if (then === 'page' && this.#patient(`page ${target}`)) {
          const found = this.session.page(this.day, target);
          this.#note('plan', `paged the owner of ${target}`, ACTION_DOLLARS.page, { found });
        } else if (then === 'retrain' && this.#patient('retrain')) this.#retrain('plan');
      }
    }
    this.#pending = [];
  }

  #patient(key: string): boolean {
    if (this.day - (this.#last.get(key) ?? -PATIENCE) < PATIENCE) return false;
    this.#last.set(key, this.day);
    return true;
  }

  #note(by: RunEvent['by'], what: string, dollars: number, answer?: unknown): void {
    this.#dayCost += by === 'person' || what.startsWith('paged') ? dollars : 0;
    this.events.push({ day: this.day, by, what, dollars, ...(answer === undefined ? {} : { answer }) });
  }

  #retrain(by: RunEvent['by']): void {
    const { plan } = this;
    this.#trainingCost += ACTION_DOLLARS.retrain;
    if (!this.#scorer || plan.model.kind === 'rule') {
      this.#note(by, 'retraining: the rule decides, there is nothing to train', 0);
      return;
    }
    const log = this.log();
    try {
      const kind = this.#scorer.model.kind;
      const fitted = fitModel(this.session, plan, kind, labelRows(log, plan.labels), log.lot, this.day);
      this.#scorer = { ...fitted, calibration: this.#scorer.calibration };
      this.#note(by, 'retrained', ACTION_DOLLARS.retrain);
    } catch (error) {
      if (!(error instanceof NothingToLearn)) throw error;
      this.#note(by, `retraining failed: ${error.message}`, ACTION_DOLLARS.retrain);
    }
  }

  #act(action: Action): void {
    switch (action.kind) {
      case 'rollback':
        this.rollout.rolledBack = 'person';
        this.#note('person', 'rolled back', 0);
        break;
      case 'relaunch':
        this.rollout.rolledBack = 'nobody';
        this.rollout.step = this.plan.rollout.canary.length;
        this.#note('person', 'relaunched for everybody', 0);
        break;
      case 'end-canary':
        this.rollout.step = this.plan.rollout.canary.length;
        this.#note('person', 'ended the canary', 0);
        break;
      case 'threshold':
        this.#blockAt = action.value;
        this.#overridden = true;
        this.#note('person', `set the threshold to ${action.value}`, 0);
        break;
      case 'retrain':
        this.#retrain('person');
        break;
      case 'feature-off':
        this.off.set(action.feature, 'person');
        this.#note('person', `turned ${action.feature} off`, 0);
        break;
      case 'feature-on':
        this.off.delete(action.feature);
        this.#note('person', `turned ${action.feature} on`, 0);
        break;
      case 'page':
        this.#note('person', `paged the owner of ${action.target}`, ACTION_DOLLARS.page, {
          found: this.session.page(this.day, action.target),
        });
        break;
      case 'investigate':
        this.#note(
          'person',
          `investigated ${action.slice}`,
          ACTION_DOLLARS.investigate,
          investigate(this, action.slice),
        );
        break;
      case 'audit':
        this.#note('person', `audited 200 ${action.of} payments`, ACTION_DOLLARS.audit, audit(this, action.of));
        break;
    }
  }

  /** Scores served so far, by day, with the log row at which each day begins. */
  served(): readonly ServedDay[] {
    return this.#served;
  }

  /** Running costs that the world does not know of. */
  #charge(truth: DayTruth): void {
    const at = (cause: (typeof CAUSES)[number]): number => CAUSES.indexOf(cause);
    const { plan, world } = this;
    const serving = plan.features.reduce(
      (sum, f) => {
        if (plan.model.kind === 'rule' || this.off.has(f.name)) return sum;
        return sum + (world.features.find((c) => c.name === f.name)!.dollarsPerDay[f.freshness] ?? 0);
      },
      plan.model.kind === 'rule' ? 1 : 3,
    );
    const monitoring = plan.monitors.reduce(
      (sum, m) => sum + MONITORS.find((c) => c.kind === m.kind)!.dollarsPerDay,
      0,
    );
    truth.money[at('serving')] = serving;
    truth.money[at('monitoring')] = monitoring;
    truth.money[at('training')] = this.#trainingCost;
    truth.money[at('actions')] = this.#dayCost;
    this.#trainingCost = 0;
  }
}
