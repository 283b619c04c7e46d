/** Sorting 32-bit floats in time linear in their number: least significant digit first, eleven bits at a time. */

const DIGIT = 2048;
const counts = new Uint32Array(3 * DIGIT);
let keys = new Uint32Array(0);
let spare = new Uint32Array(0);

/** Sorts in place, as `values.sort()` would: ascending, -0 before 0. No value may be NaN. */
export function sortFloats(values: Float32Array): Float32Array {
  const n = values.length;
  // Below this the built-in sort is as quick.
  if (n < 256) return values.sort();
  if (keys.length < n) {
    keys = new Uint32Array(n);
    spare = new Uint32Array(n);
  }
  const bits = new Uint32Array(values.buffer, values.byteOffset, n);
  counts.fill(0);
  let from = keys;
  let to = spare;
  for (let i = 0; i < n; i++) {
    const word = bits[i]!;
    // Floats order as integers once the sign bit is flipped, and all bits of negative ones.
    const key = (word ^ (-(word >>> 31) | 0x80000000)) >>> 0;
    from[i] = key;
    counts[key & 2047]!++;
    counts[DIGIT + ((key >>> 11) & 2047)]!++;
    counts[2 * DIGIT + (key >>> 22)]!++;
  }
  for (let pass = 0; pass < 3; pass++) {
    const shift = 11 * pass;
    const base = DIGIT * pass;
    // A digit that all values share changes no order.
    if (counts[base + ((from[0]! >>> shift) & 2047)] === n) continue;
    let at = 0;
    for (let d = base; d < base + DIGIT; d++) {
      const here = counts[d]!;
      counts[d] = at;
      at += here;
    }
    for (let i = 0; i < n; i++) {
      const key = from[i]!;
      to[counts[base + ((key >>> shift) & 2047)]!++] = key;
    }
    [from, to] = [to, from];
  }
  for (let i = 0; i < n; i++) {
    const key = from[i]!;
    bits[i] = key ^ (((key >>> 31) - 1) | 0x80000000);
  }
  return values;
}
