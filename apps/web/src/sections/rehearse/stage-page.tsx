import {
  countWords,
  isPasted,
  parseItem,
  questionOf,
  secondsOf,
  tellingsOf,
  textOf,
  type Item,
  type Rehearsal,
  type Telling,
} from '@legible/prep';
import type { Document } from '@legible/app/contract/index';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { clock } from '../../paper/names.ts';
import { usePace } from '../../server/pace.ts';
import { dayOfInstant, forgetRecords, recordsQuery, todayHere } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { seenToday } from '../dossier/seen.ts';
import { HeardView } from './heard-view.tsx';
import { SayDesk } from './say-desk.tsx';
import './rehearse.css';

const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['rehearse-item', id],
    queryFn: () => server.getDocument({ params: { id } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** One item, said against the clock; then what was dropped, what was added, and how it was heard. */
export function StagePage() {
  const id = usePathParam('id');
  const { data, error } = useQuery(itemQuery(id));
  const { data: records } = useQuery(recordsQuery);
  const item = useMemo(() => (data ? readItem(data) : null), [data]);
  const trouble = error ?? (item instanceof Error ? item : null);
  if (trouble)
    return (
      <Page title="This cannot be rehearsed">
        <Trouble error={trouble} />
        <p>
          <Link to="/rehearse">What else there is to say</Link>
        </p>
      </Page>
    );
  if (!data || item === null || item instanceof Error || !records)
    return (
      <Page title="Rehearse" heading={false}>
        <Waiting />
      </Page>
    );
  return <Stage key={id} document={data} item={item} rehearsals={records.rehearsals} />;
}

function readItem({ type, body }: Document): Item | Error {
  try {
    return parseItem(type, body);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Props {
  readonly document: Document;
  readonly item: Item;
  readonly rehearsals: readonly Rehearsal[];
}

function Stage({ document, item, rehearsals }: Props) {
  const { id, title, version, savedAt } = document;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const written = tellingsOf(item).filter((telling) => textOf(item, telling).trim() !== '');
  const [telling, setTelling] = useState<Telling>(written[0] ?? tellingsOf(item)[0] ?? 'text');
  const [heard, setHeard] = useState<{ rehearsal: Rehearsal; pasted: boolean } | null>(null);
  // Taken once: the comparison shows the draft, and what is said after it is warm.
  const [cold, setCold] = useState(
    () =>
      !seenToday(id) &&
      dayOfInstant(savedAt) !== todayHere() &&
      !rehearsals.some((one) => one.item === id && one.day === todayHere()),
  );
  const question = questionOf(item, telling);
  const pace = usePace();
  const [leave, again] = useActions([
    {
      id: 'rehearse.leave',
      label: 'Leave',
      key: 'Alt+l',
      group: 'Rehearse',
      handler: () => void navigate({ to: '/rehearse' }),
    },
    {
      id: 'rehearse.again',
      label: 'Say it again',
      key: 'Alt+a',
      group: 'Rehearse',
      enabled: heard !== null,
      handler: () => {
        setHeard(null);
        setCold(false);
      },
    },
  ]);
  return (
    <Page title={title} heading={false}>
      <div className="stage">
        <div className="row spread">
          <span className="label">
            {title}
            {heard === null && (cold ? ', cold' : ', with the draft seen today')}
          </span>
          {leave && <ActionButton action={leave} look="quiet" />}
        </div>
        <h1 className="asked">{question.text}</h1>
        {heard === null ? (
          <>
            {tellingsOf(item).length > 1 && (
              <fieldset className="choice-row">
                <legend className="visually-hidden">Which telling</legend>
                {tellingsOf(item).map((one) => (
                  <label key={one}>
                    <input type="radio" name="telling" checked={telling === one} onChange={() => setTelling(one)} />{' '}
                    {one === 'short' ? 'In a minute' : 'In three minutes'}
                  </label>
                ))}
              </fieldset>
            )}
            {!cold && (
              <p className="small soft">
                You have seen the draft today, so this one is practice. Only what holds cold, on two days, counts as
                ready.
              </p>
            )}
            <SayDesk
              key={`${telling}`}
              itemId={id}
              question={question}
              onSaid={async ({ said, seconds, spoken, judgment }) => {
                // The clock of what is typed measures typing: what counts is how long it would take to say.
                const told = spoken ? seconds : secondsOf(said, pace);
                const pasted = !spoken && isPasted(countWords(said), seconds);
                const at = new Date().toISOString();
                const rehearsal: Rehearsal = {
                  item: id,
                  version,
                  telling,
                  question: question.id,
                  at,
                  day: todayHere(),
                  said,
                  seconds: Math.round(told * 10) / 10,
                  allowed: question.seconds,
                  spoken,
                  cold: cold && !pasted,
                  verdict: judgment.verdict,
                  verdictSet: judgment.verdictSet,
                  signals: judgment.signals.map(({ signal, level, set }) => ({ signal, level, set })),
                  faults: judgment.findings.map(({ fault }) => fault),
                };
                await server.saveDocument({
                  params: { id: crypto.randomUUID() },
                  body: {
                    type: 'rehearsal',
                    title: `${title}, ${clock(told)}`.slice(0, 300),
                    body: JSON.parse(JSON.stringify(rehearsal)) as never,
                    baseVersion: 0,
                  },
                });
                await forgetRecords(queries);
                setHeard({ rehearsal, pasted });
              }}
            />
          </>
        ) : (
          <>
            <HeardView draft={textOf(item, telling)} rehearsal={heard.rehearsal} pasted={heard.pasted} />
            <div className="row">
              {again && <ActionButton action={again} look="primary" />}
              <Link to={`/dossier/${id}`} className="button">
                Mend the draft
              </Link>
              <Link to="/" className="button quiet">
                Today’s list
              </Link>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
