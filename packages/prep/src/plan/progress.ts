import { addDays } from './days.ts';
import type { FatalGap, Standing, Task } from './types.ts';
import { SLOTS, type Slot } from '../dossier/slots.ts';

const DRAFT_MINUTES: Record<Slot, number> = {
  transition: 45,
  ranking: 50,
  prediction: 50,
  compensation: 25,
  'data-quality': 35,
  'rollout-risk': 35,
  'metric-mismatch': 35,
  'why-mle': 20,
};
const MEND_MINUTES = 20;
/** A draft can be said cold from the second day after it was written on, and again two days later. */
export const COLD_AFTER_DAYS = 2;
export const LAB_EVERY_DAYS = 10;

/** What a stretch of time goes to. */
export type Track = 'gap' | 'dossier' | 'whole';
/** A task before it has a day. */
export type Offered = Omit<Task, 'id' | 'done'> & { readonly track: Track };

/** What a simulated candidate would have by each day, if every session before it is done. */
export interface Progress {
  readonly minutesLeft: Map<Slot, number>;
  readonly written: Map<Slot, string>;
  readonly cold: Map<Slot, number>;
  readonly lastSaid: Map<Slot, string>;
  readonly spent: Record<Track, number>;
  drills: number;
  lastLab: string;
  loops: number;
  inventory: boolean;
  evidence: boolean;
}

/** Where a candidate stands when the day begins. */
export function start({ today, slots, inventoryDone, evidenceIn, loops, labRuns, done }: Standing): Progress {
  const progress: Progress = {
    minutesLeft: new Map(),
    written: new Map(),
    cold: new Map(),
    lastSaid: new Map(),
    spent: { gap: 0, dossier: 0, whole: 0 },
    drills: 0,
    lastLab:
      labRuns > 0 ? (done.filter(({ kind }) => kind === 'lab').at(-1)?.day ?? addDays(today, -LAB_EVERY_DAYS)) : '',
    loops,
    inventory: inventoryDone,
    // Who has written the story already has their evidence.
    evidence: evidenceIn || slots.some(({ slot, state }) => slot === 'transition' && state !== 'missing'),
  };
  for (const { slot, state, gaps, coldDays, latest } of slots) {
    if (state === 'missing') progress.minutesLeft.set(slot, DRAFT_MINUTES[slot]);
    else {
      if (gaps.length > 0 && state !== 'ready') progress.minutesLeft.set(slot, MEND_MINUTES);
      else progress.written.set(slot, addDays(today, -COLD_AFTER_DAYS));
      progress.cold.set(slot, state === 'lost' ? 1 : coldDays.length);
      if (latest) progress.lastSaid.set(slot, latest.day);
    }
  }
  return progress;
}

/** What a day's planning looks at. */
export interface Ground {
  readonly standing: Standing;
  readonly progress: Progress;
  readonly gap: FatalGap;
  readonly weights: Record<Track, number>;
  /** How far through the plan this day is, 0 to 1. */
  readonly late: number;
}

/** Takes a task as done on a day. */
export function note(task: Offered, day: string, { progress }: Ground): void {
  const slot = SLOTS.find((known) => known === task.about);
  if (task.kind === 'draft' && slot !== undefined) {
    const left = (progress.minutesLeft.get(slot) ?? 0) - task.minutes;
    progress.minutesLeft.set(slot, left);
    if (left <= 0) progress.written.set(slot, day);
  } else if (task.kind === 'rehearse' && slot !== undefined) {
    progress.cold.set(slot, (progress.cold.get(slot) ?? 0) + 1);
    progress.lastSaid.set(slot, day);
  } else if (task.kind === 'drill') progress.drills += 1;
  else if (task.kind === 'lab') progress.lastLab = day;
  else if (task.kind === 'loop') progress.loops += 1;
  else if (task.kind === 'inventory') progress.inventory = true;
  else if (task.kind === 'evidence') progress.evidence = true;
}
