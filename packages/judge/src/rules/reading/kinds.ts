import type { QuestionKind } from '../../rubric.ts';

/** Words that an answer needs before a missing topic counts against it. */
const ROOM = 45;

/** Whether an answer of `words` words to this kind of question is a design that had room for its parts. */
export function isDesign(kind: QuestionKind, words: number): boolean {
  return (kind === 'design-ranking' || kind === 'design-prediction' || kind === 'probe') && words >= ROOM;
}
