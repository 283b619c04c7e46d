/** Which constraint this product lives under: it is read from the bill, not assumed. */
import type { Constraint } from '../../../ledger/constraint.ts';
import { CAUSES } from '../causes.ts';
import type { DayTruth } from '../outcome.ts';

/** Money that hangs on how many candidates are scored in the time there is, against money that hangs on their order. */
export function dominantConstraint(truth: readonly DayTruth[]): Constraint {
  const total = (cause: (typeof CAUSES)[number]): number =>
    truth.reduce((sum, d) => sum + d.money[CAUSES.indexOf(cause)]!, 0);
  const depth = total('missedCandidates') + total('slowSearch');
  const order = total('poorOrder');
  return depth >= order
    ? {
        name: 'latency',
        dollars: depth,
        says: 'Latency and candidate depth dominate: what is not among the candidates is never scored, however good the model, and every candidate more costs time in which people leave.',
      }
    : {
        name: 'order',
        dollars: order,
        says: 'The order dominates: what would have sold was among the candidates and stood too far down.',
      };
}
