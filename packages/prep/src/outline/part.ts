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
 * Finds the sentence that carries each part: its first. With `ordered`, the rules are in the order in which they should be
 * told: the first sentence that comes after the parts before it is preferred, and a part of which every mention comes
 * before the first of an earlier part names that one in `before`.
 */
export function outlineOf(text: string, rules: readonly PartRule[], ordered = false): OutlinePart[] {
  const sentences = sentencesOf(text).map((sentence) => ({ sentence, words: plain(sentence.text) }));
  const mentions = rules.map((rule) =>
    sentences.flatMap(({ sentence, words }) => {
      const heard = rule.heardIn.every((cue) => cue.test(words)) && !rule.unless?.some((cue) => cue.test(words));
      return heard ? [placeIn(sentence, rule.heardIn)] : [];
    }),
  );
  const firsts = mentions.map((own) => own[0]?.cue ?? null);
  return rules.map(({ id, label, ask }, index) => {
    const own = mentions[index] ?? [];
    const earlier = firsts.slice(0, index);
    const settled = Math.max(-1, ...earlier.map((cue) => cue ?? -1));
    const chosen = (ordered ? own.find(({ cue }) => cue >= settled) : undefined) ?? own[0];
    const last = own.at(-1);
    const overtaken = ordered && last !== undefined ? earlier.findIndex((cue) => cue !== null && last.cue < cue) : -1;
    return {
      id,
      label,
      ask,
      at: chosen === undefined ? null : { from: chosen.from, to: chosen.to },
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

function placeIn({ from, to, text }: Sentence, cues: readonly RegExp[]): Place {
  const first = cues[0]?.exec(text.toLowerCase().replace(/[’‘]/g, "'"));
  return { from, to, cue: from + (first?.index ?? 0) };
}
