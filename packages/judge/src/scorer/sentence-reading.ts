import { plainWords, type Sentence } from '../text/index.ts';
import { CONCEPTS, CONCEPTS_OF_SIGNAL, type ConceptId } from './lexicon/concepts.ts';
import { MOVES, type MoveId } from './lexicon/moves.ts';
import { readTerms } from './knowledge/index.ts';
import { Phrases } from './phrases.ts';
import type { SignalId } from '../rubric.ts';
import { stem } from './stem.ts';

export const movePhrases = new Phrases<MoveId>(MOVES);
export const conceptPhrases = new Phrases<ConceptId>(CONCEPTS);

/** What one sentence holds; independent of the sentences around it, so a growing answer reads only what is new. */
export interface SentenceReading {
  /** Plain words: no fillers, contractions expanded, numbers as '#'. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Occurrences of each move, by index of `movePhrases.ids`. */
  readonly moves: Uint8Array;
  /** Occurrences of each concept, by index of `conceptPhrases.ids`. */
  readonly concepts: Uint8Array;
  /** Occurrences of each notion of the knowledge base. */
  readonly terms: Uint8Array;
  /** Share of the sentence's tokens that are commas, semicolons or slashes. */
  readonly commas: number;
  readonly asks: boolean;
  readonly numbers: number;
}

const NUMBER = /^[$€£₹]?\d/;
const UNIT = new Set(['%', 'percent']);

export function readSentence(sentence: Sentence): SentenceReading {
  const words = plainWords(sentence.tokens);
  const stems = words.map((word) => (NUMBER.test(word.norm) ? '#' : stem(word.norm)));
  let commas = 0;
  let numbers = 0;
  for (const token of sentence.tokens) {
    if (token.kind === 'mark' && (token.raw === ',' || token.raw === ';' || token.raw === '/')) commas++;
    if (token.kind === 'number' || UNIT.has(token.norm)) numbers++;
  }
  const last = sentence.tokens[sentence.tokens.length - 1];
  const moves = movePhrases.count(stems);
  if (numbers > 0)
    moves[movePhrases.ids.indexOf('number')] = Math.min(255, (moves[movePhrases.ids.indexOf('number')] ?? 0) + numbers);
  return {
    words: words.map((word) => (NUMBER.test(word.norm) ? '#' : word.norm)),
    stems,
    moves,
    concepts: conceptPhrases.count(stems),
    terms: readTerms(stems),
    commas: commas / Math.max(1, stems.length),
    asks: last?.raw.includes('?') ?? false,
    numbers,
  };
}

const conceptIndex = new Map(conceptPhrases.ids.map((id, index) => [id, index]));

/** Indices of the concepts that speak to each signal. */
export const signalConcepts = Object.fromEntries(
  Object.entries(CONCEPTS_OF_SIGNAL).map(([signal, ids]) => [signal, ids.map((id) => conceptIndex.get(id) as number)]),
) as unknown as Readonly<Record<SignalId, readonly number[]>>;
