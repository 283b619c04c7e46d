/** Which constraint this product lives under: it is read from the bill, not assumed. */
import type { Constraint } from '../../../ledger/constraint.ts';
import { CAUSES } from '../causes.ts';
import type { DayTruth } from '../outcome.ts';

/**
 * What the product gave away before launch says what dominates it: products that nobody had time to find, or found ones
 * in a poor order. `dollars` is what of it is left in the run.
 */
export function dominantConstraint(truth: readonly DayTruth[], bill: Float64Array): Constraint {
  const at = (cause: (typeof CAUSES)[number]): number => CAUSES.indexOf(cause);
  const total = (cause: (typeof CAUSES)[number]): number => truth.reduce((sum, d) => sum + d.money[at(cause)]!, 0);
  const found = bill[at('missedCandidates')]! + bill[at('slowSearch')]!;
  const order = bill[at('poorOrder')]!;
  const share = (100 * Math.max(found, order)) / Math.max(1e-9, found + order);
  return found >= order
    ? {
        name: 'latency',
        dollars: total('missedCandidates') + total('slowSearch'),
        says: `Latency and candidate depth dominate: ${share.toFixed(0)}% of what the old engine gave away before launch were products that it had no time to find, and no model scores what is not among the candidates; every candidate more costs time in which people leave.`,
      }
    : {
        name: 'order',
        dollars: total('poorOrder'),
        says: `The order dominates: ${share.toFixed(0)}% of what the old engine gave away before launch had been found and stood too far down.`,
      };
}
