/** Draws from a uniform number by table, for the hot loop. */
import { cosTurns, log } from '../../random/index.ts';

const CELLS = 8192;
const NORMAL = new Float64Array(CELLS);
/** Seconds of the day by share of the day's payments that came before. */
const CLOCK = new Float64Array(CELLS + 1);

/** Acklam's rational approximation of the normal quantile; relative error below 1.2e-9. */
function quantile(p: number): number {
  const tail = (q: number): number =>
    (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * log(p)));
  if (p > 0.97575) return -tail(Math.sqrt(-2 * log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const top =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239;
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return (top * q) / bottom;
}

for (let i = 0; i < CELLS; i++) NORMAL[i] = quantile((i + 0.5) / CELLS);

{
  // Quiet at eight in the morning, busiest at eight in the evening.
  const weight = Array.from({ length: 96 }, (_, k) => 1 + 0.85 * cosTurns((k / 4 - 20) / 24));
  const total = weight.reduce((a, b) => a + b, 0);
  let slot = 0;
  let before = 0;
  for (let i = 0; i <= CELLS; i++) {
    const target = (i / CELLS) * total;
    while (slot < 95 && before + weight[slot]! < target) before += weight[slot++]!;
    CLOCK[i] = Math.min(86_399, (slot + (target - before) / weight[slot]!) * 900);
  }
}

/** Standard normal value at probability `u`, 0 <= u < 1, in 8192 steps: the tails end at about 3.8. */
export function normal(u: number): number {
  return NORMAL[(u * CELLS) | 0]!;
}

/** Second of the day before which a share `u`, 0 <= u < 1, of honest payments falls. */
export function clock(u: number): number {
  const x = u * CELLS;
  const i = x | 0;
  return CLOCK[i]! + (CLOCK[i + 1]! - CLOCK[i]!) * (x - i);
}
