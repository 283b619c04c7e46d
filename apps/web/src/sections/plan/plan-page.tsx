import { calendarOf, SIGNAL_WORDS, type PlanDay } from '@legible/prep';
import { Link, useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { usePlanned, type Planned } from '../../server/standing.ts';
import { useTask } from '../../server/use-task.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { dayName, longDayName } from './day-name.ts';
import { LifeForm } from './life-form.tsx';
import { DateForm } from './wishes-form.tsx';
import './plan.css';

/** Every day until the interview, worked out from what is done and what is weak. */
export function PlanPage() {
  const { planned, error } = usePlanned();
  return (
    <Page
      title="Plan"
      intro="Worked out anew each day from what you have done. A missed day is not owed; what matters most moves up."
    >
      {error ? <Trouble error={error} /> : !planned && <Waiting />}
      {planned && <PlanView planned={planned} />}
    </Page>
  );
}

function PlanView({ planned }: { readonly planned: Planned }) {
  const { plan, wishes, today } = planned;
  const navigate = useNavigate();
  const task = useTask(planned);
  const working = plan.days.filter(({ tasks }) => tasks.length > 0);
  const [calendar, brief] = useActions([
    {
      id: 'plan.calendar',
      label: 'Calendar file',
      key: 'c',
      group: 'Plan',
      enabled: working.length > 0,
      handler: () => saveFile(calendarOf(plan, wishes, new Date().toISOString())),
    },
    {
      id: 'plan.brief',
      label: 'The page for the morning',
      key: 'm',
      group: 'Plan',
      handler: () => void navigate({ to: '/plan/brief' }),
    },
  ]);
  return (
    <div className="plan">
      <DateForm
        key={`${wishes.interview} ${wishes.hoursPerWeek}`}
        wishes={wishes}
        today={today}
        keep="Plan it"
        offerNoDate={!planned.dated}
      />
      {task.error && <Trouble error={task.error} />}
      <p className="plan-sum">{sumOf(planned)}</p>
      {plan.left.length > 0 && (
        <div className="notice">
          <p>
            <strong>Not everything fits.</strong>
          </p>
          <ul className="plan-left">
            {plan.left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>More hours a week, or a later date, or walk in without it and know which.</p>
        </div>
      )}
      <div className="row">
        {calendar && <ActionButton action={calendar} />}
        {brief && <ActionButton action={brief} />}
      </div>
      <details className="plan-life">
        <summary>Life happened, or the calendar should look different</summary>
        <LifeForm wishes={wishes} today={today} />
        <CalendarForm key={`${wishes.startsAt} ${wishes.alarmMinutes} ${wishes.discreet}`} wishes={wishes} />
      </details>
      <ol className="plan-days">
        {working.map((own) => (
          <Day key={own.day} own={own} today={today} onOpen={task.open} busy={task.busy} />
        ))}
      </ol>
      {working.length === 0 && (
        <p>
          There is no day to work on. Change the date or the days above, or <Link to="/">answer a question anyway</Link>
          .
        </p>
      )}
    </div>
  );
}

function sumOf({ plan, wishes }: Planned): string {
  const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`;
  const total = plan.share.gap + plan.share.dossier + plan.share.whole;
  const until =
    wishes.interview === '' ? 'over four weeks, for want of a date' : `until ${longDayName(wishes.interview)}`;
  const gap = plan.gapHeard
    ? `your weakest of the three that end loops, ${SIGNAL_WORDS[plan.gap]}`
    : `${SIGNAL_WORDS[plan.gap]}, assumed the weakest until answers of yours are heard,`;
  return `${hours(total)} ${until}: ${hours(plan.share.gap)} on ${gap} and its neighbours, ${hours(plan.share.dossier)} on the dossier, ${hours(plan.share.whole)} on whole loops.`;
}

interface DayProps {
  readonly own: PlanDay;
  readonly today: string;
  readonly busy: boolean;
  readonly onOpen: (task: PlanDay['tasks'][number]) => void;
}

function Day({ own, today, busy, onOpen }: DayProps) {
  return (
    <li className={own.day === today ? 'plan-day now' : 'plan-day'}>
      <h2>
        {own.day === today ? 'Today' : dayName(own.day)} <span className="tiny soft">{own.minutes} min</span>
      </h2>
      <ul className="plan-tasks">
        {own.tasks.map((task) => (
          <li key={task.id} className={task.done ? 'plan-task done' : 'plan-task'}>
            {own.day === today && !task.done ? (
              <button type="button" className="link" disabled={busy} onClick={() => onOpen(task)}>
                {task.title}
              </button>
            ) : (
              <span>
                {task.title}
                {task.done && <span className="soft"> (done)</span>}
              </span>
            )}{' '}
            <span className="tiny soft">{task.minutes} min</span>
            {own.day === today && <p className="small soft">{task.why}</p>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function saveFile(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'plan.ics';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
