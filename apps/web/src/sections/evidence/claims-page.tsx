import type { Document } from '@legible/app/contract/index';
import { type Claim, type Evidence, missingHalves, parseEvidence } from '@legible/prep/evidence/index';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { useDraft } from '../dossier/keep/use-draft.ts';
import { ClaimCard } from './claim-card.tsx';
import { Conflict } from './conflict.tsx';
import { evidenceQuery, toJson } from './kept-evidence.ts';
import { OtherLines } from './other-lines.tsx';
import './evidence.css';

/** The claims of one source, to be confirmed, reworded, completed or rejected. */
export function ClaimsPage() {
  const id = usePathParam('id');
  const { data, error } = useQuery({
    queryKey: ['document', id],
    queryFn: () => server.getDocument({ params: { id } }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  if (data) return <Claims key={id} document={data} />;
  return (
    <Page title="Claims" heading={false}>
      {error ? <Trouble error={error} /> : <Waiting />}
    </Page>
  );
}

function Claims({ document }: { readonly document: Document }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, keeper] = useDraft(document);
  const read = useMemo(() => bodyOf(draft.content.body), [draft.content.body]);
  // An open question of an outline leads to its claim.
  const asked = useRouterState({ select: ({ location }) => new URLSearchParams(location.searchStr).get('claim') });
  const [current, setCurrent] = useState<string | null>(asked);
  const cards = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (asked !== null) cards.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(asked)}"]`)?.focus();
  }, [asked]);
  useEffect(() => () => void queries.invalidateQueries({ queryKey: evidenceQuery.queryKey }), [queries]);
  const evidence = 'reason' in read ? null : read;
  const claims = evidence?.claims ?? [];
  const at = Math.max(
    0,
    claims.findIndex(({ id }) => id === current),
  );
  const shown = claims[at];

  const write = (next: Evidence) => keeper.write({ title: draft.content.title, body: JSON.stringify(toJson(next)) });
  const change = (claim: Claim) =>
    evidence && write({ ...evidence, claims: evidence.claims.map((one) => (one.id === claim.id ? claim : one)) });
  const show = (claim: Claim | undefined) => {
    if (!claim) return;
    setCurrent(claim.id);
    cards.current?.querySelector<HTMLElement>(`[data-claim="${claim.id}"]`)?.focus();
  };
  const decide = (claim: Claim | undefined, state: Claim['state']) => {
    if (!claim) return;
    change({ ...claim, state });
    // A rejected claim is done with; a confirmed one still has halves to be told.
    if (state === 'rejected' || (state === 'confirmed' && missingHalves(claim.text).length === 0))
      show(claims.find((one, index) => index > at && one.state === 'open'));
  };
  const add = (line: number, text: string) => {
    if (!evidence) return;
    const used = evidence.claims.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
    const claim: Claim = { id: `c${Math.max(0, ...used) + 1}`, line, state: 'confirmed', text, answers: {} };
    write({ ...evidence, claims: [...evidence.claims, claim].toSorted((a, b) => a.line - b.line) });
    setCurrent(claim.id);
  };
  const [, , , , outline] = useActions([
    ...(['confirmed', 'rejected'] as const).map((state) => ({
      id: `claims.${state}`,
      label: state === 'confirmed' ? 'Confirm this claim' : 'Reject this claim',
      key: state === 'confirmed' ? 'c' : 'x',
      group: 'This source',
      enabled: shown !== undefined,
      handler: () => decide(shown, state),
    })),
    {
      id: 'claims.next',
      label: 'Next claim',
      key: 'j',
      group: 'This source',
      handler: () => show(claims[current === null ? 0 : at + 1]),
    },
    { id: 'claims.before', label: 'Claim before', key: 'k', group: 'This source', handler: () => show(claims[at - 1]) },
    {
      id: 'claims.outline',
      label: 'Outline a story',
      key: 'o',
      group: 'This source',
      enabled: claims.some(({ state }) => state === 'confirmed'),
      handler: () => void keeper.save().then(() => navigate({ to: '/evidence/outline' })),
    },
  ]);

  if (evidence === null)
    return (
      <Page title="Claims">
        <p className="notice">
          <strong>This source cannot be read.</strong> {'reason' in read && read.reason}
        </p>
      </Page>
    );
  const of = (state: Claim['state']) => claims.filter((claim) => claim.state === state).length;
  return (
    <Page
      title={draft.content.title}
      kicker={<Link to="/evidence">Evidence</Link>}
      intro="Confirm what is true and yours; put it in your own words; answer what it leaves out. What you do not confirm is never used."
    >
      <div className="row claims-head">
        <p>
          <strong>{of('open')} open</strong>, {of('confirmed')} confirmed, {of('rejected')} rejected
        </p>
        {outline && <ActionButton action={outline} look={of('open') === 0 ? 'primary' : ''} />}
        <Conflict draft={draft} onChoose={(whose) => void keeper.choose(whose)} />
      </div>
      {claims.length === 0 && (
        <p className="notice">
          No line claims anything that a panel would ask about: no decision, no figure, no system, no failure. Choose
          lines below, or bring in notes on what happened at work.
        </p>
      )}
      <ol className="claims" ref={cards}>
        {claims.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            line={evidence.lines.find(({ number }) => number === claim.line)}
            current={claim.id === shown?.id}
            onShow={() => setCurrent(claim.id)}
            onChange={change}
            onDecide={(state) => decide(claim, state)}
          />
        ))}
      </ol>
      <OtherLines evidence={evidence} onAdd={add} />
    </Page>
  );
}

function bodyOf(json: string): Evidence | { readonly reason: string } {
  try {
    return parseEvidence(JSON.parse(json));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
