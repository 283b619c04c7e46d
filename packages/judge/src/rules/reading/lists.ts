import type { Sentence } from '../../text/index.ts';
import type { Term } from './terms.ts';
import type { Word } from '../../text/index.ts';

/** The longest enumeration of a sentence. */
export interface Enumeration {
  /** Items of at most five words between commas, list marks, "and" and "or"; 0 where fewer than three. */
  readonly items: number;
  /** How many of them hold a term of the trade. */
  readonly named: number;
  readonly from: number;
  readonly to: number;
}

const NONE: Enumeration = { items: 0, named: 0, from: 0, to: 0 };
const ITEM = 5;
const VERBS = new Set(
  'is are was were be would will can could should do did does have has had because so but if when that which who i we they it you my our'.split(
    ' ',
  ),
);

/** Reads the longest enumeration: at least three items in a row, none with a verb or a pronoun of its own beyond the first. */
export function findEnumeration(sentence: Sentence, words: readonly Word[], terms: readonly Term[]): Enumeration {
  let best = NONE;
  let runFrom = 0;
  let runTo = 0;
  let items = 0;
  let named = 0;
  let itemFrom = -1;
  let itemTo = -1;
  let size = 0;
  let verbs = 0;

  const flush = (): void => {
    if (items >= 3 && (items > best.items || named > best.named)) best = { items, named, from: runFrom, to: runTo };
    items = 0;
    named = 0;
  };
  const endItem = (): void => {
    if (size === 0) return;
    const long = size > ITEM || verbs > 0;
    if (long) {
      flush();
      // The head of a list may be a clause: "I would look at precision, recall, ...".
      items = 1;
      runFrom = lastWords(words, itemTo, 3);
      named = namesTerm(words, terms, runFrom, itemTo) ? 1 : 0;
    } else {
      if (items === 0) runFrom = itemFrom;
      items++;
      if (namesTerm(words, terms, itemFrom, itemTo)) named++;
    }
    runTo = itemTo;
    size = 0;
    verbs = 0;
    itemFrom = -1;
  };

  for (const token of sentence.tokens) {
    if (token.kind === 'mark') {
      if (/^[,;:•·*()\n–—+&.|>-]+$/.test(token.raw)) endItem();
      continue;
    }
    if (token.norm === 'and' || token.norm === 'or' || token.norm === 'plus' || token.norm === 'then') {
      endItem();
      continue;
    }
    if (itemFrom < 0) itemFrom = token.from;
    itemTo = token.to;
    size++;
    if (VERBS.has(token.norm)) verbs++;
  }
  endItem();
  flush();
  return best;
}

function lastWords(words: readonly Word[], to: number, count: number): number {
  let at = words.length - 1;
  while (at > 0 && (words[at] as Word).to > to) at--;
  return (words[Math.max(0, at - count + 1)] ?? { from: to }).from;
}

function namesTerm(words: readonly Word[], terms: readonly Term[], from: number, to: number): boolean {
  return terms.some((term) => (words[term.start] as Word).from >= from && (words[term.end - 1] as Word).to <= to);
}
