/** The longest answer that is read, in UTF-16 units: about three hours of study notes, twenty spoken answers. */
export const MAX_ANSWER_LENGTH = 20_000;

/** The answer is longer than the judge reads. The message names the length, the limit and the mend. */
export class AnswerTooLong extends RangeError {
  override readonly name = 'AnswerTooLong';
  readonly length: number;
  readonly limit: number;

  constructor(length: number, limit: number = MAX_ANSWER_LENGTH) {
    super(
      `The answer has ${length} characters and at most ${limit} are read: shorten it, or judge its parts one by one.`,
    );
    this.length = length;
    this.limit = limit;
  }
}

/** Returns the text, or throws {@link AnswerTooLong}. */
export function checkLength(text: string): string {
  if (text.length > MAX_ANSWER_LENGTH) throw new AnswerTooLong(text.length);
  return text;
}
