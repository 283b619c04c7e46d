import { readText } from '@legible/judge/text/index';
import { countWords } from '../pace/index.ts';
import { carriers } from '../text/carriers.ts';
import { fillersIn, type Filler } from './fillers.ts';

/** A sentence of the draft or of what was said, and how much of it the other has, 0 to 1. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly shared: number;
}

/** What became of a draft when it was said. */
export interface Comparison {
  /** Sentences of the draft that were not said. */
  readonly dropped: readonly Sentence[];
  /** Figures and names of the draft that were not said, though the sentence may have been. */
  readonly lost: readonly string[];
  /** Sentences said that the draft does not have. */
  readonly added: readonly Sentence[];
  readonly fillers: readonly Filler[];
  readonly words: number;
  readonly wordsPerMinute: number;
  /** Seconds over the time given; negative where there was time left. */
  readonly over: number;
}

/** A sentence with at least this share of its carrying words on the other side was said. */
const SAID = 0.5;
/** Fewer carrying words than this say too little to be missed. */
const LEAST = 2;

/**
 * Compares a draft with what was said, sentence by sentence, by the words that carry them: order and wording may
 * change, what was meant may not be dropped. `seconds` is what it took, `allowed` what was given.
 */
export function compareWithDraft(draft: string, said: string, seconds: number, allowed: number): Comparison {
  const words = countWords(said);
  return {
    dropped: missing(draft, said),
    lost: lostFigures(draft, said),
    added: missing(said, draft),
    fillers: fillersIn(said),
    words,
    wordsPerMinute: seconds > 0 ? Math.round((words / seconds) * 60) : 0,
    over: seconds - allowed,
  };
}

function missing(of: string, from: string): Sentence[] {
  const there = new Set(carriers(from));
  return readText(of).flatMap((sentence) => {
    const own = [...new Set(carriers(sentence.text))];
    if (own.length < LEAST) return [];
    const shared = own.filter((word) => there.has(word)).length / own.length;
    return shared >= SAID ? [] : [{ text: sentence.text, from: sentence.from, to: sentence.to, shared }];
  });
}

const NUMBER_WORDS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** Numbers as digits, so that "four" said for "4" is not lost. */
function figures(text: string): string[] {
  const digits = text.toLowerCase().replace(/\b[a-z]+\b/g, (word) => NUMBER_WORDS.get(word) ?? word);
  return (digits.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replace(/,/g, ''));
}

function lostFigures(draft: string, said: string): string[] {
  const there = new Set(figures(said));
  const written = draft.match(/[$€£]?\d+(?:[.,]\d+)*\s?(?:%|percent\b|k\b|ms\b)?/gi) ?? [];
  return [...new Set(written.map((figure) => figure.trim()))].filter((figure) =>
    figures(figure).some((digits) => !there.has(digits)),
  );
}
