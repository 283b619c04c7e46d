import { AlertDialog } from '@base-ui/react/alert-dialog';
import { archive } from '@legible/app/contract/index';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { plural } from '../../paper/names.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';

/** Everything in one file out, in again, or gone. */
export function YourData() {
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [erasing, setErasing] = useState(false);
  const [typed, setTyped] = useState('');

  const take = useMutation({
    mutationFn: async () => {
      const everything = await server.exportArchive();
      save(`legible-${everything.exportedAt.slice(0, 10)}.json`, everything);
      return everything.interviews.length;
    },
    onSuccess: (count) => setSaid(`Saved: ${plural(count, 'interview')} and all that goes with them.`),
  });
  const takeDisputes = useMutation({
    mutationFn: async () => {
      const { disputes } = await server.listDisputes();
      save('legible-disputes.json', disputes);
      return disputes.length;
    },
    onSuccess: (count) => setSaid(`Saved: ${plural(count, 'dispute')}.`),
  });
  const bring = useMutation({
    mutationFn: async (chosen: File) => {
      const content: unknown = await chosen
        .text()
        .then((text) => JSON.parse(text))
        .catch(() => {
          throw new Error(`${chosen.name} is not JSON. Choose a file that this page exported.`);
        });
      const parsed = archive.safeParse(content);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new Error(
          `${chosen.name} is not an export of Legible: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong shape'}.`,
        );
      }
      return server.importArchive({ query: { mode: 'merge' }, body: parsed.data });
    },
    onSuccess: ({ added, kept }) => {
      setSaid(
        `Added ${plural(added.interviews, 'interview')}, ${plural(added.loops, 'loop')}, ${plural(added.documents, 'document')}, ${plural(added.disputes, 'dispute')}, ${plural(added.panelGrades, 'panel grade')}. ${kept === 0 ? 'Nothing was here before.' : `${kept} were here already and stay as they are.`}`,
      );
      return queries.invalidateQueries();
    },
  });
  const erase = useMutation({
    mutationFn: () => server.eraseEverything({ query: { confirm: 'erase' } }),
    onSuccess: async () => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('legible.outbox.')) localStorage.removeItem(key);
      setErasing(false);
      setTyped('');
      setSaid('Everything is erased.');
      queries.clear();
      await queries.invalidateQueries();
    },
  });

  const group = 'Your data';
  const exportAll: Action = {
    id: 'data.export',
    label: 'Export everything',
    key: 'e',
    group,
    enabled: !take.isPending,
    handler: () => take.mutate(),
  };
  const importFile: Action = {
    id: 'data.import',
    label: 'Import a file',
    key: 'i',
    group,
    enabled: !bring.isPending,
    handler: () => file.current?.click(),
  };
  const exportDisputes: Action = {
    id: 'data.disputes',
    label: 'Export disputes as training data',
    group,
    handler: () => takeDisputes.mutate(),
  };
  const eraseAll: Action = { id: 'data.erase', label: 'Erase everything…', group, handler: () => setErasing(true) };
  useActions([exportAll, importFile, exportDisputes, eraseAll]);
  const error = take.error ?? bring.error ?? takeDisputes.error;

  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">Your data</h2>
      <p className="soft small">
        All of it is in one file on this machine, in the data folder that the server printed when it started. Nothing is
        sent anywhere.
      </p>
      <div className="row data-actions">
        <ActionButton action={exportAll} />
        <ActionButton action={importFile} />
        <ActionButton action={exportDisputes} />
        <ActionButton action={eraseAll} />
      </div>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        className="visually-hidden"
        aria-label="File to import"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) bring.mutate(chosen);
        }}
      />
      <p role="status" className="small">
        {said}
      </p>
      {error && <Trouble error={error} />}
      <AlertDialog.Root open={erasing} onOpenChange={setErasing}>
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="backdrop" />
          <AlertDialog.Popup className="dialog">
            <AlertDialog.Title>Erase everything?</AlertDialog.Title>
            <AlertDialog.Description>
              Every interview, dispute, panel grade and document goes for good, and is overwritten on disk. Export first
              if you may want any of it.
            </AlertDialog.Description>
            <label className="stack">
              <span className="small">Type “erase” to go on</span>
              <input
                className="input"
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
            {erase.error && <Trouble error={erase.error} />}
            <div className="row">
              <button
                type="button"
                className="button primary"
                disabled={typed.trim().toLowerCase() !== 'erase' || erase.isPending}
                onClick={() => erase.mutate()}
              >
                Erase it all
              </button>
              <AlertDialog.Close className="button">Keep it</AlertDialog.Close>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </section>
  );
}

function save(name: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
