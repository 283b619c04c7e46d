/** Replays as plain messages, so that they can run here or in other workers; the outcome does not depend on where. */
import type { Action } from '../operate/actions.ts';
import type { Plan } from '../plan/types.ts';
import { NothingToLearn } from '../run/fit.ts';
import type { Shelf } from '../run/launch.ts';
import type { World, WorldSession } from '../worlds/session.ts';
import { live, liveTrivial, type Ledger } from './replay.ts';

export interface ReplayJob {
  readonly id: string;
  /** A plan, or a policy that looks at nothing. */
  readonly plan: Plan | 'approve' | 'oracle';
  readonly actions: readonly Action[];
}

export interface ReplayOutcome {
  readonly id: string;
  /** Dollars by day, then by cause in the order of CAUSES. */
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

/** Lives one job. `launched` is the world at launch; `shelf` is shared by all jobs of one world and seed. */
export function runJob(
  world: World,
  launched: WorldSession,
  seed: number,
  shelf: Shelf,
  job: ReplayJob,
): ReplayOutcome {
  if (job.plan === 'approve') return outcomeOf(job.id, liveTrivial(launched, 'approve').ledger);
  if (job.plan === 'oracle') return outcomeOf(job.id, liveTrivial(launched, 'approve').oracle);
  try {
    return outcomeOf(job.id, live(world, launched, job.plan, seed, shelf, job.actions).ledger);
  } catch (error) {
    if (error instanceof NothingToLearn) return { id: job.id, byDay: [], total: Number.NaN, failed: error.message };
    throw error;
  }
}
