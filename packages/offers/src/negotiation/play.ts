import { open, step } from './machine.ts';
import { points, reservation, type CandidateSheet } from './sheet.ts';
import { over, type Event, type State } from './state.ts';

/** Says a thing and lets it count, with whatever is unclear left out; says nothing where that leaves nothing. */
export function sayAndCount(state: State, text: string): State {
  const said = step(state, { type: 'say', text }).state;
  if (!said.pending) return state;
  const { reading } = said.pending;
  const event: Event =
    reading.unclear.length > 0 ? { type: 'correct', reading: { ...reading, unclear: [] } } : { type: 'confirm' };
  return step(said, event).state;
}

/** What the candidate has in the end, in points: of the deal, or of what they have without one. */
export function outcome(state: State): number {
  return state.phase === 'agreed' ? points(state.mine.sheet, state.table) : reservation(state.mine);
}

/** What the conversation is worth as it stands: a table that can still be taken counts where it is worth taking. */
export function standing(state: State): number {
  const floor = reservation(state.mine);
  return over(state) ? outcome(state) : Math.max(floor, points(state.mine.sheet, state.table));
}

/** A scripted negotiator: what it says next, or null to leave. */
export interface Negotiator {
  readonly id: string;
  readonly says: (state: State) => string | null;
}

/** Plays a scripted negotiator to the end. */
export function play(
  negotiator: Negotiator,
  counterpart: string,
  seed: number,
  mine: CandidateSheet,
  mostRounds = 14,
): State {
  let state = open(counterpart, seed, mine);
  for (let round = 0; round < mostRounds && !over(state); round++) {
    const words = negotiator.says(state);
    if (words === null) break;
    const before = state.round;
    state = sayAndCount(state, words);
    if (!over(state) && state.round === before) break;
  }
  return over(state) ? state : step(state, { type: 'leave' }).state;
}
