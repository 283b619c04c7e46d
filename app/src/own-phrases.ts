import { fullBank } from '@legible/corpus';
import { type OwnPhrases, ownPhrases, ruleExamples } from '@legible/prep/known-phrases/index';
import { library } from '@legible/prep/library/index';

let made: OwnPhrases | undefined;

/** The words of ours that a candidate may have read here: rule examples, questions with their notes, the debrief library. Made once. */
export const ourPhrases = (): OwnPhrases =>
  (made ??= ownPhrases([
    ...ruleExamples,
    ...fullBank.flatMap(({ text, covers, traps }) =>
      [text, ...covers, ...traps].map((words) => ({ from: 'question' as const, text: words })),
    ),
    ...library.flatMap(({ before, after }) => [before, after].map((text) => ({ from: 'library' as const, text }))),
  ]));
