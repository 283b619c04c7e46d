/** What a claim is about. */
export type ClaimKind = 'metric' | 'label-source' | 'split' | 'baseline' | 'model' | 'number' | 'choice';

/** Something the candidate asserted, to be held to later. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The value in a form that can be compared: a term in lower case, or for a number its unit ("engineers"). */
  readonly value: string;
  /** The term as it was said, for naming it back. */
  readonly term: string;
  /** The number, where the claim is one. */
  readonly amount: number | null;
  /** The sentence it was said in. */
  readonly words: string;
  /** The words of the sentence around the term, for quoting. */
  readonly quote: string;
  /** The reason that was given with it, or null. */
  readonly reason: string | null;
  /** Claims of one topic are about one system. */
  readonly topic: string;
  /** Content words around it: what else it has in common with another claim. */
  readonly about: readonly string[];
  readonly round: number;
}

/** Two claims of one topic that cannot both hold. */
export interface Contradiction {
  readonly earlier: Claim;
  readonly later: Claim;
  /** What was asked about it; null until it was asked. */
  readonly line: string | null;
  /** What the candidate said when asked. */
  readonly reply: string | null;
}
