import type { InterviewSummary } from '@legible/app/contract/index';
import { KINDS, VERDICT_NAMES } from '@legible/judge/rubric';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { clock, day, KIND_LABELS, time, times } from '../../paper/names.ts';
import { interviewsQuery } from '../../server/queries.ts';
import { server } from '../../server/server.ts';
import { Confirm } from '../../shell/confirm.tsx';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { LoopsList } from '../loop/loops-list.tsx';
import { LevelsOverTime } from './levels-over-time.tsx';
import './history.css';

/** Every interview, and the levels over time. */
export function HistoryPage() {
  const queries = useQueryClient();
  const { data, error } = useQuery(interviewsQuery);
  const [kind, setKind] = useState('');
  const [doomed, setDoomed] = useState<InterviewSummary | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => server.deleteInterview({ params: { id } }),
    onSuccess: (_, id) => {
      queries.removeQueries({ queryKey: ['interview', id] });
      setDoomed(null);
      return queries.invalidateQueries({ queryKey: interviewsQuery.queryKey });
    },
  });
  const kinds = KINDS.filter((known) => data?.some(({ question }) => question.kind === known));
  const shown = data?.filter(({ question }) => kind === '' || question.kind === kind) ?? [];

  return (
    <Page title="History">
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      <LoopsList />
      {data?.length === 0 && (
        <div className="notice">
          <p>
            <strong>No interviews yet.</strong>
          </p>
          <p>
            <Link to="/">Answer one question</Link>. Its debrief stays here, and from the second answer on you see which
            levels move.
          </p>
        </div>
      )}
      {data && data.length > 0 && (
        <>
          <LevelsOverTime interviews={data} />
          <section aria-labelledby="all-title">
            <div className="row spread history-head">
              <h2 id="all-title">All interviews</h2>
              {kinds.length > 1 && (
                <label className="row small">
                  Kind
                  <select className="input" value={kind} onChange={(event) => setKind(event.target.value)}>
                    <option value="">All</option>
                    {kinds.map((known) => (
                      <option key={known} value={known}>
                        {KIND_LABELS[known]}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
            <ul className="interviews">
              {shown.map((interview) => (
                <li key={interview.id} className="interview">
                  <span className="interview-when">
                    {day(interview.startedAt)}
                    <br />
                    <span className="soft">{time(interview.startedAt)}</span>
                  </span>
                  <span>
                    <Link
                      className="interview-question"
                      to={interview.status === 'running' ? `/answer/${interview.id}` : `/debrief/${interview.id}`}
                    >
                      {interview.question.text}
                    </Link>
                    <span className="small soft interview-facts">
                      {KIND_LABELS[interview.question.kind]}
                      {interview.seconds !== null &&
                        `, ${clock(interview.seconds)} of ${clock(interview.question.seconds)}`}
                    </span>
                  </span>
                  <span className="interview-vote">
                    {interview.verdict ? VERDICT_NAMES[interview.verdict] : 'Not finished'}
                    {interview.interruptions > 0 && (
                      <span className="interview-stops">stopped {times(interview.interruptions)}</span>
                    )}
                    {interview.unsure && <span className="small soft"> (unsure)</span>}
                  </span>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => setDoomed(interview)}
                    aria-label={`Delete: ${interview.question.text}, ${day(interview.startedAt)} ${time(interview.startedAt)}`}
                  >
                    Delete
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <Confirm
        open={doomed !== null}
        title="Delete this interview?"
        busy={remove.isPending}
        error={remove.error}
        onYes={() => doomed && remove.mutate(doomed.id)}
        onClose={() => setDoomed(null)}
      >
        {doomed?.question.text} Its words, debrief and disputes go for good.
      </Confirm>
    </Page>
  );
}
