/** Words of a text as they are compared: a-z and 0-9 in lower case, everything else dropped, with the range each was written in. */
export interface ComparedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Words in a window: the shortest run that is told from common speech. */
export const WINDOW = 5;

export function comparedWords(text: string): ComparedWord[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ index, 0: written }) => {
    const word = written.toLowerCase().replace(/[^a-z0-9]/g, '');
    return word === '' ? [] : [{ word, from: index, to: index + written.length }];
  });
}

/** Each run of five words joined by one space, in order; the window at `i` begins at word `i`. */
export function windowsOf(words: readonly ComparedWord[]): string[] {
  return words.slice(0, Math.max(0, words.length - WINDOW + 1)).map((_, at) =>
    words
      .slice(at, at + WINDOW)
      .map(({ word }) => word)
      .join(' '),
  );
}
