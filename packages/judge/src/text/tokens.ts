/** A word, a number or a mark of the text, with half-open UTF-16 offsets: `text.slice(from, to) === raw`. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly raw: string;
  /** Lower case, straight apostrophes, compatibility forms folded. */
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'mark';
}

// In order: initialisms (e.g, U.S), numbers with a unit (1,000 0.95 99% $95k 2x), words with inner apostrophes and
// dotted names (node.js), runs of end marks, any other visible code point. No alternative can match in two ways, so
// reading is linear.
const TOKEN =
  /(?<short>\p{L}(?:\.\p{L})+(?![\p{L}\p{N}]))|(?<number>[$€£₹]?\p{Nd}+(?:[.,:]\p{Nd}+)*(?:%|[\p{L}\p{M}]+)?)|(?<word>[\p{L}\p{M}\p{N}_]+(?:['’‘ʼ]\p{L}+)*(?:\.\p{Ll}[\p{L}\p{N}_]*)*)|(?<end>[.?!…。？！]+)|(?<mark>[^\s])/gu;

const JOINER = /[-‐‑/]/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

const PLAIN = /^[a-z0-9]+$/;

/** The form of a word that is compared: lower case, straight apostrophes, compatibility characters folded. */
export function normalise(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw.normalize('NFKC').toLowerCase().replace(/[’‘ʼ]/gu, "'");
}

/**
 * Reads tokens from `start` to the end of `text`. Hyphens and slashes inside words separate them and are not tokens
 * (`time-based` and `time based` read alike); runs of end marks are one token.
 */
export function tokenize(text: string, start = 0): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const raw = match[0];
    const from = match.index;
    const groups = match.groups ?? {};
    if (groups['mark'] !== undefined && JOINER.test(raw) && joins(text, from)) continue;
    const kind =
      groups['number'] !== undefined
        ? 'number'
        : groups['short'] !== undefined || groups['word'] !== undefined
          ? 'word'
          : 'mark';
    tokens.push({ from, to: from + raw.length, raw, norm: normalise(raw), kind });
  }
  return tokens;
}

function joins(text: string, at: number): boolean {
  return (
    at > 0 && at + 1 < text.length && WORD_CHARACTER.test(text[at - 1] ?? '') && WORD_CHARACTER.test(text[at + 1] ?? '')
  );
}
