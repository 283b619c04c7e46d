import type { SignalId } from '@legible/judge';
import { LAB_DRILL_MINUTES } from './offers.ts';
import type { Offered } from './progress.ts';
import type { PlanDay, Standing, Task } from './types.ts';

/** The tasks of a day as the plan shows them; those of today are done where what was done is what they asked for. */
export function dayOfPlan(day: string, drafts: readonly Offered[], standing: Standing): PlanDay {
  const { today, done } = standing;
  const own = done.filter((one) => one.day === day);
  const tasks = drafts.map(({ kind, minutes, title, why, about }) => ({
    kind,
    minutes,
    title,
    why,
    about,
    id: `${day}:${kind}:${about}`,
    done: day === today && isDone({ kind, about, minutes }, own, standing),
  }));
  return { day, tasks, minutes: tasks.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Whether what was done on a day is what a task asked for. */
function isDone(
  { kind, about, minutes }: Pick<Task, 'kind' | 'about' | 'minutes'>,
  own: Standing['done'],
  { drillsDue }: Standing,
): boolean {
  switch (kind) {
    case 'drill':
      return own.filter((one) => one.kind === 'answer' && one.signals.includes(about as SignalId)).length >= 2;
    case 'draft':
      return own.some((one) => one.kind === 'draft' && one.item === about);
    case 'rehearse':
      return own.some((one) => one.kind === 'rehearsal' && one.item === about);
    case 'lab':
    case 'loop':
      return own.some((one) => one.kind === kind);
    case 'review':
      return own.some((one) => one.kind === 'rehearsal' || one.kind === 'answer' || one.kind === 'lab');
    case 'lab-drills': {
      const tried = new Set(own.filter((one) => one.kind === 'lab-drill').map(({ item }) => item));
      return drillsDue.filter((due) => tried.has(due.kind)).length >= minutes / LAB_DRILL_MINUTES;
    }
    case 'inventory':
      return own.some((one) => one.kind === 'draft' && one.item === 'inventory');
    case 'evidence':
      return own.some((one) => one.kind === 'draft' && one.item === 'evidence');
    case 'brief':
    case 'interview':
      return false;
  }
}
