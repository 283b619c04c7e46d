import type { Quote } from '@legible/judge';
import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Ref } from 'react';
import { noteInput } from './latency.ts';

export interface ManuscriptHandle {
  readonly focus: () => void;
  /** Distance of the struck words from the top of the manuscript, in pixels. */
  readonly topOfMark: () => number | null;
}

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** Words that an interruption is about, underlined in red under the caret. */
  readonly struck?: readonly Quote[];
  readonly handle?: Ref<ManuscriptHandle>;
  readonly describedBy?: string;
  readonly small?: boolean;
}

/**
 * Where a candidate's words are typed or heard: a plain text field, so that spelling, undo, dictation and every
 * assistive tool work as the user knows them, laid over a copy of its text that carries the red pen and sets its height.
 */
export function Manuscript({
  value,
  onChange,
  label,
  placeholder,
  readOnly,
  struck = [],
  handle,
  describedBy,
  small,
}: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const under = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => ({
    focus: () => {
      const node = field.current;
      node?.focus({ preventScroll: true });
      node?.setSelectionRange(node.value.length, node.value.length);
    },
    topOfMark: () => {
      const mark = under.current?.querySelector('mark:last-of-type')?.getClientRects()[0];
      const box = under.current?.getBoundingClientRect();
      return mark && box ? mark.top - box.top : null;
    },
  }));

  // Keeps the line being written on the screen as the field grows.
  useLayoutEffect(() => {
    const node = field.current;
    if (!node || document.activeElement !== node || node.selectionEnd !== node.value.length) return;
    const { bottom } = node.getBoundingClientRect();
    const room = (visualViewport?.height ?? innerHeight) - 120;
    if (bottom > room) scrollBy(0, bottom - room);
  }, [value]);

  const sorted = struck.toSorted((a, b) => a.from - b.from);
  const pieces = [];
  let at = 0;
  for (const quote of sorted) {
    if (quote.from < at || quote.to <= quote.from) continue;
    pieces.push(value.slice(at, quote.from), <mark key={quote.from}>{value.slice(quote.from, quote.to)}</mark>);
    at = quote.to;
  }
  pieces.push(value.slice(at));

  return (
    <div className={`manuscript theirs ${small ? 'small-hand' : ''}`}>
      <div className="manuscript-under" aria-hidden="true" ref={under}>
        {pieces}
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck
        autoCapitalize="sentences"
        maxLength={20_000}
        onInput={() => noteInput(performance.now())}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
