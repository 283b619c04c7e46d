import type { Numbers } from './input.ts';

const DIGIT_BITS = 11;
const DIGITS = 6;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Row indices by falling score; equal scores keep their order. Radix sort on the bits of the score, six digits of 11
 * bits, so that a million rows take tens of milliseconds. Scores must be finite; -0 counts as 0.
 */
export function orderByScore(scores: Numbers): Uint32Array {
  const rows = scores.length;
  const floats = new Float64Array(1);
  const words = new Uint32Array(floats.buffer);
  const lows = new Uint32Array(rows);
  const highs = new Uint32Array(rows);
  const counts = new Uint32Array(DIGITS * BUCKETS);
  floats[0] = 1;
  const top = words[1] === 0x3ff00000 ? 1 : 0;
  for (let i = 0; i < rows; i++) {
    floats[0] = scores[i]! + 0;
    // Bits of a float rise with its value once negatives are flipped; all are then inverted, for falling order.
    const sign = words[top]! >>> 31;
    const high = sign === 1 ? words[top]! : ~words[top]! & 0x7fffffff;
    const low = sign === 1 ? words[1 - top]! : ~words[1 - top]!;
    highs[i] = high;
    lows[i] = low;
    for (let digit = 0; digit < DIGITS; digit++) {
      const cell = digit * BUCKETS + digitOf(low, high, digit);
      counts[cell] = counts[cell]! + 1;
    }
  }
  let order = new Uint32Array(rows);
  let next = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) order[i] = i;
  for (let digit = 0; digit < DIGITS; digit++) {
    const from = digit * BUCKETS;
    if (rows > 0 && counts[from + digitOf(lows[0]!, highs[0]!, digit)] === rows) continue;
    let sum = 0;
    for (let cell = from; cell < from + BUCKETS; cell++) {
      const count = counts[cell]!;
      counts[cell] = sum;
      sum += count;
    }
    for (let i = 0; i < rows; i++) {
      const row = order[i]!;
      const cell = from + digitOf(lows[row]!, highs[row]!, digit);
      next[counts[cell]!] = row;
      counts[cell] = counts[cell]! + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Digit 0 to 5 of a 64-bit key: bits 0-10, 11-21, 22-31, then the same of the high word. */
function digitOf(low: number, high: number, digit: number): number {
  const word = digit < 3 ? low : high;
  return (word >>> ((digit < 3 ? digit : digit - 3) * DIGIT_BITS)) & (BUCKETS - 1);
}
