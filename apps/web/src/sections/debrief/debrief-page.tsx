import type { Interview } from '@legible/app/contract/index';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { clock, day, KIND_LABELS, plural, quotes, time, times } from '../../paper/names.ts';
import { interviewQuery, useStartInterview } from '../../server/queries.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { Turn } from './turn.tsx';
import { Vote } from './vote.tsx';
import './debrief.css';

/** What the panel says of one interview, beside the words it is about. */
export function DebriefPage() {
  const id = usePathParam('id');
  const { data, error } = useQuery(interviewQuery(id));
  if (data?.result) return <Debrief interview={data} />;
  if (data?.status === 'running') return <Navigate to={`/answer/${id}`} replace />;
  return (
    <Page title="Debrief" heading={false}>
      {error ? <Trouble error={error} /> : <Waiting />}
    </Page>
  );
}

function Debrief({ interview }: { readonly interview: Interview }) {
  const navigate = useNavigate();
  const start = useStartInterview();
  const begin = async (questionId: string) => {
    const next = await start.mutateAsync(questionId);
    await navigate({ to: `/answer/${next.id}` });
  };
  const again: Action = {
    id: 'debrief.again',
    label: 'Again, the same question',
    key: 'a',
    group: 'This debrief',
    handler: () => void begin(interview.question.id),
  };
  const others: Action = {
    id: 'debrief.others',
    label: 'Another of this kind',
    key: 'n',
    group: 'This debrief',
    handler: () => void navigate({ to: `/ask/${interview.question.kind}` }),
  };
  useActions([again, others]);

  const { result, question } = interview;
  if (!result) return null;
  const [first, ...followUps] = result.turns;
  if (!first) return null;
  const pace = result.seconds > 0 ? Math.round((result.words / result.seconds) * 60) : 0;
  return (
    <Page title={question.text} heading={false}>
      <header className="debrief-head">
        <p className="label">
          {KIND_LABELS[question.kind]}, {day(interview.startedAt)} {time(interview.startedAt)}
        </p>
        <h1>{question.text}</h1>
        <p className="soft small">
          {clock(result.seconds)} of {clock(question.seconds)}, {plural(result.words, 'word')}, {pace} a minute.{' '}
          {result.interruptions.length === 0
            ? 'You were not stopped.'
            : `You were stopped ${times(result.interruptions.length)}.`}
        </p>
        <DeliveryLine interview={interview} result={result} />
      </header>
      <Vote turn={first} />
      <Turn interview={interview} turn={first} index={0} interruptions={result.interruptions} />
      {followUps.map((turn, index) => (
        <section
          className="follow-up-turn"
          key={turn.question.id + String(index)}
          aria-label={`Follow-up ${index + 1}`}
        >
          <p className="label">Follow-up {index + 1}</p>
          {!quotes(turn.question.text, turn.quote) && (
            <blockquote className="theirs soft follow-up-quote">“{turn.quote}”</blockquote>
          )}
          <h2>{turn.question.text}</h2>
          <Turn interview={interview} turn={turn} index={index + 1} interruptions={[]} />
        </section>
      ))}
      <div className="row debrief-end no-print">
        <ActionButton action={again} look="primary large" />
        <ActionButton action={others} look="large" />
        <Link className="button quiet large" to="/history">
          All interviews
        </Link>
      </div>
      {start.error && <Trouble error={start.error} />}
    </Page>
  );
}
