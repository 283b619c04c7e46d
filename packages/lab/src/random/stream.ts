import { exp, log, logFactorial, pow } from './elementary.ts';
import { NORMAL_LAYERS, NORMAL_RATIO, NORMAL_TAIL, NORMAL_X } from './ziggurat.ts';

const TWO_32_INVERSE = 1 / 4294967296;
const TWO_53_INVERSE = 1 / 9007199254740992;

/** Four 32-bit words from a text, each bit of which depends on every character (multiply, rotate, avalanche). */
function hashWords(text: string): Int32Array {
  const words = new Int32Array([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]);
  const factors = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let lane = 0; lane < 4; lane++) {
      const mixed = Math.imul(words[lane]! ^ (code + lane * 0x10001), factors[lane]!);
      words[lane] = (mixed << 13) | (mixed >>> 19);
    }
  }
  for (let lane = 0; lane < 4; lane++) {
    let h = words[lane]! ^ words[(lane + 1) & 3]! ^ text.length;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    words[lane] = h ^ (h >>> 16);
  }
  return words;
}

function refuse(parameter: string, value: number, rule: string): never {
  throw new RangeError(`${parameter} is ${value}: it must be ${rule}`);
}

/**
 * One named stream of random numbers. Two streams of one seed never share a draw, so changing how often one part of a
 * world draws leaves every other part as it was (common random numbers).
 *
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, integer arithmetic only. Distributions use the
 * functions of `elementary.ts`, so the same seed and name give the same bytes in every engine.
 */
export class RandomStream {
  readonly #state: Int32Array;
  readonly #name: string;

  /** `seed` is the run's seed; `name` is the stream's, such as `fraud/arrivals`. */
  constructor(seed: number | string, name: string) {
    if (typeof seed === 'number' && !Number.isSafeInteger(seed)) refuse('seed', seed, 'a whole number below 2^53');
    this.#name = `${seed}\u0000${name}`;
    this.#state = hashWords(this.#name);
    this.#state[3] = 1;
    for (let i = 0; i < 15; i++) this.uint32();
  }

  /** A stream of its own below this one, e.g. one for each card; it does not advance this stream. */
  substream(name: string | number): RandomStream {
    return new RandomStream(this.#name, `${name}`);
  }

  /** The four words of state: put them back with `restore` to continue from here. */
  snapshot(): Int32Array {
    return this.#state.slice();
  }

  restore(words: Int32Array): void {
    if (words.length !== 4) refuse('words.length', words.length, '4');
    this.#state.set(words);
  }

  /** A whole number in [0, 2^32). */
  uint32(): number {
    const state = this.#state;
    const b = state[1]!;
    const c = state[2]!;
    const d = state[3]!;
    const t = (state[0]! + b + d) | 0;
    state[3] = d + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  }

  /** Uniform on [0, 1) with 53 random bits. */
  uniform(): number {
    return ((this.uint32() >>> 5) * 67108864 + (this.uint32() >>> 6)) * TWO_53_INVERSE;
  }

  /** Uniform on (0, 1), never 0 or 1: safe under a logarithm. 32 random bits. */
  open(): number {
    return (this.uint32() + 0.5) * TWO_32_INVERSE;
  }

  /** Uniform on [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number in [0, n), without bias (rejection). n is 1 to 2^32. */
  below(n: number): number {
    if (!(n >= 1 && n <= 4294967296)) refuse('n', n, 'between 1 and 2^32');
    const reach = 4294967296 - (4294967296 % n);
    let draw = this.uint32();
    while (draw >= reach) draw = this.uint32();
    return draw % n;
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.uint32() < p * 4294967296;
  }

  /** Normal. Ziggurat with 128 layers (Marsaglia and Tsang 2000, in the form of Doornik 2005). */
  normal(mean = 0, sd = 1): number {
    return mean + sd * this.#standardNormal();
  }

  #standardNormal(): number {
    for (;;) {
      const u = (this.uint32() - 2147483647.5) * (1 / 2147483648);
      const layer = this.uint32() & (NORMAL_LAYERS - 1);
      if (Math.abs(u) < NORMAL_RATIO[layer]!) return u * NORMAL_X[layer]!;
      if (layer === 0) {
        let x = 0;
        let y = 0;
        do {
          x = log(this.open()) / NORMAL_TAIL;
          y = log(this.open());
        } while (-2 * y < x * x);
        return u < 0 ? x - NORMAL_TAIL : NORMAL_TAIL - x;
      }
      const x = u * NORMAL_X[layer]!;
      const upper = exp(-0.5 * (NORMAL_X[layer]! * NORMAL_X[layer]! - x * x));
      const lower = exp(-0.5 * (NORMAL_X[layer + 1]! * NORMAL_X[layer + 1]! - x * x));
      if (lower + this.open() * (upper - lower) < 1) return x;
    }
  }

