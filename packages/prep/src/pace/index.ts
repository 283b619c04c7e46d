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
/** Nobody speaks slower or faster than this; a figure outside is a paste or a pause. */
const SLOWEST = 60;
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

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu)?.length ?? 0;

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
