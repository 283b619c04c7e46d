import type { GradedAnswer } from '@legible/app/contract/index';
import { KINDS, SIGNALS } from '@legible/judge/rubric';
import type { QuestionKind, SignalId } from '@legible/judge/rubric';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { KIND_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { Comparison } from './comparison.tsx';
import { GradeForm } from './grade-form.tsx';
import './panel.css';

const nextQuery = (kind: QuestionKind | '', signal: SignalId | '') =>
  queryOptions({
    queryKey: ['panel', 'next', kind, signal],
    queryFn: () => server.nextPanelAnswer({ query: { ...(kind && { kind }), ...(signal && { signal }) } }),
    staleTime: Infinity,
  });
const gradesQuery = queryOptions({
  queryKey: ['panel', 'grades'],
  queryFn: () => server.listGrades({ query: { limit: 1 } }),
});

/** Grade an answer, then see what the panel gave it: learning to hear the difference. */
export function PanelPage() {
  const queries = useQueryClient();
  const [kind, setKind] = useState<QuestionKind | ''>('');
  const [signal, setSignal] = useState<SignalId | ''>('');
  const [graded, setGraded] = useState<GradedAnswer | null>(null);
  const next = useQuery(nextQuery(kind, signal));
  const grades = useQuery(gradesQuery);

  const onGraded = (result: GradedAnswer) => {
    setGraded(result);
    void queries.invalidateQueries({ queryKey: gradesQuery.queryKey });
    scrollTo(0, 0);
  };
  const onNext = async () => {
    await queries.resetQueries({ queryKey: ['panel', 'next'] });
    setGraded(null);
    scrollTo(0, 0);
  };

  return (
    <Page
      title="Sit on the panel"
      intro="Grade an answer before you see what the panel gave it. Hearing the difference is half of learning to speak it. The next answer is chosen for what you get wrong."
    >
      {next.error && <Trouble error={next.error} />}
      <div className="panel">
        <div className="panel-main">
          {graded ? (
            <Comparison graded={graded} onNext={() => void onNext()} />
          ) : next.data?.answer ? (
            <GradeForm
              key={next.data.answer.id}
              answer={next.data.answer}
              because={next.data.because}
              onGraded={onGraded}
            />
          ) : next.data ? (
            <p className="notice">You have graded every answer of this choice. Choose another kind or signal.</p>
          ) : (
            !next.error && <Waiting />
          )}
        </div>
        <aside className="panel-side" aria-label="Your agreement and the choice of answers">
          {grades.data && <AgreementTable agreement={grades.data.agreement} />}
          {!graded && (
            <div className="panel-choice">
              <label className="stack">
                <span className="label">Kind of question</span>
                <select
                  className="input"
                  value={kind}
                  onChange={(event) => setKind(event.target.value as QuestionKind | '')}
                >
                  <option value="">Any</option>
                  {KINDS.map((known) => (
                    <option key={known} value={known}>
                      {KIND_LABELS[known]}
                    </option>
                  ))}
                </select>
              </label>
              <label className="stack">
                <span className="label">Signal to train</span>
                <select
                  className="input"
                  value={signal}
                  onChange={(event) => setSignal(event.target.value as SignalId | '')}
                >
                  <option value="">What I get wrong</option>
                  {SIGNALS.map((known) => (
                    <option key={known} value={known}>
                      {SIGNAL_LABELS[known]}
                    </option>
                  ))}
                </select>
              </label>
              {next.data && <p className="tiny soft">{next.data.left} answers left to grade.</p>}
            </div>
          )}
        </aside>
      </div>
    </Page>
  );
}
