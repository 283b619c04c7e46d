import { FAULTS, KINDS, SIGNALS, type Question } from '../rubric.ts';
import type { SelectedWords } from './selected-words.ts';

/**
 * How likely each fault is once the whole answer is heard: what its sentences gave away, weighed by the words of the whole,
 * by how the answer scores, and by what was asked.
 */
export interface WholeFaultsModel {
  /** A column a fault. */
  readonly words: SelectedWords;
  /** How the inputs that all faults share are standardised, in the order of WHOLE_NAMES after the two of their own. */
  readonly center: readonly number[];
  readonly spread: readonly number[];
  readonly faults: readonly WholeFault[];
}

export interface WholeFault {
  /** Of the inputs of its own. */
  readonly center: readonly number[];
  readonly spread: readonly number[];
  /** Of WHOLE_NAMES. */
  readonly weights: readonly number[];
  readonly intercept: number;
}

/** Inputs that are the fault's own: what its sentences gave away, and its word score. */
export const OWN_INPUTS = 2;

/** Parts of the verdict's blend that are looked at: words, form and sentences, without the faults. */
export const SCORED_PARTS = 15;

export const WHOLE_NAMES: readonly string[] = [
  'sentences',
  'words',
  ...Array.from({ length: SCORED_PARTS }, (_, k) => `part ${k}`),
  ...SIGNALS,
  ...KINDS,
  'passage',
];

const logit = (p: number): number => {
  const held = Math.min(1 - LEAST, Math.max(LEAST, p));
  return Math.log(held / (1 - held));
};
const LEAST = 0.001;

/** Inputs that all faults share: `parts` the verdict's blend inputs, `share` how far the text is read as a passage. */
export const sharedInputs = (
  parts: readonly number[],
  { kind, signals }: Pick<Question, 'kind' | 'signals'>,
  share: number,
): number[] => [
  ...parts.slice(0, SCORED_PARTS),
  ...SIGNALS.map((signal) => (signals.includes(signal) ? 1 : 0)),
  ...KINDS.map((each) => (each === kind ? 1 : 0)),
  share,
];

/** Inputs of one fault, in the order of WHOLE_NAMES: `odds` its probability by the sentences, `words` its word score. */
export const wholeInputs = (odds: number, words: number, shared: readonly number[]): number[] => [
  logit(odds),
  words,
  ...shared,
];

/** Probability of the fault at index `fault` of FAULTS. Throws RangeError where there is none. */
export function wholeProbability(
  inputs: readonly number[],
  fault: number,
  model: Omit<WholeFaultsModel, 'words'>,
): number {
  const own = model.faults[fault];
  if (own === undefined) throw new RangeError(`There is no fault ${fault} of ${FAULTS.length}.`);
  let z = own.intercept;
  for (let k = 0; k < inputs.length; k++) {
    const center = k < OWN_INPUTS ? own.center[k] : model.center[k - OWN_INPUTS];
    const spread = k < OWN_INPUTS ? own.spread[k] : model.spread[k - OWN_INPUTS];
    z += ((own.weights[k] as number) * ((inputs[k] as number) - (center as number))) / (spread as number);
  }
  return 1 / (1 + Math.exp(-z));
}
