import type { Question } from '@legible/judge';

/** A question of the bank, one file in corpus/bank. */
export interface BankQuestion extends Question {
  /** What a strong answer covers, in no order; nobody is expected to say all of it. */
  readonly covers: readonly string[];
  /** What weak answers typically do. */
  readonly traps: readonly string[];
  /** The product or subject it is about. */
  readonly domain: string;
}
