import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';

/** A part of a stage: what it shows, and what to look for in it. */
export interface Piece {
  readonly id: string;
  readonly title: string;
  readonly look: ReactNode;
  readonly body: ReactNode;
}

interface Props {
  readonly pieces: readonly Piece[];
  /** The piece to show alone; null shows all, one under another. */
  readonly at: number | null;
  /** One piece on, or back. */
  readonly onMove: (by: 1 | -1) => void;
  readonly after?: After | undefined;
}

/** What comes after the last piece. */
export interface After {
  readonly label: string;
  readonly go: () => void;
  /** What has to be done first; '' where nothing has. */
  readonly waits?: string;
}

/** A stage, whole or one piece at a time. */
export function Pieces({ pieces, at, onMove, after }: Props) {
  if (at === null)
    return (
      <div className="lab-pieces">
        {pieces.map((piece) => (
          <section key={piece.id} className="stack" aria-labelledby={`piece-${piece.id}`}>
            <h3 id={`piece-${piece.id}`}>{piece.title}</h3>
            <p className="soft lab-prose">{piece.look}</p>
            {piece.body}
          </section>
        ))}
      </div>
    );
  return <OneByOne pieces={pieces} at={Math.min(at, pieces.length - 1)} onMove={onMove} after={after} />;
}

function OneByOne({ pieces, at, onMove, after }: Omit<Props, 'at'> & { readonly at: number }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const piece = pieces[at];
  const last = at === pieces.length - 1;
  useEffect(() => {
    // The first is announced by the page itself.
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [at]);
  const actions = useActions([
    {
      id: 'lab.next',
      label: last ? (after?.label ?? '') : 'Next',
      key: 'n',
      group: 'Lab',
      enabled: !last || (after !== undefined && !after.waits),
      handler: () => (last ? after?.go() : onMove(1)),
    },
    { id: 'lab.back', label: 'Back', key: 'b', group: 'Lab', enabled: at > 0, handler: () => onMove(-1) },
  ]);
  const [next, back] = actions;
  if (!piece) return null;
  return (
    <section className="stack lab-card" aria-labelledby={`piece-${piece.id}`}>
      <div className="label">
        {at + 1} of {pieces.length}
      </div>
      <h3 id={`piece-${piece.id}`} ref={heading} tabIndex={-1} className="lab-title">
        {piece.title}
      </h3>
      <p className="lab-prose">{piece.look}</p>
      {piece.body}
      <div className="row">
        {next && (!last || after) && <ActionButton action={next} look="primary" />}
        {back && at > 0 && <ActionButton action={back} look="quiet" />}
        {last && after?.waits && <span className="small soft">{after.waits}</span>}
      </div>
    </section>
  );
}
