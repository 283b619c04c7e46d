/** Who gets the model today: shadow, canary, everybody, or nobody after a rollback. */

/** Days without an alarm after which an automatic rollback is undone. */
export const QUIET_DAYS = 4;

/** What of a plan a rollout goes by. */
export interface RolloutPlan {
  readonly rollout: {
    readonly shadowDays: number;
    readonly canary: readonly number[];
    readonly stepDays: number;
    readonly advance: 'always' | 'no-alarm';
  };
}

export interface Rollout {
  /** Canary steps passed; as many as there are steps means everybody. */
  step: number;
  /** Days spent on this step. */
  daysOnStep: number;
  /** Who rolled back, if anybody. */
  rolledBack: 'nobody' | 'plan' | 'person';
  quietDays: number;
}

export function startRollout(): Rollout {
  return { step: 0, daysOnStep: 0, rolledBack: 'nobody', quietDays: 0 };
}

/** Share of users for whom the model decides on `day`. */
export function shareOn(plan: RolloutPlan, rollout: Rollout, day: number): number {
  if (day < plan.rollout.shadowDays || rollout.rolledBack !== 'nobody') return 0;
  return plan.rollout.canary[rollout.step] ?? 1;
}

/** Evening: one more day on this step, and the next step where its condition holds. */
export function endOfDay(plan: RolloutPlan, rollout: Rollout, day: number, alarmed: boolean): void {
  rollout.quietDays = alarmed ? 0 : rollout.quietDays + 1;
  if (rollout.rolledBack === 'plan' && rollout.quietDays >= QUIET_DAYS) rollout.rolledBack = 'nobody';
  if (day < plan.rollout.shadowDays || rollout.rolledBack !== 'nobody' || rollout.step >= plan.rollout.canary.length)
    return;
  rollout.daysOnStep++;
  if (rollout.daysOnStep < plan.rollout.stepDays) return;
  if (plan.rollout.advance === 'no-alarm' && rollout.quietDays < Math.min(2, plan.rollout.stepDays)) return;
  rollout.step++;
  rollout.daysOnStep = 0;
}
