/** From scores to a list: the best first, spread over groups, with a place for the unknown. */

/** Reused between lists. */
let effective = new Float64Array(256);

/**
 * Picks `places` of the candidates `from` to `to` (indices into `scores`) one after another, each the best by score less
 * `penalty` standard deviations of the list's scores for every item of its group above it (maximal marginal relevance,
 * Carbonell and Goldstein 1998, with a step for similarity). Writes indices to `out` at `at`; returns how many.
 */
export function composeList(
  scores: ArrayLike<number>,
  from: number,
  to: number,
  groupOf: (index: number) => number,
  places: number,
  penalty: number,
  out: Int32Array,
  at: number,
): number {
  const count = to - from;
  if (effective.length < count) effective = new Float64Array(count * 2);
  let mean = 0;
  for (let i = 0; i < count; i++) {
    const score = scores[from + i]!;
    effective[i] = score;
    mean += score;
  }
  mean /= Math.max(1, count);
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (effective[i]! - mean) * (effective[i]! - mean);
  const step = penalty * Math.sqrt(squares / Math.max(1, count));
  const picks = Math.min(places, count);
  for (let k = 0; k < picks; k++) {
    let best = 0;
    for (let i = 1; i < count; i++) if (effective[i]! > effective[best]!) best = i;
    effective[best] = -Infinity;
    out[at + k] = from + best;
    if (step === 0) continue;
    const group = groupOf(from + best);
    for (let i = 0; i < count; i++) if (groupOf(from + i) === group) effective[i] = effective[i]! - step;
  }
  return picks;
}

/**
 * Puts a candidate drawn by `pick` into the place drawn by `place` (uniform on [0, 1)), unless it is in the list already.
 * Returns the place that was changed, or -1.
 */
export function explore(
  out: Int32Array,
  at: number,
  places: number,
  from: number,
  to: number,
  place: number,
  pick: number,
): number {
  const chosen = from + Math.floor(pick * (to - from));
  for (let k = 0; k < places; k++) if (out[at + k] === chosen) return -1;
  const k = Math.floor(place * places);
  out[at + k] = chosen;
  return k;
}
