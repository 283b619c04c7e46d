import { plainWords, type Sentence, type Word } from '../../text/index.ts';
import { findEnumeration, type Enumeration } from './lists.ts';
import { findMoves, type Move } from './moves.ts';
import { startable, type Phrases } from './pattern.ts';
import { findTerms, type Term, type TermKind } from './terms.ts';

/** A sentence as the rules read it: computed once, used by all of them. */
export interface Reading {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  /** The plain words, each followed by a space, after a leading space. */
  readonly plain: string;
  /** Where each word starts in `plain`, less the leading space. */
  readonly starts: readonly number[];
  readonly terms: readonly Term[];
  readonly moves: ReadonlySet<Move>;
  readonly list: Enumeration;
  /** For each compiled phrase list, 0 where none of its phrases can start here. */
  readonly can: Uint8Array;
  readonly numbers: number;
  readonly asks: boolean;
}

export function readSentence(sentence: Sentence): Reading {
  const words = plainWords(sentence.tokens);
  const starts: number[] = [];
  let plain = ' ';
  for (const word of words) {
    starts.push(plain.length - 1);
    plain += `${word.norm} `;
  }
  const terms = findTerms(words);
  const can = startable(words);
  return {
    sentence,
    words,
    plain,
    starts,
    terms,
    moves: findMoves(plain, can),
    can,
    list: findEnumeration(sentence, words, terms),
    numbers: sentence.tokens.filter((token) => token.kind === 'number').length + (NUMBER_WORD.test(plain) ? 1 : 0),
    asks: sentence.text.endsWith('?'),
  };
}

const NUMBER_WORD =
  / (?:percent|half|third|twice|hundred|thousand|million|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) /;

/** A stretch of words: indices into `words`, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first match of a phrase pattern (see `compilePhrases`), as words; null where there is none. */
export function matchWords(reading: Reading, { id, pattern }: Phrases): Stretch | null {
  if (reading.can[id] === 0) return null;
  pattern.lastIndex = 0;
  const match = pattern.exec(reading.plain);
  if (match === null) return null;
  return { start: wordAt(reading.starts, match.index), end: wordAt(reading.starts, match.index + match[0].length - 1) };
}

function wordAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many terms of these kinds the sentence holds. */
export function countTerms(reading: Reading, ...kinds: readonly TermKind[]): number {
  return reading.terms.filter((term) => kinds.length === 0 || kinds.includes(term.kind)).length;
}

/** The words of a term as they were written. */
export function termText(reading: Reading, term: Term): string {
  const first = reading.words[term.start] as Word;
  const last = reading.words[term.end - 1] as Word;
  return reading.sentence.text.slice(first.from - reading.sentence.from, last.to - reading.sentence.from);
}
