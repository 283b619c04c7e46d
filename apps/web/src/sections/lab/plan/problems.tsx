import type { PlanProblem } from '@legible/lab';

/** What is wrong at a place of the plan, the places within it included. */
export function problemsAt(problems: readonly PlanProblem[], place: string): readonly PlanProblem[] {
  return problems.filter(
    ({ field }) => field === place || field.startsWith(`${place}.`) || field.startsWith(`${place}[`),
  );
}

/** "threshold" of "monitors[2].threshold", so that a reason can be read after it. */
const partOf = (field: string): string => /\.(\w+)$/.exec(field)?.[1] ?? '';

/** Reasons, beside what they are about. */
export function Problems({ problems, id }: { readonly problems: readonly PlanProblem[]; readonly id?: string }) {
  if (problems.length === 0) return null;
  return (
    <span id={id} className="lab-problem" role="status">
      {problems.map(({ field, reason }) => (
        <strong key={field + reason}>
          {field.includes('[') && partOf(field) ? `Its ${partOf(field)}` : 'This'} {reason}.{' '}
        </strong>
      ))}
    </span>
  );
}
