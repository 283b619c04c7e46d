import { checkBinary, checkFinite, checkNumber, checkRows, needPositives, type Numbers } from './input.ts';
import { orderByScore } from './order.ts';

/** What a team that reviews the highest scores of each day would find. */
export interface CapacityReview {
  /** Share of reviewed rows that are positive; NaN never: 0 when nothing is reviewed. */
  readonly precision: number;
  /** Share of positives, by `values` where given, that are reviewed. */
  readonly recall: number;
  /** Rows reviewed, over all days. */
  readonly reviewed: number;
  /** Positives among them; of equal scores at the limit, the expected number when drawn at random. */
  readonly caught: number;
}

/**
 * Precision and recall at a review capacity: each day the `perDay` highest scores of that day are reviewed. Rows of one
 * score at the limit count as drawn at random among themselves, so the order of rows does not matter. `values`, such as
 * amounts, make recall a share of money. This is the metric of a team that cannot look at more.
 */
export function reviewAtCapacity(
  labels: Numbers,
  scores: Numbers,
  days: Numbers,
  perDay: number,
  values?: Numbers,
): CapacityReview {
  checkBinary(labels, scores);
  checkRows('labels', labels, 'days', days);
  checkFinite('days', days);
  checkNumber('perDay', perDay, 0);
  if (values !== undefined) {
    checkRows('labels', labels, 'values', values);
    checkFinite('values', values);
  }
  let positiveValue = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === 1) positiveValue += values === undefined ? 1 : values[i]!;
  needPositives('recall at a capacity', positiveValue);

  const left = new Map<number, number>();
  const order = orderByScore(scores);
  let reviewed = 0;
  let caught = 0;
  let caughtValue = 0;
  for (let start = 0; start < order.length;) {
    let end = start;
    const ties = new Map<number, { rows: number; hits: number; value: number }>();
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      const row = order[end]!;
      const day = Math.floor(days[row]!);
      let tie = ties.get(day);
      if (tie === undefined) ties.set(day, (tie = { rows: 0, hits: 0, value: 0 }));
      tie.rows++;
      if (labels[row] === 1) {
        tie.hits++;
        tie.value += values === undefined ? 1 : values[row]!;
      }
    }
    for (const [day, tie] of ties) {
      const room = left.get(day) ?? perDay;
      const taken = Math.min(room, tie.rows);
      left.set(day, room - taken);
      reviewed += taken;
      caught += (tie.hits * taken) / tie.rows;
      caughtValue += (tie.value * taken) / tie.rows;
    }
    start = end;
  }
  return { precision: reviewed > 0 ? caught / reviewed : 0, recall: caughtValue / positiveValue, reviewed, caught };
}
