/** How much each place of a list is looked at, against the first. */
import type { LoggedLists } from './lists.ts';
import type { CurveSource } from './plan.ts';

/** Clicks of the assumed curve that the measured one is mixed with, so that few shuffled lists do not make holes. */
const PRIOR_CLICKS = 4;

/** 1 / rank: what is assumed where nothing was measured. */
export function inverseRank(places: number): Float64Array {
  return Float64Array.from({ length: places }, (_, k) => 1 / (k + 1));
}

/**
 * Examination of each place over that of the first: clicks over showings in lists of random order, where every item is
 * as likely in every place, so that only the place can make the difference. Never rising down the list: neighbours that
 * rise are pooled (Barlow et al. 1972). Source of the design: Joachims, Swaminathan and Schnabel 2017, section 5.3.
 */
export function examinationCurve(
  lists: LoggedLists,
  clicks: ArrayLike<number>,
  rows: Uint32Array,
  places: number,
  source: CurveSource,
): Float64Array {
  const assumed = inverseRank(places);
  if (source === 'inverse-rank') return assumed;
  const shown = new Float64Array(places);
  const clicked = new Float64Array(places);
  for (const row of rows) {
    if (lists.shuffled[row] !== 1) continue;
    const place = lists.place[row]!;
    shown[place] = shown[place]! + 1;
    clicked[place] = clicked[place]! + (clicks[row]! > 0 ? 1 : 0);
  }
  if (!(clicked[0]! > 0)) return assumed;
  const first = clicked[0]! / shown[0]!;
  const rates = assumed.map((prior, k) => (clicked[k]! + PRIOR_CLICKS * prior) / (shown[k]! * first + PRIOR_CLICKS));
  const pooled = poolFalling(rates, shown);
  return pooled.map((rate) => Math.max(0.01, Math.min(1, rate / pooled[0]!)));
}

/** The falling sequence nearest to `values` by weighted squares. */
function poolFalling(values: Float64Array, weights: Float64Array): Float64Array {
  const blocks: { value: number; weight: number; count: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    let block = { value: values[i]!, weight: Math.max(1e-9, weights[i]!), count: 1 };
    while (blocks.length > 0 && blocks[blocks.length - 1]!.value < block.value) {
      const above = blocks.pop()!;
      const weight = above.weight + block.weight;
      block = {
        value: (above.value * above.weight + block.value * block.weight) / weight,
        weight,
        count: above.count + block.count,
      };
    }
    blocks.push(block);
  }
  return Float64Array.from(blocks.flatMap(({ value, count }) => Array.from({ length: count }, () => value)));
}
