/** Which constraint this product lives under: it is read from the bill, not assumed. */
import { CAUSES } from '../causes.ts';
import type { DayTruth } from '../outcome.ts';
import type { Constraint } from '../../../ledger/constraint.ts';

/** Money that follows satisfaction, weeks late, against money that follows clicks, the same day. */
export function dominantConstraint(truth: readonly DayTruth[]): Constraint {
  const total = (cause: (typeof CAUSES)[number]): number =>
    truth.reduce((sum, d) => sum + d.money[CAUSES.indexOf(cause)]!, 0);
  const late = total('lostSubscribers') + total('missedVisits');
  const today = total('quietVisits') + total('slowFeed');
  return late >= today
    ? {
        name: 'retention',
        dollars: late,
        says: 'Retention dominates: what people do next month pays for the product, it follows satisfaction, and it shows weeks after the lists that caused it. What can be measured today, the click, is not what is paid for.',
      }
    : {
        name: 'attention',
        dollars: today,
        says: 'Attention dominates: most of the money hangs on clicks and on how fast the list is there, the same day.',
      };
}
