import { checkLength } from './limits.ts';
import { tokenize, type Token } from './tokens.ts';

/** A sentence, a list item, or a bounded stretch of speech without punctuation. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** No text appended later can change it. All are closed but the last, or the last few where a line has just begun. */
  readonly closed: boolean;
  /** It ends in an end mark now. An ended sentence that is not closed changes only when the next text follows without a space. */
  readonly ended: boolean;
}

/** How the text has been written so far; it sets how long a run may grow before a spoken pause is assumed. */
export type Habit = 'unknown' | 'punctuated' | 'spoken';

/** A sentence with what reading needs to go on after it. */
export interface ReadSentence {
  readonly sentence: Sentence;
  /** Every character before this offset took part in the decision to end the sentence here, none after it did. */
  readonly decidedAt: number;
  readonly habit: Habit;
  /** Where the line in which the sentence ends starts. */
  readonly lineStart: number;
}

/** Words in a run before it is cut: before a strong marker, before a weak one, before any word. */
const RUN: Record<Habit, readonly [number, number, number]> = {
  unknown: [16, 26, 45],
  spoken: [12, 20, 40],
  punctuated: [45, 60, 80],
};

const STRONG = new Set([
  'so',
  'but',
  'well',
  'okay',
  'ok',
  'anyway',
  'now',
  'also',
  'however',
  'basically',
  'actually',
  'first',
  'second',
  'secondly',
  'finally',
  'eventually',
  'then',
]);
const STRONG_PAIR = new Set([
  'and then',
  'and so',
  'and i',
  'and we',
  'and they',
  'and it',
  'and that',
  'and also',
  'and if',
  'after that',
  'i mean',
  'you know',
  'i would',
  'we had',
  'it was',
  'that is',
]);
const WEAK = new Set([
  'and',
  'because',
  'or',
  'which',
  'when',
  'while',
  'if',
  'since',
  'cause',
  'where',
  'i',
  'we',
  'they',
  'it',
  'this',
  'that',
  'there',
  'for',
]);

const ABBREVIATIONS = new Set(
  'e.g i.e eg ie vs etc mr mrs ms dr prof approx fig figs eq sec inc ltd corp co jr sr st no nos vol al cf est avg max min dept incl excl jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k ph.d'.split(
    ' ',
  ),
);
const MAY_END = new Set([
  'etc',
  'inc',
  'ltd',
  'corp',
  'co',
  'a.m',
  'p.m',
  'u.s',
  'u.k',
  'jr',
  'sr',
  'al',
  'no',
  'max',
  'min',
  'sec',
  'est',
]);
const BULLETS = new Set(['-', '–', '—', '*', '•', '·', '◦', '▪', '‣', '○', '●', '+', '>', '#']);
const CLOSERS = new Set(['"', "'", ')', ']', '”', '’', '»', '}', '*', '_', '`']);
const END = /^[.?!…。？！]+$/u;
/** A line at least this long that goes on in lower case was wrapped, not ended. */
const WRAP = 50;
/** Characters past a word that settle where it ends ("then" may become "then.js"). */
const LOOK = 3;

/** Splits `text` into sentences. Linear time; throws AnswerTooLong over 20,000 characters and nothing else. */
export function readText(text: string): Sentence[] {
  return readFrom(checkLength(text), 0, 'unknown').map((read) => read.sentence);
}

/** Reads on from `start`, which must be 0 or the end of a closed sentence, with what was carried past that sentence. */
export function readFrom(text: string, start: number, habit: Habit, lineStart = start): ReadSentence[] {
  const tokens = tokenize(text, start);
  const out: ReadSentence[] = [];
  let first = 0;
  let words = 0;
  let marks = 0;
  // A line whose first word may still grow into something else leaves all that follows open.
  let settled = true;
  let settledAt = 0;

  const close = (end: number, decidedAt: number, next: Habit, ended: boolean): void => {
    habit = next;
    if (end > first)
      out.push({
        sentence: sentenceOf(text, tokens, first, end, settled, ended),
        decidedAt: Math.max(decidedAt, settledAt),
        habit,
        lineStart,
      });
    first = end;
    words = 0;
    marks = 0;
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = i > 0 ? (tokens[i - 1] as Token).to : start;
    const newline = newlines(text, before, token.from);
    if (newline.count > 0 || (i === 0 && start === 0)) {
      settledAt = token.to + LOOK;
      settled = settled && settledAt <= text.length;
      if (i > first && endsLine(text, tokens, i, newline.count, newline.first - lineStart))
        close(i, token.to + LOOK, habit, endsInMark(tokens, first, i));
      lineStart = newline.count > 0 ? newline.last + 1 : token.from;
      if (i === first) {
        const skip = listMarker(text, tokens, i);
        if (skip > 0) {
          first = i + skip;
          i = first - 1;
          continue;
        }
      }
    }
    if (token.kind === 'mark') {
      marks++;
      if (END.test(token.norm)) {
        const end = pastClosers(text, tokens, i);
        const decidedAt = ends(text, tokens, first, i, end);
        if (decidedAt > 0) {
          close(end, decidedAt, 'punctuated', true);
          i = end - 1;
        }
      }
      continue;
    }
    if (words > 0 && pauses(text, tokens, i, words, marks > 0 && habit !== 'spoken' ? 'punctuated' : habit)) {
      close(i, (tokens[i + 1] as Token).to + LOOK, 'spoken', false);
    }
    words++;
  }
  if (first < tokens.length) {
    const sentence = sentenceOf(text, tokens, first, tokens.length, false, endsInMark(tokens, first, tokens.length));
    out.push({ sentence, decidedAt: text.length, habit, lineStart });
  }
  return out;
}

function sentenceOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  closed: boolean,
  ended: boolean,
): Sentence {
  const own = tokens.slice(first, end);
  const from = (own[0] as Token).from;
  const to = (own[own.length - 1] as Token).to;
  return { from, to, text: text.slice(from, to), tokens: own, closed, ended };
}

function newlines(text: string, from: number, to: number): { count: number; first: number; last: number } {
  let count = 0;
  let first = -1;
  let last = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 0x2028 && code !== 0x2029 && !(code === 13 && text.charCodeAt(at + 1) !== 10)) continue;
    if (count === 0) first = at;
    last = at;
    count++;
  }
  return { count, first, last };
}

/** Whether the line that ended before token `i` ended a sentence. */
function endsLine(text: string, tokens: readonly Token[], i: number, count: number, lineLength: number): boolean {
  const token = tokens[i] as Token;
  if (count > 1 || listMarker(text, tokens, i) > 0) return true;
  const previous = (tokens[i - 1] as Token).norm;
  if (previous === ',') return false;
  return lineLength < WRAP || !/^\p{Ll}/u.test(token.raw);
}

/** How many tokens of list marker ("- ", "2. ", "3) ") start at token `i`, the first of its line. */
function listMarker(text: string, tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  if (BULLETS.has(token.raw)) {
    let end = i;
    while (tokens[end]?.raw === token.raw && (end === i || tokens[end]?.from === tokens[end - 1]?.to)) end++;
    const last = tokens[end - 1] as Token;
    return /\s/.test(text[last.to] ?? '') ? end - i : 0;
  }
  const next = tokens[i + 1];
  if (next === undefined || next.from !== token.to || !/\s/.test(text[next.to] ?? '')) return 0;
  return /^(?:\d{1,3}|[a-z])$/.test(token.norm) && (next.raw === ')' || (next.raw === '.' && token.kind === 'number'))
    ? 2
    : 0;
}

/** Index past the closing quotes and brackets that touch the end mark at `i`. */
function pastClosers(text: string, tokens: readonly Token[], i: number): number {
  let end = i + 1;
  while (
    end < tokens.length &&
    CLOSERS.has((tokens[end] as Token).raw) &&
    (tokens[end] as Token).from === (tokens[end - 1] as Token).to
  )
    end++;
  return end;
}

/**
 * Whether the end mark at `i` ends the sentence: the offset up to which the text was looked at to say so, or 0.
 * Undecided, hence 0, while what follows is not there yet.
 */
function ends(text: string, tokens: readonly Token[], first: number, i: number, end: number): number {
  const mark = tokens[i] as Token;
  const previous = tokens[i - 1];
  const after = (tokens[end - 1] as Token).to;
  if (previous === undefined || i === first || after >= text.length) return 0;
  const next = tokens[end];
  const settled = next !== undefined && next.to + LOOK <= text.length ? next.to + LOOK : 0;
  if (!/\s/.test(text[after] ?? '')) {
    if (/[。？！]/u.test(mark.raw)) return after + 1;
    return mark.raw === '.' && end === i + 1 && forgotSpace(previous, next) ? settled : 0;
  }
  const trails = /^[.…]/u.test(mark.raw) && mark.raw !== '.';
  const abbreviation =
    mark.raw === '.' &&
    previous.to === mark.from &&
    (ABBREVIATIONS.has(previous.norm) || /^\p{Lu}$/u.test(previous.raw));
  if (!trails && !abbreviation) return after + 1;
  const upper = /^\p{Lu}/u.test(next?.raw ?? '');
  return upper && (trails || MAY_END.has(previous.norm) || previous.raw === 'I') ? settled : 0;
}

/** "accuracy.So", but not "node.js", "U.S.A" or "v2.B". */
function forgotSpace(previous: Token, next: Token | undefined): boolean {
  return /^\p{Lu}/u.test(next?.raw ?? '') && /^\p{L}*\p{Ll}{2}$/u.test(previous.raw);
}

/** Whether a speaker without punctuation starts afresh at token `i`, `words` words into the run. */
function pauses(text: string, tokens: readonly Token[], i: number, words: number, habit: Habit): boolean {
  const [strong, weak, any] = RUN[habit];
  if (words < strong) return false;
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  // The next word must be whole, or the pair could still become another.
  if (next === undefined || next.to + LOOK > text.length) return false;
  if (words >= any) return true;
  if (STRONG.has(token.norm) || STRONG_PAIR.has(`${token.norm} ${next.norm}`))
    return !DANGLING.has((tokens[i - 1] as Token).norm);
  return words >= weak && WEAK.has(token.norm) && !DANGLING.has((tokens[i - 1] as Token).norm);
}

/** Words that a sentence does not end in. */
const DANGLING = new Set(
  'and or but so the a an of to in on at for with from by as that which if when because than is are was were be been not no very too i we they you it he she my our their this these those more less can could would will should do did does have has had just even only well'.split(
    ' ',
  ),
);

function endsInMark(tokens: readonly Token[], first: number, end: number): boolean {
  let at = end - 1;
  while (at > first && CLOSERS.has((tokens[at] as Token).raw)) at--;
  return at > first && END.test((tokens[at] as Token).norm);
}
