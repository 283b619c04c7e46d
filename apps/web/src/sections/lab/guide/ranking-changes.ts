import type { PlanBase } from '@legible/lab';
import type { RankingPlan } from '@legible/lab/worlds/ranking/plan';

/** Changes to a plan that the guides of all ranking worlds offer. `P` is the plan of the guide's own world. */
export const rankingChanges = <P extends PlanBase & RankingPlan>() => ({
  asOfThen:
    (pointInTime: boolean) =>
    (plan: P): P => ({ ...plan, features: plan.features.map((feature) => ({ ...feature, pointInTime })) }),
  candidates:
    (own: P['candidates']) =>
    (plan: P): P => ({ ...plan, candidates: own }),
  experiment:
    (own: Partial<P['experiment']>) =>
    (plan: P): P => ({ ...plan, experiment: { ...plan.experiment, ...own } }),
  monitors:
    (list: P['monitors']) =>
    (plan: P): P => ({ ...plan, monitors: list }),
});
