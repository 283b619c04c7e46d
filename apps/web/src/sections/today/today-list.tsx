import type { Task } from '@legible/prep';
import { Link } from '@tanstack/react-router';
import type { Planned } from '../../server/standing.ts';

interface Props {
  readonly planned: Planned;
  readonly busy: boolean;
  readonly onOpen: (task: Task) => void;
  /** "in 9 days"; '' where there is no date. */
  readonly away: string;
}

/** From so many days since anything was done, the list says that the plan was made anew. */
const IDLE = 4;

/** Today's list: what is done is struck through, what is left can be started. */
export function TodayList({ planned, busy, onOpen, away }: Props) {
  const tasks = planned.plan.days.find(({ day }) => day === planned.today)?.tasks ?? [];
  return (
    <section className="today-list" aria-labelledby="today-list-title">
      <h2 id="today-list-title">
        Today’s list{' '}
        <span className="small soft">
          {away !== '' && <>interview {away}, </>}
          <Link to="/plan">the whole plan</Link>
        </span>
      </h2>
      {planned.idleDays !== null && planned.idleDays >= IDLE && (
        <p className="small soft">
          Nothing was done for {planned.idleDays - 1} days. The plan is made anew without them; nothing is owed.
        </p>
      )}
      {tasks.length === 0 ? (
        <p className="small soft">Nothing today.</p>
      ) : (
        <ol className="today-tasks">
          {tasks.map((task) => (
            <li key={task.id} className={task.done ? 'today-task done' : 'today-task'}>
              {task.done ? (
                <span>
                  {task.title}
                  <span className="visually-hidden"> (done)</span>
                </span>
              ) : (
                <button type="button" className="link" disabled={busy} onClick={() => onOpen(task)}>
                  {task.title}
                </button>
              )}
              <span className="small soft">{task.done ? 'done' : `${task.minutes} min`}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
