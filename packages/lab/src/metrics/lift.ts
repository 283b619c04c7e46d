import { checkNumber, needPositives, scoreSteps, type Numbers } from './input.ts';

/**
 * Lift: the rate of positives in the top `share` of rows (by weight) over the rate in all. 1 is chance. Rows of one
 * score at the limit count in part, as if drawn at random among themselves.
 */
export function lift(labels: Numbers, scores: Numbers, share: number, weights?: Numbers): number {
  checkNumber('share', share, 1e-12, 1);
  const { truePositives, falsePositives, positives, negatives } = scoreSteps(labels, scores, weights);
  needPositives('lift', positives);
  const total = positives + negatives;
  const room = share * total;
  let hits = 0;
  let taken = 0;
  for (let i = 0; i < truePositives.length; i++) {
    const flagged = truePositives[i]! + falsePositives[i]!;
    if (flagged < room) {
      hits = truePositives[i]!;
      taken = flagged;
      continue;
    }
    if (flagged > taken) hits += ((truePositives[i]! - hits) * (room - taken)) / (flagged - taken);
    break;
  }
  return hits / room / (positives / total);
}
