import { KINDS, VERDICT_NAMES } from '@legible/judge/rubric';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useActions } from '../../actions/store.ts';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { clock, KIND_ABOUT, KIND_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';
import { interviewsQuery, questionsQuery, useStartInterview } from '../../server/queries.ts';
import { NoSuchPage, Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { surprise } from './next-thing.ts';
import './today.css';

/** The questions of one kind. */
export function KindPage() {
  const wanted = usePathParam('kind');
  const kind = KINDS.find((known) => known === wanted);
  const navigate = useNavigate();
  const questions = useQuery(questionsQuery);
  const interviews = useQuery(interviewsQuery);
  const start = useStartInterview();
  const own = questions.data?.filter((question) => question.kind === kind) ?? [];
  const begin = async (questionId: string) => {
    const interview = await start.mutateAsync(questionId);
    await navigate({ to: `/answer/${interview.id}` });
  };
  const any: Action = {
    id: 'kind.any',
    label: 'Any of these',
    key: 's',
    group: 'Questions',
    enabled: own.length > 0 && !start.isPending,
    handler: () => {
      const question = surprise(interviews.data ?? [], own);
      if (question) void begin(question.id);
    },
  };
  useActions([any]);
  if (!kind) return <NoSuchPage />;
  return (
    <Page title={KIND_LABELS[kind]} intro={KIND_ABOUT[kind]}>
      {start.error && <Trouble error={start.error} />}
      {questions.error && <Trouble error={questions.error} />}
      {questions.isPending && <Waiting />}
      <ol className="question-list">
        {own.map((question) => {
          const before = interviews.data?.filter((interview) => interview.question.id === question.id) ?? [];
          const latest = before.find(({ verdict }) => verdict !== null)?.verdict;
          return (
            <li key={question.id}>
              <button
                type="button"
                className="question"
                disabled={start.isPending}
                onClick={() => void begin(question.id)}
              >
                <span className="question-text">{question.text}</span>
                <span className="small soft">
                  {clock(question.seconds)}. {question.signals.map((signal) => SIGNAL_LABELS[signal]).join(', ')}.
                  {latest ? ` Last vote: ${VERDICT_NAMES[latest]}.` : ''}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <ActionButton action={any} look="large" />
      {kind !== 'probe' && (
        <p className="small kind-cover">
          <Link to="/dossier/coverage">Which of these your dossier covers</Link>
        </p>
      )}
    </Page>
  );
}
