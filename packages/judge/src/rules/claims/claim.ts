/** A statement about machine learning in practice that is false, and how people say it. */
export interface Claim {
  readonly id: string;
  /** Phrases that state it, as `compilePhrases` reads them. */
  readonly said: readonly string[];
  /** Phrases in the same sentence that show the speaker denies or doubts it. */
  readonly unless?: readonly string[];
  /** What is true instead, in one sentence. */
  readonly right: string;
}
