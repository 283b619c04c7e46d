import { slotsOf, SLOT_ABOUT } from '@legible/prep';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { day } from '../../paper/names.ts';
import { recordsQuery } from '../../server/prep.ts';
import { lastOfDue, nameOfDue, useDue, useOpenDue } from '../../server/use-due.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import './rehearse.css';

/** What is due to be said again, and everything that can be said. */
export function RehearsePage() {
  const { data: records } = useQuery(recordsQuery);
  const { due, error } = useDue();
  const opening = useOpenDue();
  const written = records?.items ?? [];
  const fresh = written.filter(({ id }) => !due.some(({ key }) => key === `item:${id}`));
  const first = due.find(({ overdue }) => overdue);
  const [go] = useActions([
    {
      id: 'rehearse.first',
      label: first && records ? `Start: ${nameOfDue(first, records)}` : 'Nothing is due',
      key: 'n',
      group: 'Rehearse',
      enabled: first !== undefined && !opening.busy,
      handler: () => first && opening.open(first),
    },
  ]);
  return (
    <Page
      title="Rehearse"
      intro="Out loud, against the clock, without looking at the draft. What you were about to lose comes back first, the drills you got wrong among it."
    >
      {(error ?? opening.error) && <Trouble error={error ?? opening.error} />}
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
                    <button type="button" className="due-name" onClick={() => opening.open(one)}>
                      {nameOfDue(one, records)}
                    </button>
                    <span className="small soft">
                      {one.overdue ? <strong>due today</strong> : `due ${day(one.due)}`}
                      {', '}
                      {Math.round(one.recall * 100)} in 100 that it holds today, {lastOfDue(one)}
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
