/** Replays as plain messages, so that they can run here or in other workers; the outcome does not depend on where. */
import type { BaseAction } from '../operate/actions.ts';
import type { PlanBase } from '../plan/check.ts';
import { NothingToLearn, type Launch, type Policy } from '../worlds/world.ts';
import { ledgerOf, live, type Ledger } from './replay.ts';

export interface ReplayJob {
  readonly id: string;
  /** A plan, or a policy that needs none. */
  readonly plan: PlanBase | Policy;
  readonly actions: readonly BaseAction[];
  /** Index of an incident that does not happen in this replay. */
  readonly without?: number;
}

export interface ReplayOutcome {
  readonly id: string;
  /** Dollars by day, then by cause in the order of the world's causes. */
  readonly byDay: readonly (readonly number[])[];
  readonly total: number;
  /** Why the replay could not be lived, where it could not. */
  readonly failed?: string;
}

/** Rounded to cents, so that outcomes are the same text everywhere. */
export function outcomeOf(id: string, ledger: Ledger): ReplayOutcome {
  const byDay = ledger.byDay.map((day) => Array.from(day, (x) => Math.round(x * 100) / 100));
  const total = byDay.reduce((sum, day) => sum + day.reduce((a, b) => a + b, 0), 0);
  return { id, byDay, total: Math.round(total * 100) / 100 };
}

/** Lives one job in a world at launch. */
export function runJob({ launch }: { readonly launch: Launch }, job: ReplayJob): ReplayOutcome {
  if (job.plan === 'nothing' || job.plan === 'oracle') return outcomeOf(job.id, ledgerOf(launch.policy(job.plan)));
  try {
    return outcomeOf(
      job.id,
      ledgerOf(live(launch, job.plan, job.actions, job.without === undefined ? {} : { without: job.without }).money),
    );
  } catch (error) {
    if (error instanceof NothingToLearn) return { id: job.id, byDay: [], total: Number.NaN, failed: error.message };
    throw error;
  }
}
