import { cuesOf } from './cues.ts';
import { missingHalves } from './missing-halves.ts';
import { CARRIED, type Claim, type Evidence, type FoundClaim, type SourceFormat, type SourceLine } from './types.ts';

/** Fewest words of a claim: fewer are a title, a name or a tool. With a figure among them, one fewer. */
const LEAST_WORDS = 4;
/** A name of a job, a school or a place with its dates. */
const TITLE =
  /^[^.;]{0,120}\b(?:(?:19|20)\d\d)\s*(?:[–—-]|to)\s*(?:(?:19|20)\d\d|present|now|today|current)\b[^.;]{0,20}$/i;
/** What a profile says of its writer: a job with its years. */
const YEARS =
  /^(?:[\p{L}-]+\s){0,5}(?:engineer|developer|scientist|analyst|manager|architect)\s(?:with|of)\b.{0,20}\byears?\b/iu;

/**
 * The sentences of imported lines that could carry ownership, production, data or evaluation, word for word, in their order. The
 * other lines (names, titles, skills, schools) claim nothing that a panel would ask about.
 */
export function findClaims(lines: readonly SourceLine[]): FoundClaim[] {
  return lines.flatMap(({ number, text }) =>
    sentencesOf(text).flatMap(({ from, to }) => {
      const words = text.slice(from, to);
      const length = (words.match(/\S+/g)?.length ?? 0) + Number(/\d/.test(words));
      if (length < LEAST_WORDS || TITLE.test(words) || YEARS.test(words)) return [];
      const cues = cuesOf(words);
      if (cues.length === 0) return [];
      const carries = CARRIED.filter((one) => cues.some((cue) => cue.carries === one));
      return [{ line: number, from, to, text: words, carries, asks: missingHalves(words) }];
    }),
  );
}

/** What a claim's words could carry, as they stand. */
export const carriedBy = (text: string) => {
  const cues = cuesOf(text);
  return CARRIED.filter((one) => cues.some(({ carries }) => carries === one));
};

/** The body of a new "evidence" document: every claim found, none confirmed. Ids are `c1`, `c2`, and so on, in order. */
export function openEvidence(name: string, format: SourceFormat, lines: readonly SourceLine[]): Evidence {
  const claims = findClaims(lines).map(({ line, text }, index): Claim => ({
    id: `c${index + 1}`,
    line,
    state: 'open',
    text,
    answers: {},
  }));
  return { source: { name, format }, lines, claims };
}

/** Sentences, and the cells of a table; a full stop within a number or after one letter does not end one. */
function sentencesOf(text: string): { from: number; to: number }[] {
  const ends = [...text.matchAll(/(?<=[\p{L}\p{N})%”"’']{2})[.!?]+(?=\s+[\p{Lu}“"(])|\s\|\s/gu)];
  const ranges: { from: number; to: number }[] = [];
  let from = 0;
  for (const end of [
    ...ends.map((match) => ({ at: match.index, length: match[0].length, cell: match[0].includes('|') })),
    null,
  ]) {
    const to = end === null ? text.length : end.cell ? end.at : end.at + end.length;
    const words = text.slice(from, to);
    const start = from + (words.length - words.trimStart().length);
    const stop = from + words.trimEnd().length;
    if (stop > start) ranges.push({ from: start, to: stop });
    from = end === null ? to : end.at + end.length;
  }
  return ranges;
}

/** The lines of pasted notes, numbered as they stand; bullets and blank lines are left out. */
export function linesOfNotes(notes: string): SourceLine[] {
  return notes.split(/\r\n|[\n\r]/).flatMap((row, index) => {
    const text = row
      .replace(/^\s*(?:[-*+•–]|\d{1,2}[.)])\s+/, '')
      .replace(/\s+/g, ' ')
      .trim();
    return text === '' ? [] : [{ number: index + 1, where: `line ${index + 1}`, text }];
  });
}
