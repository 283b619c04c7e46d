import { readText, type Sentence } from '@legible/judge/text/index';

/** A part that a story, narrative or script must have, and how its presence is heard in one sentence. */
export interface PartRule {
  readonly id: string;
  readonly label: string;
  /** What is asked for where the part is missing: one sentence. */
  readonly ask: string;
  /** Every one of these must match within one sentence. */
  readonly heardIn: readonly RegExp[];
  /** Where one of these matches, the sentence is not it. */
  readonly unless?: readonly RegExp[];
}

/** A part with the first words that carry it; `at` is null where there is a gap. Offsets are into the text. */
export interface OutlinePart {
  readonly id: string;
  readonly label: string;
  readonly ask: string;
  readonly at: { readonly from: number; readonly to: number } | null;
  /** A part that comes before one that should precede it: the label of that one; else null. */
  readonly before: string | null;
}

/** The sentences of a text, with offsets. Throws AnswerTooLong over 20,000 characters. */
export const sentencesOf = (text: string): readonly Sentence[] => readText(text);

/** The sentence as it is matched: lower case, straight apostrophes, single blanks. */
export const plain = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');

/**
 * Finds each part's first sentence. With `ordered`, a part found before an earlier rule's part names that rule in
 * `before`: the rules are in the order in which they should be told.
 */
export function outlineOf(text: string, rules: readonly PartRule[], ordered = false): OutlinePart[] {
  const sentences = sentencesOf(text).map((sentence) => ({ sentence, words: plain(sentence.text) }));
  const found = rules.map((rule) => {
    const hit = sentences.find(
      ({ words }) =>
        rule.heardIn.every((cue) => cue.test(words)) && !(rule.unless ?? []).some((cue) => cue.test(words)),
    );
    return hit === undefined ? null : offsetsIn(hit.sentence, rule.heardIn);
  });
  return rules.map(({ id, label, ask }, index) => {
    const own = found[index] ?? null;
    const overtaken = ordered && own !== null ? rules.findIndex((_, at) => at < index && isBefore(own, found[at])) : -1;
    return {
      id,
      label,
      ask,
      at: own === null ? null : { from: own.from, to: own.to },
      before: overtaken < 0 ? null : (rules[overtaken]?.label ?? null),
    };
  });
}

interface Place {
  readonly from: number;
  readonly to: number;
  /** Offset of the cue itself, so that two parts in one sentence still have an order. */
  readonly cue: number;
}

const isBefore = (one: Place, other: Place | null | undefined): boolean =>
  other !== null && other !== undefined && one.cue < other.cue;

function offsetsIn(sentence: Sentence, cues: readonly RegExp[]): Place {
  const first = cues[0]?.exec(sentence.text.toLowerCase().replace(/[’‘]/g, "'"));
  return { from: sentence.from, to: sentence.to, cue: sentence.from + (first?.index ?? 0) };
}
