/** A line of a file's text, as a person would count it. */
export interface FileLine {
  /** Counted from 1 over the whole file, in reading order. */
  readonly number: number;
  /** Where it stands in the file: "line 12", "page 2, line 31", "work[0].highlights[1]". */
  readonly where: string;
  /** The words, without the bullet or the heading mark before them. */
  readonly text: string;
}

export type FileFormat = 'pdf' | 'docx' | 'json-resume' | 'text';

/** What was read out of a file. */
export interface FileText {
  readonly format: FileFormat;
  readonly lines: readonly FileLine[];
  /** What the reader should know: a page without text, an encoding that was assumed. */
  readonly notes: readonly string[];
}

/** Most characters and lines that are taken from one file: far above any resume, and small enough to keep and to show. */
export const MAX_CHARACTERS = 200_000;
export const MAX_LINES = 5000;

const BULLET =
  /^\s*(?:[\u2022\u2023\u2043\u204C\u204D\u2219\u25A0-\u25FF\u2605\u2606\u2713\u2714\u27A2\u27A4\u2794\u279C\u00B7\u00A7\uF000-\uF0FF\u00BB\u203A]|[-*+\u2013\u2014\u2212](?=\s)|o(?=\s{2,})|\(?\d{1,2}[.)](?=\s))\s*/u;

/** Whether a line begins with a bullet or a number of a list. */
export const hasBullet = (text: string): boolean => BULLET.test(text);

/** The words of a line, without its bullet, in one spacing. */
export const bare = (text: string): string => text.replace(BULLET, '').replace(/\s+/g, ' ').trim();

/** How words go on after a break that a typesetter made: syllables that are no words. */
const SYLLABLE =
  /^[bcdfghjklmnpqrstvwxz]{0,2}(?:tions?|sions?|ments?|mented|menting|mentation|ings?|ed|ers?|ly|ity|ities|ness|able|ible|al|ally|ives?|ences?|ances?|izations?|ized?|izing|tures?|ous|ful|ical|ated?|ating|ations?|ators?|ural|uous|ually|ered|ering)\b/;
/** What stands before the hyphen of a compound. */
const COMPOUND =
  /(?:^|[^\p{L}])(?:re|pre|non|co|self|cross|multi|post|sub|anti|end|real|high|low|large|long|full|part|well|on|off|up)$/iu;

/**
 * Joins the halves of a line that was broken. A hyphen at the break is the word's own, as word processors leave it, unless what
 * follows is a mere syllable.
 */
export function joinBroken(before: string, after: string): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  if (!/\p{L}-$/u.test(before) || !/^\p{Ll}/u.test(after)) return `${before} ${after}`;
  const stem = before.slice(0, -1);
  const broken = SYLLABLE.test(after) && !COMPOUND.test(stem) && !/-\p{L}*$/u.test(stem);
  return (broken ? stem : before) + after;
}
