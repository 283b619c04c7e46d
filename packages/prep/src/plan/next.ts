import type { Plan, PlanWishes, Task } from './types.ts';
import { daysBetween } from './days.ts';

/** The one obvious thing to do now. */
export type Next =
  | { readonly kind: 'task'; readonly task: Task; readonly nth: number; readonly of: number }
  /** Nothing heard yet: the first answer comes before any plan. */
  | { readonly kind: 'first-answer' }
  /** A plan needs a date. */
  | { readonly kind: 'date' }
  /** Today's list is done, or today has none; `day` is when there is more, '' where there is not. */
  | { readonly kind: 'rest'; readonly day: string; readonly done: boolean }
  /** The date has passed. */
  | { readonly kind: 'after' };

export interface Circumstances {
  readonly today: string;
  /** Answers, loops and rehearsals so far: anything that was heard. */
  readonly answers: number;
  /** True where the user has said when the interview is, or that there is no date yet. */
  readonly dated: boolean;
}

/** What stands at the top of the first page on any day: the first answer, then the date, then the first thing undone. */
export function nextOf(plan: Plan, wishes: PlanWishes, { today, answers, dated }: Circumstances): Next {
  const until = wishes.interview === '' ? Infinity : daysBetween(today, wishes.interview);
  if (until < 0) return { kind: 'after' };
  if (answers === 0 && until > 1) return { kind: 'first-answer' };
  if (!dated) return { kind: 'date' };
  const tasks = plan.days.find(({ day }) => day === today)?.tasks ?? [];
  const at = tasks.findIndex(({ done }) => !done);
  const task = tasks[at];
  if (task !== undefined) return { kind: 'task', task, nth: at + 1, of: tasks.length };
  const later = plan.days.find(({ day, tasks: own }) => day > today && own.length > 0);
  return { kind: 'rest', day: later?.day ?? '', done: tasks.length > 0 };
}
