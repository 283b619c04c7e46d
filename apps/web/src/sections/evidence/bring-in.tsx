import { linesOfNotes } from '@legible/prep/evidence/index';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { brought } from './download.ts';
import { evidenceQuery, keepSource } from './kept-evidence.ts';

/** A file or pasted notes come in; the lines are read, and the claims in them wait to be gone through. */
export function BringIn({ first }: { readonly first: boolean }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const [notes, setNotes] = useState('');
  const [said, setSaid] = useState<readonly string[]>([]);
  const opened = async (id: string, remarks: readonly string[]) => {
    await queries.invalidateQueries({ queryKey: evidenceQuery.queryKey });
    setSaid(remarks);
    if (remarks.length === 0) await navigate({ to: `/evidence/${id}` });
  };
  const file = useMutation({
    mutationFn: async (chosen: File) => {
      const { format, lines, notes: remarks } = await server.readFile({ body: await brought(chosen) });
      const { kept } = await queries.fetchQuery(evidenceQuery);
      const same = kept.find(({ evidence }) => JSON.stringify(evidence.lines) === JSON.stringify(lines));
      if (same)
        return {
          id: same.id,
          remarks: [`These lines are here already, as “${same.title}”. Nothing was brought in twice.`],
        };
      return { id: await keepSource(chosen.name.slice(0, 300), format, lines), remarks };
    },
    onSuccess: ({ id, remarks }) => opened(id, remarks),
  });
  const paste = useMutation({
    mutationFn: async (text: string) => {
      const lines = linesOfNotes(text);
      const [line] = lines;
      if (line === undefined) throw new Error('There are no words in the notes.');
      return keepSource(`Notes: ${line.text.slice(0, 60)}`, 'notes', lines);
    },
    onSuccess: (id) => {
      setNotes('');
      return opened(id, []);
    },
  });
  const busy = file.isPending || paste.isPending;
  const [choose] = useActions([
    {
      id: 'evidence.file',
      label: 'Choose a file',
      key: 'i',
      group: 'Evidence',
      enabled: !busy,
      handler: () => chooser.current?.click(),
    },
  ]);
  const error = file.error ?? paste.error;
  return (
    <section aria-labelledby="bring-title" className="bring">
      <h2 id="bring-title">{first ? 'Begin with your resume' : 'Bring in more'}</h2>
      <p className="soft small">
        PDF, Word (.docx), JSON Resume, plain text or Markdown. It is read on this machine and sent nowhere.
      </p>
      <div className="row">
        {choose && <ActionButton action={choose} look={first ? 'primary' : ''} />}
        {busy && (
          <span role="status" className="soft">
            Reading…
          </span>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        className="visually-hidden"
        aria-label="Resume or notes as a file"
        tabIndex={-1}
        accept=".pdf,.docx,.json,.txt,.text,.md,.markdown"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) file.mutate(chosen);
        }}
      />
      {error && <Trouble error={error} />}
      {said.map((remark) => (
        <p className="notice" role="status" key={remark}>
          {remark}
        </p>
      ))}
      <label className="stack bring-notes">
        <span className="label">Or paste notes: what happened at work, one thing a line</span>
        <textarea
          className="textarea theirs"
          rows={first ? 5 : 3}
          value={notes}
          onChange={(event) => setNotes(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={busy || notes.trim() === ''}
        onClick={() => paste.mutate(notes)}
      >
        Look for claims in the notes
      </button>
    </section>
  );
}
