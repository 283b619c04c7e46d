import { DRILL_KINDS, levelAfter, type Tried } from '@legible/lab/drills/index';
import type { Due } from '@legible/prep';
import { Link, useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { dayName } from '../plan/day-name.ts';
import { dayOfInstant, endOfDay } from '../../server/prep.ts';
import { drillKindOf, drillsDueOf } from '../../server/reviews.ts';
import { useToday } from '../../server/use-today.ts';
import { useTried } from './tried.ts';
import './drills.css';

/** What to train, and how each kind has gone so far. */
export function DrillsPage() {
  const navigate = useNavigate();
  const { data: tried = [], error } = useTried();
  const today = useToday();
  const schedule = new Map(drillsDueOf(tried, endOfDay(today)).map((due) => [drillKindOf(due), due]));
  const due = [...schedule.values()].filter(({ overdue }) => overdue);
  const actions = useActions([
    {
      id: 'drills.worst',
      label: tried.length > 0 ? 'What I get wrong most' : 'Start',
      key: 'w',
      group: 'Drills',
      handler: () => void navigate({ to: '/drills/wrong' }),
    },
    ...(due.length > 0
      ? [
          {
            id: 'drills.due',
            label: `Due today: ${due.length}`,
            key: 'd',
            group: 'Drills',
            handler: () => void navigate({ to: '/drills/due' }),
          },
        ]
      : []),
  ]);
  return (
    <Page
      title="Drills"
      intro="Two minutes each. One question about data or evaluation, one right answer, worked out from the very numbers you see. Get two right in a row and the next is harder; what you get wrong is back on your list tomorrow."
    >
      <div className="row">
        {actions.map((action, i) => (
          <ActionButton key={action.id} action={action} look={i === 0 ? 'primary' : ''} />
        ))}
      </div>
      {error && <Trouble error={error} />}
      <ul className="drill-kinds">
        {DRILL_KINDS.map(({ id, title, trains }) => (
          <li key={id}>
            <Link to={`/drills/${id}`}>{title}</Link>
            <span className="small soft">{trains}</span>
            <span className="small soft number">
              {record(tried.filter(({ kind }) => kind === id))}
              <Again due={schedule.get(id)} />
            </span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Again({ due }: { readonly due: Due | undefined }) {
  if (!due) return null;
  return due.overdue ? <strong>, due today</strong> : <>, due {dayName(dayOfInstant(due.due))}</>;
}

function record(own: readonly Tried[]): string {
  if (own.length === 0) return 'not tried';
  const ordered = own.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return `${own.filter(({ right }) => right).length} of ${own.length} right, level ${levelAfter(ordered)}`;
}
