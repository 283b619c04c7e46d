import type { MoveId } from './lexicon/moves.ts';
import { SIGNALS } from '../rubric.ts';

/**
 * Links: how often a notion of a signal is said in one sentence with a move of reasoning about it. They are what carries
 * over best from one kind of text to another. Numbers, dates, first-person acts and shares of sentences are left out: they
 * tell how a thing is told, and people who write notes or talk at length hold few of them.
 */
const TIED: readonly MoveId[] = [
  'cause',
  'mechanism',
  'contrast',
  'condition',
  'choice',
  'price',
  'check',
  'discovery',
  'lesson',
  'harm',
];

/** Standard deviations from the mean beyond which a count says no more. */
const MOST = 3;

/** Linear weights over links, all weak and many: with strong shrinkage each counts about as much as it correlates. */
export interface LinkModel {
  /** Index of each link among the form features. */
  readonly at: readonly number[];
  readonly center: readonly number[];
  readonly spread: readonly number[];
  /** Target-major. */
  readonly weights: readonly number[];
}

/** Indices of the links among the names of the form features. */
export function linkIndices(names: readonly string[]): number[] {
  const links = new Set(
    SIGNALS.flatMap((signal) => [...TIED.map((move) => `${signal}+${move}`), `${signal}:concepts`]),
  );
  return names.flatMap((name, k) => (links.has(name) ? [k] : []));
}

/** Standardised links of an answer, bounded, in the order of `at`. */
export const linkValues = (dense: Float64Array, { at, center, spread }: Omit<LinkModel, 'weights'>): number[] =>
  at.map((k, j) =>
    Math.max(-MOST, Math.min(MOST, ((dense[k] as number) - (center[j] as number)) / (spread[j] as number))),
  );

/** Score of each target, around 0. */
export function linkScores(dense: Float64Array, model: LinkModel): Float64Array {
  const values = linkValues(dense, model);
  const width = values.length;
  return Float64Array.from({ length: model.weights.length / width }, (_, target) =>
    values.reduce((sum, value, j) => sum + value * (model.weights[target * width + j] as number), 0),
  );
}
