import type { RandomStream } from '../random/index.ts';

/** 1 gives most and its wrong choices are far off; 3 gives least and they are near. */
export type DrillLevel = 1 | 2 | 3;

/** One small picture as plain data: x is a number or a name, low and high are an interval of 95%. */
export interface DrillPicture {
  readonly title: string;
  readonly mark: 'line' | 'bar' | 'dot';
  readonly x: string;
  readonly y: string;
  readonly points: readonly {
    readonly x: number | string;
    readonly y: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  /** A level to compare with, drawn across. */
  readonly line?: number;
  /** Ends of the axis of y, the same in pictures that are to be compared. */
  readonly span?: readonly [low: number, high: number];
  /** True where the diagonal is what a perfect forecast would draw. */
  readonly diagonal?: boolean;
}

export type DrillAnswer =
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly right: number }
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly value: number;
      /** Greatest distance from `value` that still counts, in the same unit. */
      readonly tolerance: number;
    };

/** What one kind makes from a stream. `data` holds the plain numbers that the answer was computed from. */
export interface DrillBody {
  readonly asks: string;
  readonly given: readonly string[];
  readonly pictures: readonly DrillPicture[];
  readonly answer: DrillAnswer;
  /** The computation for this very seed, one step a line; the last says what to remember. */
  readonly why: readonly string[];
  readonly data: Readonly<Record<string, readonly number[]>>;
}

export interface Drill extends DrillBody {
  readonly kind: string;
  readonly title: string;
  readonly level: DrillLevel;
  readonly seed: number;
}

export interface DrillKind {
  readonly id: string;
  readonly title: string;
  /** What it trains, in a few words. */
  readonly trains: string;
  /** Null where this draw leaves the answer too close to call: another is drawn. */
  make(stream: RandomStream, level: DrillLevel): DrillBody | null;
}

/** The value for a level, from those for 1, 2 and 3. */
export const byLevel = <T>(level: DrillLevel, values: readonly [T, T, T]): T => values[level - 1]!;

/** Index of the greatest value, or null where the next is nearer than `margin`. */
export function clearBest(values: readonly number[], margin: number): number | null {
  const order = values.map((_, i) => i).toSorted((a, b) => values[b]! - values[a]!);
  const [first, second] = order;
  if (first === undefined || second === undefined) return null;
  return values[first]! - values[second]! >= margin ? first : null;
}

export const fixed = (value: number, digits = 2): string => value.toFixed(digits);
export const percent = (value: number, digits = 1): string => `${(100 * value).toFixed(digits)}%`;
/** Least and greatest of all values, with a little room. */
export function spanOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.04 * (high - low || 1);
  return [low - room, high + room];
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
/** Rounded as it is shown, so that the answer can be worked out from what is shown. */
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
