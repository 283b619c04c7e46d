import { isPublished } from './published.ts';
import { comparedWords, WINDOW, windowsOf } from './windows.ts';

/** Where lifted words come from. */
export type LiftedFrom = 'published' | 'example' | 'question' | 'library';

/** Texts of ours that a candidate may have read here. */
export interface OwnText {
  readonly from: Exclude<LiftedFrom, 'published'>;
  readonly text: string;
}

/** Words of a text that somebody else wrote. Offsets are UTF-16 units into the text. */
export interface Lifted {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly source: LiftedFrom;
  /** Words in the run. */
  readonly words: number;
}

/** Our own texts, made ready for looking up. */
export type OwnPhrases = ReadonlyMap<string, LiftedFrom>;

/**
 * Fewest words of a run that is called lifted. Texts of ours speak of the same trade as the candidate does, so that shorter runs
 * meet by chance; the test counts how often that happens over the corpus.
 */
const LEAST: Readonly<Record<LiftedFrom, number>> = { published: 5, example: 8, question: 7, library: 8 };
/** A run of a published script that is one window long is only called lifted with this many words that say something. */
const LEAST_SAYING = 3;
const SAYS_NOTHING = new Set(
  'i im id ive a an the this that it its is are was were be been to of in on at for by with from and or but not no so as if we you they my your our their me do did does have has had would will can could should want let get go just part what which who how when there here one some any more most all'.split(
    ' ',
  ),
);

/** Windows of our own texts; where two share one, the first given keeps it. */
export function ownPhrases(texts: readonly OwnText[]): OwnPhrases {
  const phrases = new Map<string, LiftedFrom>();
  for (const { from, text } of texts)
    for (const window of windowsOf(comparedWords(text))) if (!phrases.has(window)) phrases.set(window, from);
  return phrases;
}

const NONE: OwnPhrases = new Map();

/**
 * The runs of a text that stand word for word in a published script or in one of our own texts, in order, without overlap.
 * Punctuation, case and line breaks do not hide a run.
 */
export function liftedPhrases(text: string, own: OwnPhrases = NONE): Lifted[] {
  const words = comparedWords(text);
  const sources = windowsOf(words).map((window): LiftedFrom | null =>
    isPublished(window) ? 'published' : (own.get(window) ?? null),
  );
  const lifted: Lifted[] = [];
  for (let at = 0; at < sources.length; at += 1) {
    const source = sources[at];
    if (source === null || source === undefined) continue;
    const first = at;
    while (sources[at + 1] === source) at += 1;
    const run = words.slice(first, at + WINDOW);
    const saying = run.filter(({ word }) => !SAYS_NOTHING.has(word)).length;
    if (run.length < LEAST[source] || (run.length === WINDOW && saying < LEAST_SAYING)) continue;
    // Where two sources meet they share words; those stay with the first.
    const from = Math.max(run[0]!.from, lifted.at(-1)?.to ?? 0);
    const to = run.at(-1)!.to;
    if (to > from) lifted.push(trimmed(text, { from, to, text: '', source, words: run.length }));
  }
  return lifted;
}

/** A run without the blanks and marks at its ends. */
function trimmed(text: string, run: Lifted): Lifted {
  let { from, to } = run;
  while (from < to && /[\s"“”'‘’(]/.test(text[from]!)) from += 1;
  while (to > from && /[\s"“”'‘’),.;:!?]/.test(text[to - 1]!)) to -= 1;
  return { ...run, from, to, text: text.slice(from, to) };
}
