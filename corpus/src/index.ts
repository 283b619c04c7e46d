import type { Question } from '@legible/judge';
import questions from '../questions.json' with { type: 'json' };

interface CorpusQuestion extends Question {
  /** True for a question of the bank, false for a one-off question of the notes. */
  readonly bank: boolean;
}

/** Every question an answer of the corpus was given to. */
export const corpusQuestions = questions as readonly CorpusQuestion[];

/** The questions a candidate can be asked. */
export const bank: readonly Question[] = corpusQuestions
  .filter((question) => question.bank)
  .map(({ id, kind, signals, seconds, text }) => ({ id, kind, signals, seconds, text }));

/** Every question of corpus/bank, the 56 above with the same ids and more, each with what a strong answer covers and its traps. */
export { fullBank } from './bank.generated.ts';
export type { BankQuestion } from './bank-question.ts';
