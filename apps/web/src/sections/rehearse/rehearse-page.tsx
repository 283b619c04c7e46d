import { slotsOf, SIGNAL_WORDS, SLOT_ABOUT, type Due, type FatalGap } from '@legible/prep';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { day } from '../../paper/names.ts';
import { satLoopsQuery } from '../../server/loops.ts';
import { recordsQuery, type KeptItem } from '../../server/prep.ts';
import { interviewsQuery, questionsQuery, useStartInterview } from '../../server/queries.ts';
import { dueOf } from '../../server/reviews.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { leastAsked } from './least-asked.ts';
import './rehearse.css';

/** What is due to be said again, and everything that can be said. */
export function RehearsePage() {
  const navigate = useNavigate();
  const start = useStartInterview();
  const { data: records, error } = useQuery(recordsQuery);
  const { data: interviews } = useQuery(interviewsQuery);
  const { data: questions } = useQuery(questionsQuery);
  const { data: loops } = useQuery(satLoopsQuery);
  const [now] = useState(() => new Date().toISOString());
  const due = records && interviews && loops ? dueOf(records, interviews, loops, now) : [];
  const written = records?.items ?? [];
  const fresh = written.filter(({ id }) => !due.some(({ key }) => key === `item:${id}`));
  const ready = due.filter(({ overdue }) => overdue);
  const begin = (one: Due | undefined) => {
    if (!one) return;
    const [kind, about = ''] = one.key.split(/:(.*)/s);
    if (kind === 'item') void navigate({ to: `/rehearse/${about}` });
    else if (kind === 'lab') void navigate({ to: '/lab' });
    else {
      const question = leastAsked(interviews ?? [], questions ?? [], about as FatalGap);
      if (question)
        void start
          .mutateAsync(question.id)
          .then(({ id }) => navigate({ to: `/answer/${id}` }))
          .catch(() => undefined);
    }
  };
  const first = ready[0];
  const [go] = useActions([
    {
      id: 'rehearse.first',
      label: first ? `Start: ${nameOf(first, written)}` : 'Nothing is due',
      key: 'n',
      group: 'Rehearse',
      enabled: first !== undefined && !start.isPending,
      handler: () => begin(first),
    },
  ]);
  return (
    <Page
      title="Rehearse"
      intro="Out loud, against the clock, without looking at the draft. What you were about to lose comes back first."
    >
      {(error ?? start.error) && <Trouble error={error ?? start.error} />}
      {!records && !error && <Waiting />}
      {records && (
        <>
          {first && go && <ActionButton action={go} look="primary large" />}
          {due.length > 0 && (
            <section className="due">
              <h2>What comes back, and when</h2>
              <ul className="due-list">
                {due.map((one) => (
                  <li key={one.key} className="due-row">
                    <button type="button" className="due-name" onClick={() => begin(one)}>
                      {nameOf(one, written)}
                    </button>
                    <span className="small soft">
                      {one.overdue ? <strong>due now</strong> : `due ${day(one.due)}`}
                      {', '}
                      {Math.round(one.recall * 100)} in 100 that it holds today, last at {one.last.level.toFixed(1)} of
                      3
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {fresh.length > 0 && (
            <section className="due">
              <h2>Never said aloud</h2>
              <ul className="due-list">
                {fresh.map(({ id, title, item }) => (
                  <li key={id} className="due-row">
                    <Link to={`/rehearse/${id}`} className="due-name">
                      {title === '' ? 'Untitled' : title}
                    </Link>
                    <span className="small soft">
                      {slotsOf(item)
                        .map((slot) => SLOT_ABOUT[slot].label)
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {written.length === 0 && (
            <p>
              There is nothing to say yet. <Link to="/dossier">Write the transition story</Link>; it takes three
              quarters of an hour.
            </p>
          )}
        </>
      )}
    </Page>
  );
}

function nameOf({ key }: Due, items: readonly KeptItem[]): string {
  const [kind, about = ''] = key.split(/:(.*)/s);
  if (kind === 'item') return items.find(({ id }) => id === about)?.title || 'Untitled';
  if (kind === 'lab') return `A run in the lab: ${about}`;
  return `A question on ${SIGNAL_WORDS[about as FatalGap]}`;
}
