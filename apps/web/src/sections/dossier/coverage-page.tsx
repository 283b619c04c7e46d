import { coverageOf, isOnSubject, questionKindsOf, tellingFor } from '@legible/prep';
import { fullBank } from '@legible/corpus';
import { KINDS } from '@legible/judge/rubric';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { KIND_LABELS } from '../../paper/names.ts';
import { recordsQuery } from '../../server/prep.ts';
import { questionsQuery, useStartInterview } from '../../server/queries.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { useJudgments } from './use-judgments.ts';
import './dossier.css';

const COVERS = new Map(fullBank.map(({ id, covers }) => [id, covers]));

/** Which questions of the bank the dossier answers, and which stand uncovered. */
export function CoveragePage() {
  const navigate = useNavigate();
  const start = useStartInterview();
  const { data: records, error } = useQuery(recordsQuery);
  const { data: questions, error: noQuestions } = useQuery(questionsQuery);
  const pairs = useMemo(
    () =>
      (records?.items ?? []).flatMap(({ id, item }) =>
        (questions ?? [])
          .filter(({ kind }) => questionKindsOf(item).includes(kind))
          .map((question) => ({ key: `${id} ${question.id}`, text: tellingFor(item, question), question }))
          .filter(
            ({ text, question }) =>
              text.trim() !== '' &&
              isOnSubject(
                text,
                { ...question, covers: COVERS.get(question.id) ?? [] },
                (questions ?? []).filter(({ kind }) => kind === question.kind),
              ),
          ),
      ),
    [records, questions],
  );
  const judgments = useJudgments(pairs);
  const done = judgments.size >= pairs.length;
  const byText = new Map(pairs.map(({ key, text, question }) => [`${question.id}\n${text}`, judgments.get(key)]));
  const covered =
    records && questions && done
      ? coverageOf(
          records.items,
          questions
            .filter(({ kind }) => kind !== 'probe')
            .map((question) => ({ ...question, covers: COVERS.get(question.id) ?? [] })),
          (text, question) => {
            const found = byText.get(`${question.id}\n${text}`);
            if (!found) throw new Error(`Question ${question.id} was not judged.`);
            return found;
          },
        )
      : null;
  const answered = covered?.filter(({ by }) => by.some(({ how }) => how === 'answers')).length ?? 0;
  return (
    <Page
      title="Which questions are covered"
      intro="Each draft is tried on the questions whose subject it is about. “Answers” means that the judge would vote yes; “starts” that it is on the question and falls short."
    >
      {(error ?? noQuestions ?? start.error) && <Trouble error={error ?? noQuestions ?? start.error} />}
      {!covered && !error && !noQuestions && <Waiting />}
      {covered && (
        <>
          <p>
            <strong>
              {answered} of {covered.length} questions answered.
            </strong>{' '}
            {records?.items.length === 0 && (
              <>
                Nothing is written yet. <Link to="/dossier">Write the first</Link>.
              </>
            )}
          </p>
          {KINDS.filter((kind) => kind !== 'probe').map((kind) => {
            const own = covered.filter(({ question }) => question.kind === kind);
            const open = own.filter(({ by }) => by.length === 0).length;
            return (
              <section key={kind} className="cover">
                <h2>
                  {KIND_LABELS[kind]}{' '}
                  <span className="small soft">
                    {open === 0 ? 'none uncovered' : `${open} of ${own.length} uncovered`}
                  </span>
                </h2>
                <ul className="cover-list">
                  {own.map(({ question, by }) => (
                    <li key={question.id} className={by.length === 0 ? 'cover-row open' : 'cover-row'}>
                      <p>{question.text}</p>
                      {by.length === 0 ? (
                        <p className="small">
                          <strong>Uncovered.</strong>{' '}
                          <button
                            type="button"
                            className="link"
                            disabled={start.isPending}
                            onClick={() =>
                              void start
                                .mutateAsync(question.id)
                                .then(({ id }) => navigate({ to: `/answer/${id}` }))
                                .catch(() => undefined)
                            }
                          >
                            Answer it cold<span className="visually-hidden">: {question.text}</span>
                          </button>
                        </p>
                      ) : (
                        <p className="small soft">
                          {by.slice(0, 3).map(({ id, title, how }, index) => (
                            <span key={id}>
                              {index > 0 && ', '}
                              <Link to={`/dossier/${id}`}>{title === '' ? 'Untitled' : title}</Link> {how}
                            </span>
                          ))}
                        </p>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      )}
    </Page>
  );
}
