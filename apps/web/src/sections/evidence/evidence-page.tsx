import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { day, plural } from '../../paper/names.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { BringIn } from './bring-in.tsx';
import { DeleteSource } from './delete-source.tsx';
import { evidenceQuery, type KeptEvidence } from './kept-evidence.ts';
import './evidence.css';

/** What was brought in, and how much of it the user stands behind. */
export function EvidencePage() {
  const navigate = useNavigate();
  const { data, error } = useQuery(evidenceQuery);
  const [doomed, setDoomed] = useState<Pick<KeptEvidence, 'id' | 'title'> | null>(null);
  const count = (state: string) =>
    data?.kept.flatMap(({ evidence }) => evidence.claims).filter((claim) => claim.state === state).length ?? 0;
  const [confirmed, open] = [count('confirmed'), count('open')];
  const next = data?.kept.find(({ evidence }) => evidence.claims.some(({ state }) => state === 'open'));
  const [go, outline, files] = useActions([
    {
      id: 'evidence.next',
      label: `Go through ${plural(open, 'open claim')}`,
      key: 'n',
      group: 'Evidence',
      enabled: next !== undefined,
      handler: () => next && void navigate({ to: `/evidence/${next.id}` }),
    },
    {
      id: 'evidence.outline',
      label: 'Outline a story',
      key: 'o',
      group: 'Evidence',
      enabled: confirmed > 0,
      handler: () => void navigate({ to: '/evidence/outline' }),
    },
    {
      id: 'evidence.files',
      label: 'In and out',
      key: 'x',
      group: 'Evidence',
      handler: () => void navigate({ to: '/evidence/files' }),
    },
  ]);
  const started = data !== undefined && data.kept.length > 0;
  return (
    <Page
      title="Evidence"
      intro="Bring in your resume and your notes. You say which lines are true and what they leave out; stories are made of that and of nothing else."
    >
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      {started && (
        <div className="row evidence-actions">
          {go && next && <ActionButton action={go} look="primary" />}
          {outline && confirmed > 0 && <ActionButton action={outline} look={next ? '' : 'primary'} />}
          {files && <ActionButton action={files} />}
        </div>
      )}
      {started && (
        <ul className="sources">
          {data.kept.map((kept) => (
            <Source key={kept.id} kept={kept} onDelete={() => setDoomed(kept)} />
          ))}
        </ul>
      )}
      {data?.unreadable.map(({ id, title, reason }) => (
        <p className="notice" key={id}>
          <strong>“{title}” cannot be read:</strong> {reason}{' '}
          <button type="button" className="button quiet" onClick={() => setDoomed({ id, title })}>
            Delete it
          </button>
        </p>
      ))}
      {data && <BringIn first={!started} />}
      {data && !started && files && (
        <p className="small soft evidence-other">
          A dossier or drills that you took out before come back under <Link to="/evidence/files">In and out</Link>.
        </p>
      )}
      <DeleteSource source={doomed} onClose={() => setDoomed(null)} />
    </Page>
  );
}

function Source({ kept, onDelete }: { readonly kept: KeptEvidence; readonly onDelete: () => void }) {
  const { id, title, savedAt, evidence } = kept;
  const of = (state: string) => evidence.claims.filter((claim) => claim.state === state).length;
  return (
    <li className="source">
      <div>
        <Link to={`/evidence/${id}`} className="source-name">
          {title}
        </Link>
        <span className="small soft source-facts">
          {plural(evidence.lines.length, 'line')}, {day(savedAt)}
        </span>
      </div>
      <p>
        {evidence.claims.length === 0 ? (
          <span className="soft">No line in it claims anything that a panel would ask about.</span>
        ) : (
          <>
            <strong>{of('confirmed')} confirmed</strong>, {of('open')} open, {of('rejected')} rejected
          </>
        )}
      </p>
      <button type="button" className="button quiet" onClick={onDelete} aria-label={`Delete ${title}`}>
        Delete
      </button>
    </li>
  );
}
