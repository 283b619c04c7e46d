import type { LoopSummary } from '@legible/app/contract/index';
import { PRESET } from '@legible/loop/loop/presets';
import { roundTitle } from './names.ts';

/** A loop that was begun and not ended, as the obvious next thing to do. */
export interface LoopToGoOn {
  readonly path: string;
  /** Such as "Hiring manager round, 2 of 5". */
  readonly title: string;
  /** Such as "Series A or B". */
  readonly label: string;
  readonly why: string;
}

/** The newest loop that is still running, with the round that is open or comes next; null where there is none. */
export function loopToGoOn(loops: readonly LoopSummary[]): LoopToGoOn | null {
  const running = loops.find(({ status }) => status === 'running');
  if (running === undefined) return null;
  const { id, rounds, roundsOpened, preset } = running;
  // Opened rounds may be over: the loop's own page knows; here the last opened one stands for both.
  const at = Math.min(Math.max(roundsOpened, 1), rounds.length);
  const kind = rounds[at - 1]?.kind ?? 'panel';
  return {
    path: `/loop/${id}`,
    title: rounds.length === 1 ? roundTitle(kind) : `${roundTitle(kind)}, ${at} of ${rounds.length}`,
    label: PRESET[preset].title,
    why:
      roundsOpened === 0
        ? 'You set this loop up. Nobody has been asked anything yet.'
        : 'This loop is open. Everything you said is kept, and the interviewer’s clock waited.',
  };
}
