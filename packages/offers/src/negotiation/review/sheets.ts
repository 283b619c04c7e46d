import { floorOf } from '../counterpart.ts';
import { atSameFor, dealOf, distance, frontier, nashPoint, type Deal } from '../frontier.ts';
import { facing } from '../machine.ts';
import { reservation } from '../sheet.ts';
import type { State } from '../state.ts';

/** Both sheets, opened: what was there to be had. Points. */
export interface Opened {
  readonly agreed: boolean;
  /** The package that was agreed, or that was on the table when it ended. */
  readonly last: Deal;
  readonly mineFloor: number;
  readonly theirFloor: number;
  readonly opening: Deal;
  /** Efficient packages that neither side would refuse, best for the candidate first. */
  readonly frontier: readonly Deal[];
  readonly nash: Deal | null;
  /** Points from the last package to the frontier, straight. */
  readonly distance: number;
  /** What the candidate could have had more without costing the counterpart anything. */
  readonly free: number;
  /** What the candidate could have had more before the counterpart would rather have gone on searching. */
  readonly most: number;
}

export function openSheets(state: State): Opened {
  const them = facing(state);
  const mine = state.mine.sheet;
  const mineFloor = reservation(state.mine);
  const theirFloor = floorOf(them);
  const all = frontier(them, mine);
  const possible = all.filter((deal) => deal.mine >= mineFloor && deal.theirs >= theirFloor);
  const last = dealOf(them, mine, state.table);
  const has = state.phase === 'agreed' ? last.mine : mineFloor;
  return {
    agreed: state.phase === 'agreed',
    last,
    mineFloor,
    theirFloor,
    opening: dealOf(them, mine, state.turns[0]?.table ?? state.table),
    frontier: possible,
    nash: nashPoint(all, mineFloor, theirFloor),
    distance: distance(all, last),
    free:
      state.phase === 'agreed' ? atSameFor(all, last).mine - last.mine : (possible[0]?.mine ?? mineFloor) - mineFloor,
    most: Math.max(0, (possible[0]?.mine ?? has) - has),
  };
}
