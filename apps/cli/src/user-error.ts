/** A mistake in what was asked for: printed with its mend and no stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}
