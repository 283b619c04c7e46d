import type { FaultId, QuestionKind } from '../rubric.ts';
import type { Answer } from './reading/answer.ts';
import type { Reading } from './reading/reading.ts';

/** Words and structure that speak for a fault in one sentence; `name` is what the trained model weighs. */
export interface Cue {
  readonly name: string;
  /** Phrases as `compilePhrases` reads them. */
  readonly phrases: readonly string[];
}

/** An answer that the rule must, or must not, fire on. Written for the rule; also used in training. */
export interface Example {
  readonly text: string;
  /** The kind of question it answers; `probe` where not given. */
  readonly kind?: QuestionKind;
  /** The question, where the rule reads it. */
  readonly question?: string;
}

/** One fault: how it is recognised, why it matters, what it fires on and what not. */
export interface Rule {
  readonly fault: FaultId;
  /** Order of graveness among the seventeen, 1 the gravest: of two open findings the graver one is raised. */
  readonly gravity: number;
  /** It shows by absence: judged on the whole answer only, at its end, with an empty quote. */
  readonly absence: boolean;
  /** Why an interviewer would stop here. `{quote}`, `{metric}`, `{number}`, `{claim}` stand for the words found. */
  readonly about: string;
  /** One sentence: what would have been better. */
  readonly better: string;
  readonly cues: readonly Cue[];
  /** Structural cues of one sentence, which may look at the one before it. */
  readonly structure?: (
    reading: Reading,
    before: Reading | null,
    question: { readonly kind: QuestionKind; readonly text: string },
  ) => readonly string[];
  /** Cues of the answer as a whole. */
  readonly whole?: (answer: Answer) => readonly string[];
  /** False where the fault cannot be, whatever the model says. */
  readonly possible?: (answer: Answer) => boolean;
  /** Probability from sure grounds in one sentence, where there are any; the model's is used where it is higher. */
  readonly heard?: (reading: Reading, question: { readonly kind: QuestionKind; readonly text: string }) => number;
  /** A probability below which the answer's finding does not fall, from grounds that need no model. */
  readonly certain?: (answer: Answer) => number;
  /** Whether a sentence can be quoted for the fault; any can where not given. */
  readonly shows?: (reading: Reading) => boolean;
  /** Reason and mend that fit these words better than `about` and `better`. */
  readonly explain?: (reading: Reading) => { readonly reason: string; readonly better: string } | null;
  readonly fires: readonly Example[];
  readonly silent: readonly Example[];
}
