/** Which constraint this product lives under: it is read from the bill, not assumed. */
import type { Constraint } from '../../../ledger/constraint.ts';
import { CAUSES, type Cause } from '../causes.ts';
import type { DayTruth } from '../life.ts';

/** Fraud that got through before its label could come, against what it costs to be careful, against what it costs to run. */
export function dominantConstraint(truth: readonly DayTruth[]): Constraint {
  const total = (...causes: Cause[]): number =>
    causes.reduce((sum, cause) => sum + truth.reduce((all, d) => all + d.money[CAUSES.indexOf(cause)]!, 0), 0);
  const constraints: Constraint[] = [
    {
      name: 'labels',
      dollars: total('fraudLoss', 'chargebackFees', 'friendlyFraud'),
      says: 'Labels dominate: half of the chargebacks come after three weeks and a band of thieves is gone in two, so the fraud that you pay for is the fraud that nothing could teach you yet.',
    },
    {
      name: 'customers',
      dollars: total('falseDeclines', 'lostCustomers', 'slowCheckout'),
      says: 'Honest customers dominate: most of the money is lost on people who were turned away or made to wait, and nobody reports a payment that never happened.',
    },
    {
      name: 'operations',
      dollars: total('review', 'serving', 'monitoring', 'training', 'actions'),
      says: 'Operations dominate: most of the money went into people and machines, not into fraud.',
    },
  ];
  return constraints.reduce((most, c) => (c.dollars > most.dollars ? c : most));
}
