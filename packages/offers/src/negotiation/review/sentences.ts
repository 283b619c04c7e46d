import { open, step } from '../machine.ts';
import { standing } from '../play.ts';
import type { Reading } from '../reading/acts.ts';
import { over, type State } from '../state.ts';

/** What one sentence was worth: the end with it less the end without it, in the candidate's points. */
export interface SentenceWorth {
  readonly turn: number;
  readonly quote: string;
  readonly points: number;
  /** True where without it there is a deal that was lost, or none where there was one. */
  readonly turned: boolean;
}

interface Said {
  readonly text: string;
  /** Given where the candidate mended the reading: it stands for the whole turn. */
  readonly reading: Reading | null;
}

const SENTENCE = /[^.!?…\n]+(?:[.!?…]+(?=\s|$)|[.](?=\d)[^.!?…\n]*[.!?…]*|$|\n)/g;
export const split = (text: string): string[] =>
  (text.match(SENTENCE) ?? [text]).map((one) => one.trim()).filter(Boolean);

function replay(from: State, turns: readonly Said[]): State {
  let state = open(from.counterpart, from.seed, from.mine);
  for (const { text, reading } of turns) {
    if (over(state)) break;
    if (text.trim() === '') continue;
    const said = step(state, { type: 'say', text }).state;
    const read = reading ?? said.pending?.reading;
    if (read) state = step(said, { type: 'correct', reading: { ...read, unclear: [] } }).state;
  }
  return state;
}

/** Every sentence of the candidate, with what it cost or won: the conversation replayed without it, all else as it was. */
export function worthOfSentences(state: State): SentenceWorth[] {
  const turns = state.turns
    .filter(({ who }) => who === 'candidate')
    .map(({ text, reading, corrected }): Said => ({ text, reading: corrected ? (reading ?? null) : null }));
  const end = replay(state, turns);
  return turns.flatMap((turn, i) => {
    const parts = turn.reading ? [turn.text] : split(turn.text);
    return parts.flatMap((quote, k) => {
      const without = parts.filter((_, j) => j !== k).join(' ');
      // The yes itself closes what the rest has earned.
      if (turn.reading?.acts.some(({ kind }) => kind === 'accept') || acceptsAlone(state, i)) return [];
      const other = replay(state, turns.toSpliced(i, 1, { text: without, reading: null }));
      const points = standing(end) - standing(other);
      return [{ turn: i, quote, points, turned: lost(end) !== lost(other) }];
    });
  });
}

function acceptsAlone(state: State, turn: number): boolean {
  const said = state.turns.filter(({ who }) => who === 'candidate')[turn];
  return said?.reading?.acts.some(({ kind }) => kind === 'accept') ?? false;
}

const lost = ({ phase }: State): boolean => phase === 'walked' || phase === 'left';
