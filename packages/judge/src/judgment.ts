import type { FaultId, Level, SignalId, Verdict } from './rubric.ts';

/** A half-open range of UTF-16 offsets into the answer, with the words it covers. */
export interface Quote {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A fault at a span of the answer. A fault that shows by absence has an empty quote at the end of the answer. */
export interface Finding {
  readonly fault: FaultId;
  readonly quote: Quote;
  /** Why an interviewer would stop here, about these words. */
  readonly reason: string;
  /** One sentence: what would have been better. */
  readonly better: string;
  /** Estimated probability, 0 to 1, that a grader would mark it. */
  readonly confidence: number;
  /** Sure enough to interrupt a running answer. */
  readonly interrupts: boolean;
  /** Values lifted from the words for use in a question: a metric, a number, a claim. */
  readonly slots: Readonly<Record<string, string>>;
}

/** The level of one signal, with what earned it. */
export interface SignalReading {
  readonly signal: SignalId;
  readonly level: Level;
  /** Calibrated set of levels that covers the graders' level 90 times in 100; contains `level`. */
  readonly set: readonly Level[];
  /** Quotes that earned the level; never empty for level 2 or 3. */
  readonly evidence: readonly Quote[];
  /** Probability, 0 to 1, that a grader gives this level. */
  readonly confidence: number;
  /** What pushed the level up or down, strongest first, in levels. */
  readonly because: readonly { readonly feature: string; readonly effect: number }[];
}

/** Everything the judge says about one answer. */
export interface Judgment {
  readonly signals: readonly SignalReading[];
  readonly verdict: Verdict;
  /** Calibrated set of verdicts that covers the graders' verdict 90 times in 100; contains `verdict`. */
  readonly verdictSet: readonly Verdict[];
  /** The unrounded verdict, 1 to 4. */
  readonly score: number;
  /** Probability, 0 to 1, that a grader gives this verdict. */
  readonly confidence: number;
  readonly because: readonly { readonly feature: string; readonly effect: number }[];
  readonly findings: readonly Finding[];
  /** The sentence on which the vote turned: what would have been stopped, or that without which the score would move most; null where none does. */
  readonly deciding: Quote | null;
  /** True where the judge cannot tell and a person should be asked. */
  readonly unsure: boolean;
}
