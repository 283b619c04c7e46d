import { Link } from '@tanstack/react-router';
import type { Records } from '../../server/prep.ts';
import { lastOfDue, nameOfDue, useDue, useOpenDue } from '../../server/use-due.ts';
import { Trouble } from '../../shell/fallbacks.tsx';

/** Things shown here; the others are on their own page. */
const SHOWN = 5;

/** What comes back today, where there is no plan yet that would list it. */
export function DueToday({ records }: { readonly records: Records }) {
  const ready = useDue().due.filter(({ overdue }) => overdue);
  const { open, busy, error } = useOpenDue();
  if (ready.length === 0) return null;
  return (
    <section className="today-list" aria-labelledby="due-today-title">
      <h2 id="due-today-title">
        Due again today{' '}
        <span className="small soft">
          <Link to="/rehearse">everything that comes back</Link>
        </span>
      </h2>
      {error && <Trouble error={error} />}
      <ul className="today-tasks">
        {ready.slice(0, SHOWN).map((one) => (
          <li key={one.key} className="today-task">
            <button type="button" className="link" disabled={busy} onClick={() => open(one)}>
              {nameOfDue(one, records)}
            </button>
            <span className="small soft">{lastOfDue(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
