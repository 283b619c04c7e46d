export type RefusedBecause = 'damaged' | 'locked' | 'too-large' | 'script' | 'unsupported' | 'mismatch' | 'no-text';

/** A file that is not taken: why, and what would mend it. Nothing of it is kept. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly because: RefusedBecause;
  readonly mend: string;

  constructor(because: RefusedBecause, message: string, mend: string) {
    super(message);
    this.because = because;
    this.mend = mend;
  }
}
