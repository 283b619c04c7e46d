import type { SelectedWords } from './selected-words.ts';

/** Bytes as base64, for weights that are committed. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** Throws where the text does not hold `length` values. */
export function fromBase64(text: string, length: number): Uint8Array {
  const raw = atob(text);
  if (raw.length !== length)
    throw new Error(`Scorer weights hold ${raw.length} values and ${length} were expected: run npm run train:judge.`);
  return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}

/** Throws where a part was fitted on nothing. */
export function sound(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`A weight is ${value}: some part of the scorer was fitted on nothing.`);
  return value;
}

/** Five digits: a finer weight is not worth its place on the page. */
export const short = (value: number): number => Number(sound(value).toPrecision(5));

/** Ascending whole numbers as each one's distance from the one before; of 255 and more, as many bytes of 255 as it holds, then the rest. */
export const toSteps = (numbers: readonly number[]): Uint8Array =>
  Uint8Array.from(
    numbers.flatMap((number, at) => {
      const step = number - (numbers[at - 1] ?? 0);
      return [...Array.from({ length: Math.floor(step / 255) }, () => 255), step % 255];
    }),
  );

/** The numbers that `toSteps` packed, from base64. */
export function fromSteps(packed: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const character of atob(packed)) {
    const byte = character.charCodeAt(0);
    number += byte;
    if (byte < 255) numbers.push(number);
  }
  return numbers;
}

/** Weights over selected words as committed. */
export interface PackedSelected {
  /** Each bucket's distance from the one before. */
  readonly steps: string;
  readonly weights: string;
  readonly scales: readonly number[];
  readonly intercepts: readonly number[];
}

/** Weights are kept as whole numbers from -SELECTED_STEPS to SELECTED_STEPS. */
const SELECTED_STEPS = 15;

export function packSelected({ buckets, columns, weights, intercepts }: SelectedWords): PackedSelected {
  const n = buckets.length;
  const scales = Array.from({ length: columns }, (_, c) =>
    short(
      buckets.reduce((most, _, row) => Math.max(most, Math.abs(weights[row * columns + c]!)), 1e-9) / SELECTED_STEPS,
    ),
  );
  const bytes = new Uint8Array(n * columns);
  for (let row = 0; row < n; row++)
    for (let c = 0; c < columns; c++)
      bytes[c * n + row] = Math.round(weights[row * columns + c]! / scales[c]!) + SELECTED_STEPS;
  return {
    steps: toBase64(toSteps(buckets)),
    weights: toBase64(bytes),
    scales,
    intercepts: intercepts.map(short),
  };
}

export function unpackSelected({ steps, weights, scales, intercepts }: PackedSelected): SelectedWords {
  const columns = intercepts.length;
  const buckets = fromSteps(steps);
  const n = buckets.length;
  const bytes = fromBase64(weights, n * columns);
  return {
    buckets,
    columns,
    weights: Float32Array.from(bytes, (_, k) => {
      const [row, c] = [Math.floor(k / columns), k % columns];
      return (bytes[c * n + row]! - SELECTED_STEPS) * scales[c]!;
    }),
    intercepts,
  };
}
