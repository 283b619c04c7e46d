import type { KeptDraft } from '../dossier/keep/keeper.ts';

const WORDS = {
  kept: 'Kept',
  typing: 'Kept in this browser…',
  sending: 'Keeping…',
  unreachable: 'The server does not answer; kept in this browser',
  conflict: 'Another tab has written',
} as const;

interface Props {
  readonly draft: KeptDraft;
  readonly onChoose: (whose: 'mine' | 'theirs') => void;
}

/** Whether the changes are on disk, and the choice to make where another tab wrote over the same version. */
export function Conflict({ draft, onChoose }: Props) {
  return (
    <>
      <span className="tiny soft" role="status" data-keeping={draft.keeping}>
        {WORDS[draft.keeping]}
      </span>
      {draft.conflict && (
        <div className="notice" role="alert">
          <p>
            <strong>Another tab saved this source too.</strong> Both are kept as versions. Which goes on?
          </p>
          <p className="row">
            <button type="button" className="button" onClick={() => onChoose('mine')}>
              What is here
            </button>
            <button type="button" className="button" onClick={() => onChoose('theirs')}>
              The other tab’s
            </button>
          </p>
        </div>
      )}
      {draft.trouble !== '' && <p className="notice">{draft.trouble}</p>}
    </>
  );
}
