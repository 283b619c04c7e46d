import { useQuery } from '@tanstack/react-query';
import { KINDS, VERDICT_NAMES } from '@legible/judge/rubric';
import { Link, useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { clock, day, KIND_ABOUT, KIND_LABELS, times } from '../../paper/names.ts';
import { interviewsQuery, questionsQuery, useStartInterview } from '../../server/queries.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { nextThing, surprise } from './next-thing.ts';
import './today.css';

/** The next thing, and the questions by kind. */
export function TodayPage() {
  const navigate = useNavigate();
  const questions = useQuery(questionsQuery);
  const interviews = useQuery(interviewsQuery);
  const start = useStartInterview();
  const next = questions.data && interviews.data ? nextThing(interviews.data, questions.data) : null;

  const begin = async (questionId: string) => {
    const interview = await start.mutateAsync(questionId);
    await navigate({ to: `/answer/${interview.id}` });
  };
  const nextAction: Action = {
    id: 'today.next',
    label: next?.kind === 'resume' ? 'Go on' : 'Answer this',
    key: 'Enter',
    group: 'Today',
    enabled: next !== null && !start.isPending,
    handler: () => {
      if (next?.kind === 'resume') void navigate({ to: `/answer/${next.interview.id}` });
      else if (next) void begin(next.question.id);
    },
  };
  const surpriseAction: Action = {
    id: 'today.surprise',
    label: 'Surprise me',
    key: 's',
    group: 'Today',
    enabled: questions.data !== undefined && !start.isPending,
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
        if (document.activeElement?.matches('a, button')) (document.activeElement as HTMLElement).click();
        else nextAction.handler();
      },
    },
    surpriseAction,
  ]);

  const asked = next?.kind === 'resume' ? next.interview.question : next?.question;
  const last = interviews.data?.find(({ status }) => status === 'finished');
  return (
    <Page title="Today" heading={false}>
      <h1 className="visually-hidden">Today</h1>
      {(questions.error ?? interviews.error ?? start.error) && (
        <Trouble error={questions.error ?? interviews.error ?? start.error} />
      )}
      {next && asked ? (
        <section className="next" aria-label="The next thing">
          <p className="label">
            {KIND_LABELS[asked.kind]}, {clock(asked.seconds)}
          </p>
          <h2 className="next-question">{asked.text}</h2>
          <p className="next-why soft">{next.why}</p>
          <div className="row">
            <ActionButton action={nextAction} look="primary large" />
            <ActionButton action={surpriseAction} look="large" />
          </div>
        </section>
      ) : (
        !questions.error && !interviews.error && <Waiting />
      )}

      <section className="kinds" aria-labelledby="kinds-title">
        <h2 id="kinds-title">Or choose the kind</h2>
        <ul className="kind-list">
          {KINDS.map((kind) => {
            const own = interviews.data?.filter(({ question }) => question.kind === kind) ?? [];
            const latest = own.find(({ verdict }) => verdict !== null)?.verdict;
            const times = questions.data?.filter((question) => question.kind === kind) ?? [];
            return (
              <li key={kind}>
                <Link to={`/ask/${kind}`} className="kind">
                  <span className="kind-name">{KIND_LABELS[kind]}</span>
                  <span className="kind-about">{KIND_ABOUT[kind]}</span>
                  <span className="kind-count">
                    {times.length > 0 && `${times.length} questions`}
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
