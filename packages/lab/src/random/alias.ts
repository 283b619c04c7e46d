import type { RandomStream } from './stream.ts';

/**
 * Draws a category in constant time, whatever the number of categories (alias method, Walker 1977, built as Vose 1991).
 * Weights need not sum to 1. Throws RangeError on an empty list, a negative or non-finite weight, or a zero sum.
 */
export class AliasTable {
  readonly #accept: Float64Array;
  readonly #alias: Uint32Array;

  constructor(weights: ArrayLike<number>) {
    const n = weights.length;
    if (n === 0) throw new RangeError('weights is empty: give at least one category');
    let total = 0;
    for (let i = 0; i < n; i++) {
      const weight = weights[i]!;
      if (!(weight >= 0 && weight < Infinity)) {
        throw new RangeError(`weights[${i}] is ${weight}: it must be finite and not negative`);
      }
      total += weight;
    }
    if (!(total > 0)) throw new RangeError('weights sum to 0: at least one must be positive');
    this.#accept = new Float64Array(n).fill(1);
    this.#alias = Uint32Array.from({ length: n }, (_, i) => i);
    const scaled = Float64Array.from({ length: n }, (_, i) => (weights[i]! * n) / total);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < n; i++) (scaled[i]! < 1 ? small : large).push(i);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!;
      const more = large[large.length - 1]!;
      this.#accept[less] = scaled[less]!;
      this.#alias[less] = more;
      scaled[more] = scaled[more]! + scaled[less]! - 1;
      if (scaled[more]! < 1) small.push(large.pop()!);
    }
    // What rounding left over keeps probability 1, unless its weight is 0.
    for (const i of small) {
      if (weights[i] === 0) {
        this.#accept[i] = 0;
        this.#alias[i] = this.#heaviest(weights);
      }
    }
  }

  #heaviest(weights: ArrayLike<number>): number {
    let best = 0;
    for (let i = 1; i < weights.length; i++) if (weights[i]! > weights[best]!) best = i;
    return best;
  }

  /** The index of one category. */
  draw(stream: RandomStream): number {
    const cell = stream.below(this.#accept.length);
    return stream.open() < this.#accept[cell]! ? cell : this.#alias[cell]!;
  }
}
