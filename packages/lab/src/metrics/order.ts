import type { Numbers } from './input.ts';

const DIGIT_BITS = 11;
const DIGITS = 3;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Row indices by falling score; equal scores keep their order. Radix sort on the upper half of the score's bits, then a
 * comparison sort of the few runs that differ in the lower half only. Scores must be finite; -0 counts as 0.
 */
export function orderByScore(scores: Numbers): Uint32Array {
  const rows = scores.length;
  const floats = new Float64Array(1);
  const words = new Uint32Array(floats.buffer);
  floats[0] = 1;
  const top = words[1] === 0x3ff00000 ? 1 : 0;
  let keys = new Uint32Array(rows);
  let nextKeys = new Uint32Array(rows);
  let order = new Uint32Array(rows);
  let next = new Uint32Array(rows);
  const counts = new Uint32Array(DIGITS * BUCKETS);
  for (let i = 0; i < rows; i++) {
    floats[0] = scores[i]! + 0;
    // Bits of a float rise with its value once those of negatives are inverted; here all are turned, for falling order.
    const bits = words[top]!;
    const key = (bits & 0x80000000) === 0 ? ~bits & 0x7fffffff : bits;
    keys[i] = key;
    order[i] = i;
    for (let digit = 0; digit < DIGITS; digit++) {
      const cell = digit * BUCKETS + ((key >>> (digit * DIGIT_BITS)) & (BUCKETS - 1));
      counts[cell] = counts[cell]! + 1;
    }
  }
  for (let digit = 0; digit < DIGITS && rows > 0; digit++) {
    const shift = digit * DIGIT_BITS;
    const from = digit * BUCKETS;
    if (counts[from + ((keys[0]! >>> shift) & (BUCKETS - 1))] === rows) continue;
    let sum = 0;
    for (let cell = from; cell < from + BUCKETS; cell++) {
      const count = counts[cell]!;
      counts[cell] = sum;
      sum += count;
    }
    for (let i = 0; i < rows; i++) {
      const key = keys[i]!;
      const cell = from + ((key >>> shift) & (BUCKETS - 1));
      const at = counts[cell]!;
      counts[cell] = at + 1;
      nextKeys[at] = key;
      next[at] = order[i]!;
    }
    [keys, nextKeys] = [nextKeys, keys];
    [order, next] = [next, order];
  }
  finishRuns(scores, keys, order);
  return order;
}

/** Sorts each run of equal keys by the whole score. */
function finishRuns(scores: Numbers, keys: Uint32Array, order: Uint32Array): void {
  for (let start = 0; start < keys.length;) {
    let end = start + 1;
    let sorted = true;
    while (end < keys.length && keys[end] === keys[start]) {
      if (scores[order[end]!]! > scores[order[end - 1]!]!) sorted = false;
      end++;
    }
    if (!sorted) order.subarray(start, end).sort((a, b) => scores[b]! - scores[a]! || a - b);
    start = end;
  }
}
