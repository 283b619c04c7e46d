/** Markup that nobody says, each as a pattern whose first group, where there is one, is kept. */
const MARKUP: readonly RegExp[] = [
  /^```[^]*?^```[^\n]*/gm,
  /<!--[^]*?-->/g,
  /^#{1,6} [^\n]*/gm,
  /^>[^\n]*/gm,
  /^[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+(?=\S)/gm,
  /^(?:[-=_*][ \t]*){3,}$/gm,
  /(?<=\])\([^)\s]*\)/g,
  /[*_`]{1,3}(?=[\p{L}\p{N}“"])|(?<=[\p{L}\p{N}.,;:!?”"%])[*_`]{1,3}(?=[\s.,;:!?)]|$)/gu,
  /[[\]]/g,
];

/** Markdown with blanks in the place of all that is not said, so that every offset is still the file's. */
export function spoken(text: string, from: number): string {
  let said = blank(text.slice(0, from)) + text.slice(from);
  for (const pattern of MARKUP) said = said.replace(pattern, (found) => blank(found));
  return said;
}

const blank = (text: string) => text.replace(/[^\n\r]/g, ' ');
