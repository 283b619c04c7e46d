import type { SignalId } from '@legible/judge';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { paragraphsOf, runsOf } from './marks.ts';
import type { Mark, Run } from './marks.ts';

/** A note in the margin, tied to the words under the mark of the same id. */
export interface Note {
  readonly id: string;
  readonly number: number;
  readonly tone: 'red' | 'green' | 'ink';
  readonly at: number;
  readonly body: ReactNode;
}

/** What somebody else said between two stretches of the text. */
export interface Interjection {
  /** Offset at which the next stretch begins. */
  readonly at: number;
  readonly line: string;
  readonly outcome: string;
}

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
  readonly interjections?: readonly Interjection[];
  /** The signal whose evidence is lit, and the note that is. */
  readonly litSignal?: SignalId | null;
  readonly litNote?: string | null;
  readonly onLightNote?: (id: string | null) => void;
  readonly id?: string;
  readonly label: string;
}

/** A person's words with ink on them and notes beside them; on a narrow page the notes follow their paragraph. */
export function Transcript({
  text,
  marks,
  notes,
  interjections = [],
  litSignal,
  litNote,
  onLightNote,
  id,
  label,
}: Props) {
  const root = useAlignedNotes(`${text}\n${notes.map((note) => note.id).join()}`);
  const paragraphs = paragraphsOf(text);
  return (
    <div className={`transcript ${litSignal ? 'lighting' : ''}`} ref={root} id={id} role="group" aria-label={label}>
      {paragraphs.map(({ from, to }, index) => {
        const last = index === paragraphs.length - 1;
        const own = notes.filter(({ at }) => at >= (index === 0 ? 0 : from) && (last || at < to));
        return (
          <div className="paragraph" key={from}>
            {interjections
              .filter(({ at }) => at >= (paragraphs[index - 1]?.to ?? 0) && at <= from)
              .map(({ at, line, outcome }) => (
                <p className="interjection" key={`${at}-${line}`}>
                  <span className="label">{outcome}</span> {line}
                </p>
              ))}
            <span className="paragraph-number" aria-hidden="true">
              {index + 1}
            </span>
            <p className="theirs said" data-from={from}>
              {runsOf(text, marks, from, to).map((run) => (
                <Ink key={run.from} run={run} litSignal={litSignal} litNote={litNote} onLightNote={onLightNote} />
              ))}
            </p>
            {own.length > 0 && (
              <div className="notes">
                {own.map((note) => (
                  <aside
                    key={note.id}
                    className={`note ${note.tone} ${litNote === note.id ? 'lit' : ''}`}
                    data-note={note.id}
                    aria-label={`Note ${note.number}`}
                    onMouseEnter={() => onLightNote?.(note.id)}
                    onMouseLeave={() => onLightNote?.(null)}
                  >
                    <span className="note-number">{note.number}</span>
                    <div>{note.body}</div>
                  </aside>
                ))}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface InkProps {
  readonly run: Run;
  readonly litSignal: SignalId | null | undefined;
  readonly litNote: string | null | undefined;
  readonly onLightNote: ((id: string | null) => void) | undefined;
}

function Ink({ run, litSignal, litNote, onLightNote }: InkProps) {
  if (run.marks.length === 0) return run.text;
  const fault = run.marks.find(({ kind }) => kind === 'fault');
  const lit = run.marks.some(
    ({ kind, signal, id }) => (kind === 'evidence' && signal === litSignal) || (id === litNote && kind !== 'evidence'),
  );
  const kinds = [...new Set(run.marks.map(({ kind }) => kind))];
  return (
    <>
      <mark
        className={`ink ${kinds.join(' ')} ${lit ? 'lit' : ''}`}
        data-mark={fault?.id ?? run.marks[0]?.id}
        data-signals={run.marks.map(({ signal }) => signal ?? '').join(' ')}
        onMouseEnter={fault && (() => onLightNote?.(fault.id))}
        onMouseLeave={fault && (() => onLightNote?.(null))}
      >
        {run.marks.some(({ kind, from }) => kind === 'deciding' && from === run.from) && (
          <span className="bracket" aria-hidden="true">
            [
          </span>
        )}
        {run.text}
        {run.ending.some(({ kind }) => kind === 'deciding') && (
          <span className="bracket" aria-hidden="true">
            ]
          </span>
        )}
      </mark>
      {run.ending
        .filter(({ note }) => note !== undefined)
        .map((mark, index) => (
          <sup className={`ref ${mark.kind}`} key={mark.id}>
            <span className="visually-hidden">note </span>
            {index > 0 && ', '}
            {mark.note}
          </sup>
        ))}
    </>
  );
}

/** Sets each note level with its words, pushing down what would overlap. Without room for a margin, they flow. */
function useAlignedNotes(key: string): React.RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = root.current;
    if (!node) return;
    const align = () => {
      const notes = [...node.querySelectorAll<HTMLElement>('[data-note]')];
      const inMargin = notes[0] !== undefined && getComputedStyle(notes[0]).position === 'absolute';
      let floor = 0;
      const top = node.getBoundingClientRect().top;
      for (const note of notes) {
        if (!inMargin) {
          note.style.top = '';
          continue;
        }
        const words = node.querySelector(`[data-mark="${CSS.escape(note.dataset['note'] ?? '')}"]`);
        const paragraph = note.closest('.paragraph');
        const wanted = ((words ?? paragraph)?.getClientRects()[0]?.top ?? top) - top;
        const placed = Math.max(wanted, floor);
        note.style.top = `${placed}px`;
        note.toggleAttribute('data-level', placed - wanted < 2);
        floor = placed + note.offsetHeight + 14;
      }
      node.style.minHeight = inMargin ? `${floor}px` : '';
    };
    align();
    const observer = new ResizeObserver(align);
    observer.observe(node);
    void document.fonts.ready.then(align);
    return () => observer.disconnect();
  }, [key]);
  return root;
}