  /** e^N(mu, sigma): `mu` and `sigma` are of the logarithm. */
  lognormal(mu: number, sigma: number): number {
    return exp(mu + sigma * this.#standardNormal());
  }

  /** Exponential waiting time with this mean. */
  exponential(mean = 1): number {
    return -mean * log(this.open());
  }

  /** Pareto with this least value and tail index: P(X > x) = (least / x)^index. */
  pareto(least: number, index: number): number {
    return least * pow(this.open(), -1 / index);
  }

  /** Failures before the first success; P(k) = p (1-p)^k. */
  geometric(p: number): number {
    if (!(p > 0 && p <= 1)) refuse('p', p, 'above 0 and at most 1');
    return p === 1 ? 0 : Math.floor(log(this.open()) / log(1 - p));
  }

  /** Poisson count. Inversion below a mean of 12, transformed rejection above (PTRS, Hörmann 1993). */
  poisson(mean: number): number {
    if (!(mean >= 0 && mean < 1e9)) refuse('mean', mean, 'between 0 and 1e9');
    if (mean < 12) {
      let k = 0;
      let p = exp(-mean);
      let u = this.uniform();
      while (u > p && k < 200) {
        u -= p;
        k++;
        p *= mean / k;
      }
      return k;
    }
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const logInverseAlpha = log(1.1239 + 1.1328 / (b - 3.4));
    const accept = 0.9277 - 3.6224 / (b - 2);
    const logMean = log(mean);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = this.open();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= accept) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      if (log(v) + logInverseAlpha - log(a / (us * us) + b) <= k * logMean - mean - logFactorial(k)) return k;
    }
  }

  /** Gamma with this shape and scale; mean shape * scale (Marsaglia and Tsang 2000). */
  gamma(shape: number, scale = 1): number {
    if (!(shape > 0)) refuse('shape', shape, 'above 0');
    if (shape < 1) return this.gamma(shape + 1, scale) * pow(this.open(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.#standardNormal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (log(this.open()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v * scale;
    }
  }

  /** Beta on (0, 1) with mean a / (a + b). */
  beta(a: number, b: number): number {
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }

  /** Shuffles the first `length` items in place (Fisher and Yates). */
  shuffle<T extends { [index: number]: unknown; readonly length: number }>(items: T, length = items.length): T {
    const list: { [index: number]: unknown } = items;
    for (let i = length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = list[i];
      list[i] = list[j];
      list[j] = held;
    }
    return items;
  }

  /** One item, each with the same chance. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('items is empty: there is nothing to pick from');
    return items[this.below(items.length)]!;
  }

  /** Fills an array with uniforms on [0, 1) of 32 random bits; the fastest way to get many. */
  fillUniform(target: Float64Array | Float32Array): void {
    const state = this.#state;
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    for (let i = 0; i < target.length; i++) {
      const t = (a + b + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
      target[i] = (t >>> 0) * TWO_32_INVERSE;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }
}
