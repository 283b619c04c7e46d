import type { TakenFile } from '@legible/app/contract/index';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { plural } from '../../paper/names.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { brought, download } from './download.ts';
import './evidence.css';

/** The dossier and the drills as files: out, and in again. */
export function FilesPage() {
  const queries = useQueryClient();
  const [said, setSaid] = useState<readonly string[]>([]);
  const take = useMutation({
    mutationFn: (get: () => Promise<TakenFile>) => get(),
    onSuccess: (file) => {
      download(file);
      setSaid([`${file.name} is saved.`, ...file.notes]);
    },
  });
  const bringDossier = useMutation({
    mutationFn: async (file: File) => server.importDossier({ body: await brought(file) }),
    onSuccess: async ({ documents }) => {
      const of = (outcome: string) => documents.filter((one) => one.outcome === outcome).length;
      setSaid([
        `${plural(documents.length, 'document')} read: ${of('added')} added, ${of('updated')} brought up to date as a new version, ${of('same')} as they were.`,
      ]);
      await queries.invalidateQueries();
    },
  });
  const bringDrills = useMutation({
    mutationFn: async (file: File) => server.importDrills({ body: await brought(file) }),
    onSuccess: ({ added, updated, same }) =>
      setSaid([
        `${plural(added + updated + same, 'drill')} read: ${added} added, ${updated} changed, ${same} as they were.`,
      ]),
  });
  const dossierFile = useRef<HTMLInputElement>(null);
  const drillsFile = useRef<HTMLInputElement>(null);
  const busy = take.isPending || bringDossier.isPending || bringDrills.isPending;
  const shared = { group: 'In and out', enabled: !busy };
  const dossier = useActions([
    {
      id: 'files.pdf',
      label: 'Dossier as PDF',
      key: 'p',
      ...shared,
      handler: () => take.mutate(() => server.exportDossier({ query: { format: 'pdf' } })),
    },
    {
      id: 'files.markdown',
      label: 'Dossier as Markdown',
      key: 'm',
      ...shared,
      handler: () => take.mutate(() => server.exportDossier({ query: { format: 'markdown' } })),
    },
    {
      id: 'files.json',
      label: 'Dossier as JSON',
      key: 'j',
      ...shared,
      handler: () => take.mutate(() => server.exportDossier({ query: { format: 'json' } })),
    },
    {
      id: 'files.dossier-in',
      label: 'Bring a dossier back',
      key: 'i',
      ...shared,
      handler: () => dossierFile.current?.click(),
    },
  ]);
  const drills = useActions([
    {
      id: 'files.anki',
      label: 'Drills for Anki',
      key: 'a',
      ...shared,
      handler: () => take.mutate(() => server.exportDrills({ query: { format: 'anki' } })),
    },
    {
      id: 'files.drills-json',
      label: 'Drills as JSON',
      key: 'd',
      ...shared,
      handler: () => take.mutate(() => server.exportDrills({ query: { format: 'json' } })),
    },
    {
      id: 'files.drills-in',
      label: 'Bring drills back',
      key: 'k',
      ...shared,
      handler: () => drillsFile.current?.click(),
    },
  ]);
  const error = take.error ?? bringDossier.error ?? bringDrills.error;
  return (
    <Page
      title="In and out"
      kicker={<Link to="/evidence">Evidence</Link>}
      intro="What you take out here comes back here as it was, and so does what you changed in it."
    >
      <section className="files-part" aria-labelledby="dossier-files">
        <h2 id="dossier-files">The dossier</h2>
        <p className="small soft">
          Your stories, narratives and scripts. The PDF is for printing and carries the dossier inside it, so that it
          can be brought back too. A document that is here already becomes a new version; the old one stays.
        </p>
        <div className="row">
          {dossier.map((one) => (
            <ActionButton key={one.id} action={one} />
          ))}
        </div>
        <Chooser
          input={dossierFile}
          label="Dossier to bring back"
          accept=".pdf,.md,.markdown,.json"
          onChoose={bringDossier.mutate}
        />
      </section>
      <section className="files-part" aria-labelledby="drill-files">
        <h2 id="drill-files">Drills</h2>
        <p className="small soft">
          Cards of the questions, of the debrief library, and of the words at which you were stopped. In Anki choose
          File, Import; a card that is imported again keeps its schedule.
        </p>
        <div className="row">
          {drills.map((one) => (
            <ActionButton key={one.id} action={one} />
          ))}
        </div>
        <Chooser input={drillsFile} label="Drills to bring back" accept=".txt,.json" onChoose={bringDrills.mutate} />
      </section>
      <div role="status">
        {said.map((line) => (
          <p key={line} className="small">
            {line}
          </p>
        ))}
      </div>
      {error && <Trouble error={error} />}
      <p className="small soft files-all">
        Everything at once, interviews and lab runs with it, goes out and in under{' '}
        <Link to="/settings">settings and data</Link>.
      </p>
    </Page>
  );
}

interface ChooserProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

function Chooser({ input, label, accept, onChoose }: ChooserProps) {
  return (
    <input
      ref={input}
      type="file"
      className="visually-hidden"
      aria-label={label}
      tabIndex={-1}
      accept={accept}
      onChange={(event) => {
        const chosen = event.target.files?.[0];
        event.target.value = '';
        if (chosen) onChoose(chosen);
      }}
    />
  );
}
