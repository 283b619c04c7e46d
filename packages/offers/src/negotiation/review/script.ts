import { outcome, play, type Negotiator } from '../play.ts';
import { open } from '../machine.ts';
import { points, type CandidateSheet } from '../sheet.ts';
import { over, type State } from '../state.ts';
import { sayAndCount } from '../play.ts';

/** What a script gets as first words: the table after it, and what a plain continuation makes of it. */
export interface ScriptResult {
  readonly counterpart: string;
  readonly state: State;
  /** The candidate's points of the table after the script less those of the first offer. */
  readonly gained: number;
  /** The end when nothing more is asked for: the approval is heard, and the table taken where it is worth taking. */
  readonly end: number;
}

/** Uses a script as the first exchange. */
export function tryScript(script: string, counterpart: string, seed: number, mine: CandidateSheet): ScriptResult {
  const first = open(counterpart, seed, mine);
  const after = sayAndCount(first, script);
  const rest: Negotiator = {
    id: 'script',
    says: (state) => (state.round === 0 ? script : state.waiting ? 'Thank you.' : 'I accept the offer.'),
  };
  const heard = over(after) || !after.waiting ? after : sayAndCount(after, 'Thank you.');
  return {
    counterpart,
    state: heard,
    gained: points(mine.sheet, heard.table) - points(mine.sheet, first.table),
    end: outcome(play(rest, counterpart, seed, mine, 4)),
  };
}
