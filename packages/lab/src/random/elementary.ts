/**
 * Elementary functions with the same bytes on every machine.
 *
 * ECMAScript lets an engine choose the last bits of `Math.exp`, `Math.log`, `Math.pow` and `Math.sin`. Only
 * `+ - * /` and `Math.sqrt` are fixed by IEEE 754, so everything here is built from those. Generation and learning
 * call these and never the built-in ones; that is what makes a run replay to the byte elsewhere.
 */

/** ln 2 in two parts: the first has 20 significant bits of fraction, so that k * LN2_HIGH is exact for |k| < 2^32. */
const LN2_HIGH = 0.6931467056274414;
const LN2_LOW = 4.7493250390316726e-7;
const LOG2_E = 1.4426950408889634;
const EXP_MAX = 709.782712893384;
const EXP_MIN = -745.1332191019411;

/** 2^k for k in -1022..1023, exact, since each step doubles. */
const POWERS_OF_TWO = new Float64Array(2046);
{
  let power = 1;
  for (let k = 1022; k < 2046; k++, power *= 2) POWERS_OF_TWO[k] = power;
  power = 1;
  for (let k = 1022; k >= 0; k--, power /= 2) POWERS_OF_TWO[k] = power;
}

const WORD_OF_FLOAT = new Float64Array(1);
const WORDS = new Int32Array(WORD_OF_FLOAT.buffer);
WORD_OF_FLOAT[0] = 1;
const HIGH_WORD = WORDS[1] === 0x3ff00000 ? 1 : 0;

/** e^x, within about 1 unit in the last place. Overflows to Infinity above 709.78 and to 0 below -745.13. */
export function exp(x: number): number {
  if (!(x <= EXP_MAX)) return x > 0 ? Infinity : NaN;
  if (x < EXP_MIN) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  // Taylor series of e^r on |r| <= ln2/2, halves summed apart so that the processor can overlap them.
  const s = r * r;
  const even = 0.5 + s * (1 / 24 + s * (1 / 720 + s * (1 / 40320 + s * (1 / 3628800 + s * (1 / 479001600)))));
  const odd = 1 / 6 + s * (1 / 120 + s * (1 / 5040 + s * (1 / 362880 + s * (1 / 39916800 + s * (1 / 6227020800)))));
  const value = 1 + (r + (lost + s * (even + r * odd)));
  if (k >= -1021 && k <= 1023) return value * POWERS_OF_TWO[k + 1022]!;
  return k > 0
    ? value * 2 * POWERS_OF_TWO[k + 1021]!
    : value * POWERS_OF_TWO[k + 1022 + 60]! * POWERS_OF_TWO[1022 - 60]!;
}

/** Natural logarithm, within about 1 unit in the last place. -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let shift = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    value *= 18014398509481984;
    shift = -54;
  }
  WORD_OF_FLOAT[0] = value;
  const word = WORDS[HIGH_WORD]!;
  // The mantissa is taken in [sqrt(1/2), sqrt 2), which keeps the series short on both sides of 1.
  const upper = (word & 0xfffff) >= 0x6a09e ? 1 : 0;
  const exponent = (word >> 20) - 1023 + upper;
  const f =
    (exponent <= 1022 ? value * POWERS_OF_TWO[1022 - exponent]! : value * 0.5 * POWERS_OF_TWO[1023 - exponent]!) - 1;
  const k = exponent + shift;
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const s = f / (2 + f);
  const z = s * s;
  // ln(1+f) = 2 atanh(s) = 2s + s R with R = 2/3 z + 2/5 z^2 + ...
  const w = z * z;
  const r1 = 2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19 + w * (2 / 23)))));
  const r2 = 2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21))));
  const R = z * (r1 + z * r2);
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
}

/** ln(1 + x), exact near 0. */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === Infinity || !(x > -1)) return log(sum);
  return log(sum) - (sum - 1 - x) / sum;
}

/** e^x - 1, exact near 0. */
export function expm1(x: number): number {
  if (Math.abs(x) < 1e-5) return x + 0.5 * x * x + (x * x * x) / 6;
  const value = exp(x);
  if (value === Infinity) return value;
  const less = value - 1;
  // Kahan's correction: the rounding of e^x cancels against that of its logarithm.
  return Math.abs(x) < 1 ? (less * x) / log(value) : less;
}

/** x^y for x >= 0 as e^(y ln x): relative error grows with |y ln x|, about 1e-15 for everyday arguments. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}

/** 1 / (1 + e^-x), with no overflow at either end. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const value = exp(x);
  return value / (1 + value);
}

/** ln(p / (1 - p)): the inverse of `sigmoid`. */
export function logit(p: number): number {
  return log(p) - log1p(-p);
}

/** ln(1 + e^x), with no overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/** Sine of an angle in turns: sin(2 pi t), exact at quarter turns. */
export function sinTurns(t: number): number {
  const turn = t - Math.floor(t + 0.5);
  const sign = turn < 0 ? -1 : 1;
  let quarter = Math.abs(turn);
  if (quarter > 0.25) quarter = 0.5 - quarter;
  return sign * (quarter > 0.125 ? cosSeries(0.25 - quarter) : sinSeries(quarter)) + 0;
}

/** Cosine of an angle in turns: cos(2 pi t). */
export function cosTurns(t: number): number {
  return sinTurns(t - Math.floor(t) + 0.25);
}

const TURN = 6.283185307179586;

function sinSeries(t: number): number {
  const x = t * TURN;
  const z = x * x;
  return (
    x -
    x *
      z *
      (1 / 6 -
        z *
          (1 / 120 - z * (1 / 5040 - z * (1 / 362880 - z * (1 / 39916800 - z * (1 / 6227020800 - z / 1307674368000))))))
  );
}

function cosSeries(t: number): number {
  const x = t * TURN;
  const z = x * x;
  return (
    1 -
    z *
      (0.5 - z * (1 / 24 - z * (1 / 720 - z * (1 / 40320 - z * (1 / 3628800 - z * (1 / 479001600 - z / 87178291200))))))
  );
}

const LOG_FACTORIALS = new Float64Array(16);
for (let n = 2; n < 16; n++) LOG_FACTORIALS[n] = LOG_FACTORIALS[n - 1]! + log(n);

/** ln(n!) for an integer n >= 0: a table below 16, Stirling's series above (error under 1e-13). */
export function logFactorial(n: number): number {
  if (n < 16) return LOG_FACTORIALS[n]!;
  const inverse = 1 / n;
  const z = inverse * inverse;
  return (n + 0.5) * log(n) - n + 0.9189385332046728 + inverse * (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z / 1680)));
}
