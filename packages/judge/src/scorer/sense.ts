import type { SentenceReading } from './sentence-reading.ts';

/** Whether a text is running English. */
export interface SenseModel {
  /** Log-odds of each pair of neighbouring word classes in English against shuffled words, CLASSES × CLASSES. */
  readonly pairs: Float32Array;
  /** Mean log-odds of neighbouring words below which a text is no running English. */
  readonly leastOrder: number;
}

const FUNCTION =
  'the a an to of and in is it i that we for on be with as this you not but have at by from or if so they my what would which can there will do he she one no all more than then when how who out up about into only also just because our their your its his her them us me could should may might must'.split(
    ' ',
  );
const ENDINGS = ['ing', 'ed', 'ly', 'tion', 's', 'er', 'al'];
const CLASS = new Map(FUNCTION.map((word, index) => [word, index]));
export const CLASSES = FUNCTION.length + ENDINGS.length + 2;

/** Class of a plain word: itself for the commonest words, else its ending. */
function classOf(word: string): number {
  const known = CLASS.get(word);
  if (known !== undefined) return known;
  if (word === '#') return CLASSES - 1;
  for (let k = 0; k < ENDINGS.length; k++)
    if (word.length > 4 && word.endsWith(ENDINGS[k] as string)) return FUNCTION.length + k;
  return CLASSES - 2;
}

/** Classes of the words of an answer, in order; sentences run on. */
export const classesOf = (sentences: readonly SentenceReading[]): number[] =>
  sentences.flatMap((s) => s.words.map(classOf));

/** What a text shows of sense. */
export interface Sense {
  /** Mean log-odds of neighbouring words. */
  readonly order: number;
  /** Share of the commonest words. */
  readonly common: number;
}

/** Mean log-odds of neighbouring words; the first word of a text has none. */
export function orderOf(classes: readonly number[], pairs: Float32Array): number {
  let order = 0;
  for (let i = 1; i < classes.length; i++)
    order += pairs[(classes[i - 1] as number) * CLASSES + (classes[i] as number)] as number;
  return order / Math.max(4, classes.length - 1);
}

export function senseOf(sentences: readonly SentenceReading[], pairs: Float32Array): Sense {
  const classes = classesOf(sentences);
  return {
    order: orderOf(classes, pairs),
    common: classes.filter((each) => each < FUNCTION.length).length / Math.max(4, classes.length),
  };
}

/** A bare list: running English has four of the commonest words in ten; a recital of terms has none. */
const recital = ({ common }: Sense): boolean => common < 0.05;

/** Whether the text is running English. */
export const makesSense = (sense: Sense, { leastOrder }: Pick<SenseModel, 'leastOrder'>): boolean =>
  sense.order >= leastOrder && !recital(sense);
