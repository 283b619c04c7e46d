import type { PlanBase } from '@legible/lab';
import type { GuideOption } from './guide.ts';

/** An option that holds where applying it changes nothing. `P` is the plan of the guide's own world. */
export const optionsOf =
  <P extends PlanBase>() =>
  (id: string, says: string, risks: string, change: (plan: P) => P): GuideOption => {
    const set = (plan: PlanBase): PlanBase => change(plan as P);
    return { id, says, risks, set, holds: (plan) => JSON.stringify(set(plan)) === JSON.stringify(plan) };
  };
