import { OfferError } from '../money.ts';
import { counterpartOf } from './counterparts/index.ts';
import { onSeed, type Counterpart } from './counterpart.ts';
import { read } from './reading/read.ts';
import type { Reading } from './reading/acts.ts';
import { answer } from './answer.ts';
import { points, reservation, type CandidateSheet } from './sheet.ts';
import { over, type Effect, type Event, type State, type Step } from './state.ts';

/** The counterpart of a state, as it is on this seed. */
export const facing = (state: Pick<State, 'counterpart' | 'seed'>): Counterpart =>
  onSeed(counterpartOf(state.counterpart), state.seed);

/** Opens a conversation; the first words are the counterpart's. */
export function open(counterpart: string, seed: number, mine: CandidateSheet): State {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new OfferError('seed', 'is not a whole number', 'Give 0 or more.');
  const them = onSeed(counterpartOf(counterpart), seed);
  return {
    counterpart,
    seed,
    mine,
    phase: 'talking',
    table: them.opening,
    asked: {},
    otherOffer: null,
    impression: { eager: 0, currentPay: null, alternative: false, reasons: [], otherReasons: 0 },
    held: 1,
    patience: them.style.patience,
    round: 0,
    waiting: null,
    approved: false,
    bluffs: 0,
    probed: 0,
    pending: null,
    turns: [{ who: 'counterpart', text: them.lines.open, table: them.opening }],
  };
}

const refused = (state: State, reason: string): Step => ({ state, effects: [{ type: 'refused', reason }] });

/**
 * One event in a conversation. Words are read first and count when they are confirmed or corrected; what could mean
 * several things is asked about. A deal below either side's reservation value is never made.
 */
export function step(state: State, event: Event): Step {
  if (over(state)) return refused(state, 'This conversation is over.');
  switch (event.type) {
    case 'say': {
      if (event.text.trim() === '') return refused(state, 'There are no words to read.');
      const reading = read(event.text, context(state));
      const effects: Effect[] = [{ type: 'understood', text: event.text, reading }];
      if (reading.unclear.length > 0) effects.push({ type: 'unclear', asks: reading.unclear.map(({ ask }) => ask) });
      return { state: { ...state, pending: { text: event.text, reading } }, effects };
    }
    case 'withdraw':
      return { state: { ...state, pending: null }, effects: [] };
    case 'confirm': {
      if (!state.pending) return refused(state, 'Nothing was said that could be confirmed.');
      if (state.pending.reading.unclear.length > 0)
        return refused(state, `This is not clear yet: ${state.pending.reading.unclear[0]?.ask}`);
      return count(state, state.pending.text, state.pending.reading, false);
    }
    case 'correct':
      if (!state.pending) return refused(state, 'Nothing was said that could be corrected.');
      if (event.reading.unclear.length > 0) return refused(state, 'The corrected reading is not clear yet.');
      return count(state, state.pending.text, event.reading, true);
    case 'leave':
      return { state: { ...state, phase: 'left', pending: null }, effects: [{ type: 'ended', phase: 'left' }] };
  }
}

/** What relative words are relative to. */
export const context = (state: State) => ({
  table: state.table,
  asked: state.asked,
  otherBase: state.otherOffer?.base ?? null,
  currency: facing(state).currency,
});

function count(state: State, text: string, reading: Reading, corrected: boolean): Step {
  const accepts = reading.acts.some(({ kind }) => kind === 'accept');
  if (accepts && points(state.mine.sheet, state.table) < reservation(state.mine))
    return refused(
      state,
      'What is on the table is worth less to you than what you would walk away for, so this yes does not count. Ask for more, leave, or change your sheet before you begin again.',
    );
  const said = {
    ...state,
    pending: null,
    round: state.round + 1,
    turns: [...state.turns, { who: 'candidate' as const, text, reading, corrected, table: state.table }],
  };
  return answer(said, facing(state), reading);
}
