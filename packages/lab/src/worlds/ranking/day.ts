/** What one live day of a ranking world shows, and what it cost. */
import type { BaseDay } from '../world.ts';
import type { Look } from './experiment.ts';

export type Phase<Old extends string> = 'shadow' | 'experiment' | 'everybody' | Old;

/** What one day shows to the person who runs it, in both worlds. Only monitors that were bought have readings. */
export interface RankingDayReport<Old extends string> extends BaseDay {
  readonly visits: number;
  /** Share of visits whose lists the model made. */
  readonly share: number;
  readonly clicks: number;
  readonly phase: Phase<Old>;
  /** The look at the experiment, on days on which it ran. */
  readonly look: Look | null;
}

/** What a day cost that the world does not know of, dollars. */
export interface DayCosts {
  readonly training: number;
  readonly actions: number;
  /** Whether a model is there, and whether two arms or a shadow ran. */
  readonly learns: boolean;
  readonly compared: boolean;
}
