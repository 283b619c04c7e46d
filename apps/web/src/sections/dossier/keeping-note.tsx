import { Link } from '@tanstack/react-router';
import type { KeptDraft, Keeping } from './keep/keeper.ts';

const WORDS: Record<Keeping, string> = {
  kept: 'Kept',
  typing: 'Kept in this browser…',
  sending: 'Keeping…',
  unreachable: 'The server does not answer; kept in this browser',
  conflict: 'Another tab has written',
};

interface Props {
  readonly draft: KeptDraft;
  readonly documentId: string;
  readonly onChoose: (whose: 'mine' | 'theirs') => void;
}

/** Whether the words are on disk, and the choice to make where another tab wrote over the same version. */
export function KeepingNote({ draft, documentId, onChoose }: Props) {
  return (
    <>
      <span className="tiny soft" role="status" data-keeping={draft.keeping}>
        {WORDS[draft.keeping]}
      </span>
      {draft.conflict && (
        <div className="notice" role="alert">
          <p>
            <strong>Another tab saved version {draft.conflict.current}.</strong> Yours is kept as version{' '}
            {draft.conflict.keptAs}; neither is lost. Which goes on?
          </p>
          <p className="row">
            <button type="button" className="button" onClick={() => onChoose('mine')}>
              This text
            </button>
            <button type="button" className="button" onClick={() => onChoose('theirs')}>
              The other tab’s
            </button>
            <Link to={`/dossier/${documentId}/versions`}>Compare them first</Link>
          </p>
        </div>
      )}
      {draft.trouble !== '' && <p className="notice">{draft.trouble}</p>}
    </>
  );
}
