/** How fast a person speaks, and how long a text takes at that pace. */

/** Words a minute, and whence: measured on the user's own answers, set by the user, or a default that must be called one. */
export interface Pace {
  readonly wordsPerMinute: number;
  readonly from: 'measured' | 'set' | 'default';
  /** Answers it was measured on; 0 unless measured. */
  readonly answers: number;
}

/** Middle of the 120 to 160 words a minute at which prepared speech in English is usually given. */
export const DEFAULT_WORDS_PER_MINUTE = 140;
/** An answer shorter than this says little about pace. */
const LEAST_WORDS = 40;
const LEAST_SECONDS = 15;
/** Slower than this is typing or long pauses, faster is a paste: neither is a pace of speech. */
const SLOWEST = 90;
const FASTEST = 260;
const MOST_ANSWERS = 20;
const ENOUGH = 3;

/** An answer that was given against the clock. `spoken` is undefined where it is not known. */
export interface Timed {
  readonly words: number | null;
  /** Seconds. */
  readonly seconds: number | null;
  readonly spoken?: boolean | undefined;
}

/**
 * Words as they would be spoken: runs between blanks that hold a letter or a figure. A loop, because it runs at every
 * keystroke over the whole text.
 */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0) counted = false;
    else if (!counted && isSpoken(code)) {
      counted = true;
      words += 1;
    }
  }
  return words;
}

/** Letters and figures; beyond Latin-1 everything but general punctuation, where dashes and quotes are. */
const isSpoken = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && (code < 0x2000 || code > 0x206f));

/**
 * The median words a minute over the newest 20 usable answers, spoken ones alone where there are three; at least three
 * are needed. `newestFirst` may hold anything; what cannot be a pace is left out. `set` is the user's own choice and wins.
 */
export function paceOf(newestFirst: readonly Timed[], set?: number): Pace {
  if (set !== undefined) return { wordsPerMinute: set, from: 'set', answers: 0 };
  const usable = newestFirst.flatMap(({ words, seconds, spoken }) => {
    if (words === null || seconds === null || words < LEAST_WORDS || seconds < LEAST_SECONDS) return [];
    const rate = (words / seconds) * 60;
    return rate < SLOWEST || rate > FASTEST ? [] : [{ rate, spoken }];
  });
  const spoken = usable.filter((answer) => answer.spoken === true);
  const rates = (spoken.length >= ENOUGH ? spoken : usable).slice(0, MOST_ANSWERS).map(({ rate }) => rate);
  if (rates.length < ENOUGH) return { wordsPerMinute: DEFAULT_WORDS_PER_MINUTE, from: 'default', answers: 0 };
  return { wordsPerMinute: Math.round(median(rates)), from: 'measured', answers: rates.length };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Seconds that a text takes when it is said at this pace. */
export const secondsOf = (text: string, { wordsPerMinute }: Pace): number => (countWords(text) / wordsPerMinute) * 60;
