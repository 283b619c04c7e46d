import type { Document } from '@legible/app/contract/index';
import {
  parseItem,
  questionOf,
  SLOT_ABOUT,
  slotsOf,
  tellingsOf,
  textOf,
  withText,
  type Item,
  type Telling,
} from '@legible/prep';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { usePace } from '../../server/pace.ts';
import { forgetRecords, toJson } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { DeleteItem } from './delete-item.tsx';
import type { WordsEditorHandle } from './editor/words-editor.tsx';
import { FactsEditor } from './facts-editor.tsx';
import { ItemChoices } from './item-choices.tsx';
import { recoverDrafts, type Recovered } from './keep/unsent-drafts.ts';
import { useDraft } from './keep/use-draft.ts';
import { KeepingNote } from './keeping-note.tsx';
import { markSeen } from './seen.ts';
import { TellingDesk } from './telling-desk.tsx';
import { useReading } from './use-reading.ts';
import './dossier.css';

/** What lost tabs had not sent goes first, so that it cannot be written over unseen; then the document as it is. */
const openQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier-item', id],
    queryFn: async (): Promise<{ document: Document; recovered: readonly Recovered[] }> => {
      const recovered = await recoverDrafts(id);
      return { document: await server.getDocument({ params: { id } }), recovered };
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** One item of the dossier on the desk: its facts, its tellings, what is missing and what would be stopped. */
export function WorkshopPage() {
  const id = usePathParam('id');
  const { data, error } = useQuery(openQuery(id));
  const item = useMemo(() => (data ? readItem(data.document) : null), [data]);
  if (error)
    return (
      <Page title="This draft cannot be opened">
        <Trouble error={error} />
      </Page>
    );
  if (!data || item === null)
    return (
      <Page title="Workshop" heading={false}>
        <Waiting />
      </Page>
    );
  if (item instanceof Error)
    return (
      <Page title="This draft cannot be read">
        <Trouble error={item} />
        <p>
          It is kept as it is. <Link to={`/dossier/${id}/versions`}>Go back to an earlier version</Link>.
        </p>
      </Page>
    );
  return <Workshop key={id} document={{ ...data.document, body: toJson(item.body) }} recovered={data.recovered} />;
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
  readonly recovered: readonly Recovered[];
}

function Workshop({ document, recovered }: Props) {
  const { id, type } = document;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, keeper] = useDraft(document);
  const { title, body } = draft.content;
  const item = useMemo(() => parseItem(type, JSON.parse(body)), [type, body]);
  const readings = useReading(item);
  const pace = usePace();
  const desks = useRef(new Map<Telling, WordsEditorHandle>());
  const [removing, setRemoving] = useState(false);
  useEffect(() => {
    markSeen(id);
    return () => void forgetRecords(queries);
  }, [id, queries]);

  const register = useCallback((telling: Telling, handle: WordsEditorHandle | null) => {
    if (handle) desks.current.set(telling, handle);
    else desks.current.delete(telling);
  }, []);
  // Reads what stands from the keeper, so that it stays the same function and only the desk that changed is drawn.
  const write = useCallback(
    (telling: Telling, text: string) => {
      const now = keeper.view().content;
      const next = withText(parseItem(type, JSON.parse(now.body)), telling, text);
      keeper.write({ title: now.title, body: JSON.stringify(next.body) });
    },
    [keeper, type],
  );
  const become = (next: Item) => keeper.write({ title, body: JSON.stringify(next.body) });
  const marks = tellingsOf(item).flatMap((telling) =>
    (readings[telling]?.strikes ?? []).map((strike) => ({ telling, strike })),
  );
  const at = useRef(-1);
  const [rehearse, nextMark, versions] = useActions([
    {
      id: 'workshop.rehearse',
      label: 'Say it aloud',
      key: 'Alt+r',
      group: 'Workshop',
      handler: () => {
        void keeper.save();
        void navigate({ to: `/rehearse/${id}` });
      },
    },
    {
      id: 'workshop.next-mark',
      label: 'Next mark',
      key: 'Alt+n',
      group: 'Workshop',
      enabled: marks.length > 0,
      handler: () => {
        at.current = (at.current + 1) % marks.length;
        const mark = marks[at.current];
        if (mark) desks.current.get(mark.telling)?.show(mark.strike.from, mark.strike.to);
      },
    },
    {
      id: 'workshop.versions',
      label: 'Versions',
      key: 'Alt+o',
      group: 'Workshop',
      handler: () => {
        void keeper.save();
        void navigate({ to: `/dossier/${id}/versions` });
      },
    },
  ]);
  const slots = slotsOf(item);
  return (
    <Page title={title === '' ? 'Untitled' : title} heading={false}>
      <h1 className="visually-hidden">{title === '' ? 'Untitled' : title}</h1>
      <div className="workshop">
        <div className="workshop-top">
          <div className="row spread">
            <span className="label">{slots.map((slot) => SLOT_ABOUT[slot].label).join(', ')}</span>
            <KeepingNote draft={draft} documentId={id} onChoose={(whose) => void keeper.choose(whose)} />
          </div>
          <input
            className="workshop-title"
            aria-label="Title"
            value={title}
            maxLength={300}
            placeholder="Name it, so that you find it"
            onChange={(event) => keeper.write({ title: event.target.value, body })}
          />
          <p className="small soft">{SLOT_ABOUT[slots[0] ?? 'transition'].about}</p>
          <div className="row">
            {rehearse && <ActionButton action={rehearse} look="primary" />}
            {nextMark && marks.length > 0 && <ActionButton action={nextMark} />}
            {versions && <ActionButton action={versions} />}
            <button type="button" className="button quiet" onClick={() => setRemoving(true)}>
              Delete
            </button>
          </div>
        </div>
        {recovered.map(({ beside, trouble }) => (
          <p className="notice" key={String(beside)} role="status">
            {trouble !== ''
              ? `Words of a closed tab are still in this browser, because the server would not take them: ${trouble}`
              : beside === null
                ? 'A tab was closed before your last words were sent. They are here.'
                : `A tab was closed before its words were sent, and another had written on. They are kept as version ${beside}.`}{' '}
            {beside !== null && <Link to={`/dossier/${id}/versions`}>Compare them</Link>}
          </p>
        ))}
        <ItemChoices item={item} onChange={become} />
        {item.type === 'story' && (
          <FactsEditor story={item.body} onChange={(body) => become({ type: 'story', body })} />
        )}
        <div className={item.type === 'story' ? 'tellings' : 'tellings one'}>
          {tellingsOf(item).map((telling) => (
            <TellingDesk
              key={telling}
              telling={telling}
              text={textOf(item, telling)}
              seconds={questionOf(item, telling).seconds}
              asked={questionOf(item, telling).text}
              reading={readings[telling] ?? null}
              pace={pace}
              register={register}
              onChange={write}
            />
          ))}
        </div>
      </div>
      <DeleteItem
        id={id}
        title={title}
        open={removing}
        onClose={() => setRemoving(false)}
        onDeleted={() => keeper.abandon()}
      />
    </Page>
  );
}
