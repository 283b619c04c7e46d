/** A plan's own responses to its alarms: who is paged, what is turned off, and when a rollback is undone. */
import type { Alarm, Reading } from '../../operate/monitors.ts';
import type { AlarmResponse, RankingPlan } from './plan.ts';

/** Days between two automatic retrainings or pages for one cause, and quiet days that undo a rollback by the plan. */
const PATIENCE = 7;
const QUIET_DAYS = 4;
/** Days on which nobody is paged again for what they had found in order. */
const MUTED = 35;

/** What responses do to the run that they belong to. */
export interface Hands {
  /** Whether the model makes lists today, or is scored in the shadow. */
  serving(): boolean;
  note(what: string): void;
  /** True where there was something to mend. */
  page(target: string): boolean;
  retrain(): void;
}

export class Responses {
  readonly alarms: Alarm[] = [];
  /** Features that the model gets as missing, and who turned them off. */
  readonly off = new Map<string, 'plan' | 'person'>();
  rolledBack: 'nobody' | 'plan' | 'person' = 'nobody';
  readonly #plan: RankingPlan;
  readonly #culprits: Readonly<Record<string, readonly string[]>>;
  readonly #hands: Hands;
  readonly #last = new Map<string, number>();
  #quiet = 0;
  #pending: readonly Alarm[] = [];

  /** `culprits`: who is paged where a monitor names no feature, by the kind of the monitor. */
  constructor(plan: RankingPlan, culprits: Readonly<Record<string, readonly string[]>>, hands: Hands) {
    this.#plan = plan;
    this.#culprits = culprits;
    this.#hands = hands;
  }

  /** The day's alarms: bought readings above their threshold. */
  alarm(readings: readonly Reading[]): readonly Alarm[] {
    const out: Alarm[] = [];
    for (const reading of readings) {
      const { threshold } = this.#plan.monitors.find((m) => m.kind === reading.kind)!;
      if (reading.value > threshold) out.push({ ...reading, threshold });
    }
    this.alarms.push(...out);
    this.#pending = out;
    return out;
  }

  /** Evening. Only alarms that roll back keep it rolled back. */
  evening(alarms: readonly Alarm[]): void {
    const { responses } = this.#plan.rollback;
    const again = alarms.some((a) => responses.some((r) => r.on === a.kind && r.do === 'rollback'));
    this.#quiet = again ? 0 : this.#quiet + 1;
    if (this.rolledBack === 'plan' && this.#quiet >= QUIET_DAYS) this.rolledBack = 'nobody';
  }

  /** Morning of `day`: the responses to yesterday's alarms. */
  morning(day: number): void {
    for (const [feature, by] of this.off) {
      if (by !== 'plan' || this.alarms.some((a) => a.feature === feature && a.day >= day - 2)) continue;
      this.off.delete(feature);
      this.#hands.note(`turned ${feature} on again`);
    }
    for (const alarm of this.#pending) {
      for (const { on, do: response } of this.#plan.rollback.responses)
        if (on === alarm.kind) this.#follow(response, alarm, day);
    }
    this.#pending = [];
  }

  #follow(response: AlarmResponse['do'], alarm: Alarm, day: number): void {
    if (response === 'rollback') {
      if (this.rolledBack !== 'nobody' || !this.#hands.serving()) return;
      this.rolledBack = 'plan';
      this.#quiet = 0;
      this.#hands.note(`rolled back on ${alarm.kind}`);
    } else if (response === 'feature-off') {
      if (!alarm.feature || this.off.has(alarm.feature)) return;
      this.off.set(alarm.feature, 'plan');
      this.#hands.note(`turned ${alarm.feature} off on ${alarm.kind}`);
    } else if (response === 'page') {
      for (const target of alarm.feature ? [alarm.feature] : this.#culprits[alarm.kind]!)
        if (this.#patient(`page ${target}`, day) && !this.#hands.page(target))
          this.#last.set(`page ${target}`, day + MUTED - PATIENCE);
    } else if (this.#patient('retrain', day)) this.#hands.retrain();
  }

  #patient(key: string, day: number): boolean {
    if (day - (this.#last.get(key) ?? -PATIENCE) < PATIENCE) return false;
    this.#last.set(key, day);
    return true;
  }
}
