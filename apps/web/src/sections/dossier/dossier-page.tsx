import { readinessOf, SLOT_ABOUT, SLOTS, slotsOf, type Slot } from '@legible/prep';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { day } from '../../paper/names.ts';
import { STATE_WORDS } from '../../paper/readiness-words.ts';
import { forgetRecords, recordsQuery, todayHere } from '../../server/prep.ts';
import { useCreateItem } from '../../server/use-task.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { recoverDrafts, type Recovered } from './keep/unsent-drafts.ts';
import './dossier.css';

/** What one walks in with: each place, what fills it, and what stands in its way. */
export function DossierPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data, error } = useQuery(recordsQuery);
  const [recovered, setRecovered] = useState<readonly Recovered[]>([]);
  useEffect(() => {
    recoverDrafts().then(
      (found) => {
        setRecovered(found);
        if (found.length > 0) void forgetRecords(queries);
      },
      // The server cannot be reached: they stay where they are, and the page says that it does not answer.
      () => undefined,
    );
  }, [queries]);
  const creating = useCreateItem();
  const write = (slot: Slot) =>
    void creating
      .mutateAsync(slot)
      .then((id) => navigate({ to: `/dossier/${id}` }))
      .catch(() => undefined);
  const slots = data ? readinessOf(data.items, data.rehearsals, todayHere()) : [];
  const first = slots.find(({ state }) => state === 'missing')?.slot;
  const [next, evidence, files, coverage, role] = useActions([
    {
      id: 'dossier.next',
      label: first ? `Write the next: ${SLOT_ABOUT[first].label.toLowerCase()}` : 'Everything is written',
      key: 'n',
      group: 'Dossier',
      enabled: first !== undefined && !creating.isPending,
      handler: () => first && write(first),
    },
    {
      id: 'dossier.evidence',
      label: 'Evidence',
      key: 'e',
      group: 'Dossier',
      handler: () => void navigate({ to: '/evidence' }),
    },
    {
      id: 'dossier.files',
      label: 'Bring in or take out',
      key: 'i',
      group: 'Dossier',
      handler: () => void navigate({ to: '/evidence/files' }),
    },
    {
      id: 'dossier.coverage',
      label: 'Which questions are covered',
      key: 'c',
      group: 'Dossier',
      handler: () => void navigate({ to: '/dossier/coverage' }),
    },
    {
      id: 'dossier.role',
      label: 'Which role fits',
      key: 'r',
      group: 'Dossier',
      handler: () => void navigate({ to: '/dossier/role-fit' }),
    },
  ]);
  return (
    <Page
      title="Dossier"
      intro="What you walk in with, in your own words. Write it, say it aloud, and find out whether it holds."
    >
      {(error ?? creating.error) && <Trouble error={error ?? creating.error} />}
      {!data && !error && <Waiting />}
      {recovered.map(({ document, type, title, beside, trouble }) => (
        <p className="notice" role="status" key={`${document}-${beside}`}>
          Words of “{title}” that a closed tab had not sent are{' '}
          <Link to={type === 'evidence' ? `/evidence/${document}` : `/dossier/${document}`}>back</Link>
          {trouble !== ''
            ? `, but the server would not take them: ${trouble}`
            : beside === null
              ? '.'
              : `, as version ${beside} beside the one another tab wrote.`}
        </p>
      ))}
      {data && data.items.length === 0 && (
        <p className="dossier-first">
          Begin with what you can show: <Link to="/evidence">bring in your resume and notes</Link>. Or write at once.
        </p>
      )}
      {data && (
        <>
          <div className="row dossier-actions">
            {next && first && <ActionButton action={next} look="primary" />}
            {evidence && <ActionButton action={evidence} />}
            {files && <ActionButton action={files} />}
            {coverage && <ActionButton action={coverage} />}
            {role && <ActionButton action={role} />}
          </div>
          <ul className="slot-list">
            {SLOTS.map((slot) => {
              const own = data.items.filter(({ item }) => slotsOf(item).includes(slot));
              const standing = slots.find((one) => one.slot === slot);
              return (
                <li key={slot} className="slot">
                  <div>
                    <h2>{SLOT_ABOUT[slot].label}</h2>
                    <p className="small soft">{SLOT_ABOUT[slot].about}</p>
                  </div>
                  <div>
                    {own.map((item) => (
                      <p key={item.id}>
                        <Link to={`/dossier/${item.id}`} className="theirs slot-item">
                          {item.title === '' ? 'Untitled' : item.title}
                        </Link>{' '}
                        <span className="tiny soft">{day(item.savedAt)}</span>
                      </p>
                    ))}
                    {standing && own.length > 0 && (
                      <p className="small">
                        <strong>{STATE_WORDS[standing.state]}.</strong> <span className="soft">{standing.breaks}</span>
                      </p>
                    )}
                    <button
                      type="button"
                      className={own.length === 0 ? 'button' : 'link tiny'}
                      disabled={creating.isPending}
                      onClick={() => write(slot)}
                    >
                      {own.length === 0 ? 'Write it' : 'Write another'}
                      <span className="visually-hidden">: {SLOT_ABOUT[slot].label}</span>
                    </button>
                  </div>
                </li>
              );
            })}
          </ul>
          {data.unreadable.length > 0 && (
            <section>
              <h2>What cannot be read</h2>
              <ul>
                {data.unreadable.map(({ id, title, reason }) => (
                  <li key={id}>
                    <strong>{title}</strong>: {reason}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Page>
  );
}
