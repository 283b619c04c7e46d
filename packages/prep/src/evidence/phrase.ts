/** Most words of a quoted phrase. */
const MOST_WORDS = 10;

/** Fewest: a verb alone tells nobody which sentence is meant. */
const LEAST_WORDS = 3;

const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Where one clause ends and the next begins. */
const BOUNDARY =
  /[,;:.!?|(–—]\s+|\s(?:and|but|which|who|while|because|so that|after|before|when)\s(?=\p{L}+(?:ed|s|t)?\b)|\s(?:by|with|using|through|via|that)\s/giu;
/** Words that a phrase does not begin or end with. */
const LOOSE =
  /^(?:a|an|the|of|to|by|with|and|or|but|for|in|on|at|from|that|which|who|as|its|their|my|our|because|while|so|into|before|after|when|using|via|through|per|over|them|it|is|was|were|be)$/i;

/**
 * The phrase of a sentence around the words from `from` to `to`: the clause they stand in, word for word, within ten words.
 */
export function phraseAround(text: string, from: number, to: number): string {
  let start = 0;
  let end = text.length;
  for (const { index, 0: mark } of text.matchAll(BOUNDARY)) {
    if (index + mark.length <= from) start = index + mark.length;
    else if (index >= to && wordsIn(text.slice(start, index)) >= LEAST_WORDS) {
      end = index;
      break;
    }
  }
  // What ends in a figure is said; what follows it is another matter.
  // The figure is quoted whole, with the sign that belongs to it.
  const rest = /^[^\s,;:.!?()|]*/.exec(text.slice(to))?.[0].length ?? 0;
  if (/\d\s?[\w%×]*$/.test(text.slice(from, to))) end = to + rest;
  const words = [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    from: start + index,
    to: start + index + word.length,
  }));
  const core = words.filter((word) => word.to > from && word.from < to);
  let first = words.indexOf(core[0]!);
  let last = words.indexOf(core.at(-1)!);
  const most = Math.max(MOST_WORDS, last - first + 1);
  // Room is given first to what stands before, since that is where the verb is.
  while (last - first + 1 < most && first > 0) first -= 1;
  while (last - first + 1 < most && last < words.length - 1) last += 1;
  const coreFirst = words.indexOf(core[0]!);
  const coreLast = words.indexOf(core.at(-1)!);
  while (first < coreFirst && LOOSE.test(text.slice(words[first]!.from, words[first]!.to))) first += 1;
  while (last > coreLast && LOOSE.test(text.slice(words[last]!.from, words[last]!.to))) last -= 1;
  return text.slice(words[first]!.from, words[last]!.to).replace(/[,;:.(|]+$/, '');
}
