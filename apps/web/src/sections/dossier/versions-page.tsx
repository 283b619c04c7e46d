import type { DocumentVersion } from '@legible/app/contract/index';
import { differenceOf, parseItem, sittingsOf, tellingsOf, textOf, type Item } from '@legible/prep';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LevelScale } from '../../paper/level-scale.tsx';
import { day, plural, SIGNAL_LABELS, time, verdictWords } from '../../paper/names.ts';
import { forgetRecords } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { useVersionLevels } from './use-version-levels.ts';
import './dossier.css';

const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: async () => {
      const [{ versions, current }, { type }] = await Promise.all([
        server.listDocumentVersions({ params: { id } }),
        server.getDocument({ params: { id } }),
      ]);
      return { versions, current, type };
    },
    staleTime: 0,
  });

const minutesBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 60_000;

function itemOf(type: string, { body }: DocumentVersion): Item | null {
  try {
    return parseItem(type, body);
  } catch {
    // An old version in another form is still listed and can be restored; it has no text to compare.
    return null;
  }
}

/** Every draft that was kept, what each changed, how the judge read it, and the way back to it. */
export function VersionsPage() {
  const id = usePathParam('id');
  const queries = useQueryClient();
  const { data, error } = useQuery(versionsQuery(id));
  const [chosen, setChosen] = useState<number | null>(null);
  const restore = useMutation({
    mutationFn: async (version: DocumentVersion) => {
      if (!data) return;
      await server.saveDocument({
        params: { id },
        body: { type: data.type, title: version.title, body: version.body, baseVersion: data.current },
      });
    },
    onSuccess: () => setChosen(null),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: versionsQuery(id).queryKey });
      await forgetRecords(queries);
    },
  });
  const sittings = data ? sittingsOf(data.versions, minutesBetween) : [];
  const levels = useVersionLevels(
    data?.type ?? '',
    sittings.map(({ last }) => last),
  );
  if (error)
    return (
      <Page title="Versions">
        <Trouble error={error} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Versions">
        <Waiting />
      </Page>
    );
  const current = data.versions.find(({ version }) => version === data.current);
  const selected = data.versions.find(({ version }) => version === (chosen ?? sittings[0]?.last.version));
  const before =
    selected && sittings.find(({ versions }) => versions.some(({ version }) => version === selected.version));
  // A whole sitting is compared with what stood before it, one save of it with the save before.
  const from = selected?.version === before?.last.version ? before?.versions[0]?.parent : selected?.parent;
  const base = data.versions.find(({ version }) => version === from);
  return (
    <Page
      title={`Versions of “${current?.title ?? ''}”`}
      intro={
        <>
          Nothing you wrote is thrown away. <Link to={`/dossier/${id}`}>Back to the draft</Link>
        </>
      }
    >
      {restore.error && <Trouble error={restore.error} />}
      <div className="versions">
        <ol className="version-list" aria-label="Versions, newest first">
          {sittings.map(({ last, versions }) => {
            const reading = levels.get(last.version);
            const isCurrent = versions.some(({ version }) => version === data.current);
            return (
              <li key={last.version} className="version">
                <button
                  type="button"
                  className="version-name"
                  aria-pressed={selected?.version === last.version}
                  onClick={() => setChosen(last.version)}
                >
                  {day(last.savedAt)}, {time(last.savedAt)}
                  {isCurrent && ' (now)'}
                </button>
                <p className="tiny soft">
                  Version {last.version}
                  {versions.length > 1 && `, ${plural(versions.length, 'save')} in one sitting`}
                  {last.version !== data.current &&
                    !isCurrent &&
                    last.parent !== last.version - 1 &&
                    ', written beside another'}
                </p>
                {versions.length > 1 && (
                  <details className="tiny">
                    <summary>Each save</summary>
                    <ul className="save-list">
                      {versions.toReversed().map(({ version, savedAt }) => (
                        <li key={version}>
                          <button
                            type="button"
                            className="link"
                            aria-pressed={selected?.version === version}
                            onClick={() => setChosen(version)}
                          >
                            Version {version}, {time(savedAt)}
                          </button>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
                {reading && (
                  <>
                    <p className="small">{verdictWords(reading.verdict, reading.verdictSet)}</p>
                    <ul className="draft-levels">
                      {reading.signals.map(({ signal, level, set }) => (
                        <li key={signal}>
                          <span className="tiny">{SIGNAL_LABELS[signal]}</span> <LevelScale level={level} set={set} />
                          <span className="visually-hidden">{level} of 3</span>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </li>
            );
          })}
        </ol>
        {selected && (
          <section className="version-difference" aria-label="What it changed">
            <div className="row spread">
              <h2>{base ? `What changed since version ${base.version}` : 'The first version'}</h2>
              {selected.version !== data.current && (
                <button
                  type="button"
                  className="button"
                  disabled={restore.isPending}
                  onClick={() => restore.mutate(selected)}
                >
                  Restore version {selected.version}
                </button>
              )}
            </div>
            <Difference before={base ? itemOf(data.type, base) : null} after={itemOf(data.type, selected)} />
          </section>
        )}
      </div>
    </Page>
  );
}

const HEADING = { short: 'In a minute', long: 'In three minutes', text: '' } as const;

function Difference({ before, after }: { readonly before: Item | null; readonly after: Item | null }) {
  if (after === null)
    return <p className="soft">This version is in a form that cannot be shown; it can be restored.</p>;
  return (
    <>
      {tellingsOf(after).map((telling) => {
        const changes = differenceOf(before ? textOf(before, telling) : '', textOf(after, telling));
        return (
          <div key={telling}>
            {HEADING[telling] !== '' && <h3>{HEADING[telling]}</h3>}
            {changes.every(({ kind }) => kind === 'same') ? (
              <p className="small soft">{textOf(after, telling) === '' ? 'Empty.' : 'No word changed.'}</p>
            ) : null}
            <p className="theirs difference">
              {changes.map(({ kind, text }, index) =>
                kind === 'gone' ? (
                  <del key={index}>{text}</del>
                ) : kind === 'new' ? (
                  <ins key={index}>{text}</ins>
                ) : (
                  <span key={index}>{text}</span>
                ),
              )}
            </p>
          </div>
        );
      })}
    </>
  );
}
