/** A word said while the next one is looked for. */
export interface Filler {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

const FILLERS =
  /\b(u+h*m+|uh+|er+m*|hm+|you know|i mean|sort of|kind of|kinda|sorta|basically|literally|obviously|actually|honestly|to be honest|like i said|at the end of the day|and stuff|or whatever|and so on and so forth)\b|(?<=[,.;] |^)(like|so yeah|yeah|okay so|well|right)(?=,)|(?<=\b(?:was|is|were|am|are|and|but|just|it's|so|,) )like(?=,| um| uh| you know)/gi;

/** Fillers in what was said, in order. "Like" and "right" count only where they stand alone between commas. */
export const fillersIn = (said: string): Filler[] =>
  [...said.matchAll(FILLERS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: match[0].toLowerCase(),
  }));
