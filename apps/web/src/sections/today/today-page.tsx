import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { KINDS, VERDICT_NAMES } from '@legible/judge/rubric';
import { daysBetween, nextOf } from '@legible/prep';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { day, KIND_ABOUT, KIND_LABELS, plural, times } from '../../paper/names.ts';
import { interviewsQuery, questionsQuery, useStartInterview } from '../../server/queries.ts';
import { usePlanned } from '../../server/standing.ts';
import { useTask } from '../../server/use-task.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { OpenLoop, useOpenLoop } from '../loop/open-loop.tsx';
import { NextCard } from './next-card.tsx';
import { nextThing, surprise } from './next-thing.ts';
import { DueToday } from './due-today.tsx';
import { TodayList } from './today-list.tsx';
import './today.css';

/** The one next thing, today's list, and the questions by kind. */
export function TodayPage() {
  const navigate = useNavigate();
  const questions = useQuery(questionsQuery);
  const interviews = useQuery(interviewsQuery);
  const { planned, error: noPlan } = usePlanned();
  const task = useTask(planned);
  const start = useStartInterview();
  const loop = useOpenLoop();
  const asked = questions.data && interviews.data ? nextThing(interviews.data, questions.data) : null;
  const next = planned
    ? nextOf(planned.plan, planned.wishes, {
        today: planned.today,
        answers:
          planned.interviews.filter(({ status }) => status === 'finished').length +
          planned.loops.length +
          planned.records.rehearsals.length,
        dated: planned.dated,
      })
    : null;
  const resumes = asked?.kind === 'resume';

  const begin = async (questionId: string) => {
    const interview = await start.mutateAsync(questionId);
    await navigate({ to: `/answer/${interview.id}` });
  };
  const answer = () => {
    if (asked?.kind === 'resume') void navigate({ to: `/answer/${asked.interview.id}` });
    else if (asked) void begin(asked.question.id);
  };
  const asks = resumes || next?.kind === 'first-answer' || next?.kind === 'rest';
  const busy = start.isPending || task.busy;
  const nextAction: Action = {
    id: 'today.next',
    label: resumes
      ? 'Go on'
      : next?.kind === 'task'
        ? 'Start'
        : next?.kind === 'rest'
          ? 'Answer one anyway'
          : 'Answer this',
    key: 'Enter',
    group: 'Today',
    enabled: !busy && loop === null && ((asks && asked !== null) || next?.kind === 'task'),
    handler: () => {
      if (!resumes && next?.kind === 'task') task.open(next.task);
      else if (asks) answer();
    },
  };
  const surpriseAction: Action = {
    id: 'today.surprise',
    label: 'Surprise me',
    key: 's',
    group: 'Today',
    enabled: questions.data !== undefined && !busy,
    handler: () => {
      const question = surprise(interviews.data ?? [], questions.data ?? []);
      if (question) void begin(question.id);
    },
  };
  // Enter on a link or a button is that link's or button's own.
  useActions([
    {
      ...nextAction,
      handler: () => {
        if (document.activeElement?.matches('a, button, summary')) (document.activeElement as HTMLElement).click();
        else nextAction.handler();
      },
    },
    surpriseAction,
  ]);

  const trouble = questions.error ?? interviews.error ?? noPlan ?? start.error ?? task.error;
  const last = interviews.data?.find(({ status }) => status === 'finished');
  const ready = asked !== null && next !== null && planned !== null;
  const away = planned && planned.wishes.interview !== '' ? daysBetween(planned.today, planned.wishes.interview) : null;
  return (
    <Page title="Today" heading={false}>
      <h1 className="visually-hidden">Today</h1>
      {trouble && <Trouble error={trouble} />}
      {loop ? (
        <OpenLoop loop={loop} actionKey="Enter" />
      ) : ready && loop === null ? (
        <NextCard asked={asked} next={next} planned={planned} nextAction={nextAction} surpriseAction={surpriseAction} />
      ) : (
        !trouble && <Waiting />
      )}

      {planned && planned.dated && next?.kind !== 'first-answer' && (
        <TodayList
          planned={planned}
          onOpen={task.open}
          busy={busy}
          away={away === null || away < 0 ? '' : away === 0 ? 'today' : `in ${plural(away, 'day')}`}
        />
      )}

      {planned && (!planned.dated || next?.kind === 'first-answer') && <DueToday records={planned.records} />}

      <section className="kinds" aria-labelledby="kinds-title">
        <h2 id="kinds-title">Or choose the kind</h2>
        <ul className="kind-list">
          {KINDS.map((kind) => {
            const own = interviews.data?.filter(({ question }) => question.kind === kind) ?? [];
            const latest = own.find(({ verdict }) => verdict !== null)?.verdict;
            const bank = questions.data?.filter((question) => question.kind === kind) ?? [];
            return (
              <li key={kind}>
                <Link to={`/ask/${kind}`} className="kind">
                  <span className="kind-name">{KIND_LABELS[kind]}</span>
                  <span className="kind-about">{KIND_ABOUT[kind]}</span>
                  <span className="kind-count">
                    {bank.length > 0 && `${bank.length} questions`}
                    {latest ? `, last vote ${VERDICT_NAMES[latest]}` : ''}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </section>

      {last?.verdict && (
        <p className="last-time soft">
          Last time, {day(last.startedAt)}: <Link to={`/debrief/${last.id}`}>{last.question.text}</Link>{' '}
          {VERDICT_NAMES[last.verdict]},{' '}
          {last.interruptions === 0 ? 'not stopped' : `stopped ${times(last.interruptions)}`}.
        </p>
      )}
    </Page>
  );
}
