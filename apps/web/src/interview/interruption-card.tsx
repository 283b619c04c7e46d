import type { Interruption } from '@legible/loop';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import type { Action } from '../actions/action.ts';
import { quotes } from '../paper/names.ts';
import { noteInterruption } from './latency.ts';
import { Manuscript } from './manuscript.tsx';
import type { ManuscriptHandle } from './manuscript.tsx';
import { useSpoken } from './speak.ts';

interface Props {
  readonly interruption: Interruption;
  readonly reply: string;
  readonly onReply: (text: string) => void;
  readonly answer: Action;
  readonly pushBack: Action;
  readonly speech: ReactNode;
  /** True while the candidate is still typing over it; the reply then waits for the keys. */
  readonly held: boolean;
}

/** The interviewer stops you: your words, and the question they provoke. */
export function InterruptionCard({ interruption, reply, onReply, answer, pushBack, speech, held }: Props) {
  const field = useRef<ManuscriptHandle>(null);
  const card = useRef<HTMLElement>(null);
  useSpoken(interruption.line);
  useLayoutEffect(() => noteInterruption(interruption.id), [interruption.id]);
  useEffect(() => {
    if (!held) field.current?.focus();
  }, [interruption.id, held]);
  useEffect(() => {
    const box = card.current?.getBoundingClientRect();
    if (box && (box.bottom > (visualViewport?.height ?? innerHeight) || box.top < 0))
      card.current?.scrollIntoView({ block: 'nearest' });
  }, [interruption.id]);
  return (
    <section className="stop-card" ref={card} aria-label="Interruption" data-interruption={interruption.id}>
      <div role="alert">
        <p className="stop-word">Stop there.</p>
        {!quotes(interruption.line, interruption.quote.text) && (
          <blockquote className="theirs stop-quote">“{interruption.quote.text}”</blockquote>
        )}
        <p className="stop-line">{interruption.line}</p>
      </div>
      <Manuscript
        handle={field}
        small
        label="Your reply to the interruption"
        placeholder="Answer it here, then go on."
        value={reply}
        onChange={onReply}
      />
      <div className="row">
        <ActionButton action={answer} look="stopped" />
        {pushBack.enabled !== false && <ActionButton action={pushBack} look="quiet" />}
        {speech}
      </div>
      {pushBack.enabled === false && <p className="tiny soft">You have held the floor once. This one you answer.</p>}
    </section>
  );
}
