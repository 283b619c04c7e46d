import type { FollowUp, Interruption } from '@legible/loop';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { Manuscript } from '../../interview/manuscript.tsx';
import type { ManuscriptHandle } from '../../interview/manuscript.tsx';
import { OtherWords } from '../../interview/other-words.tsx';
import { useSpoken } from '../../interview/speak.ts';
import type { Delivery } from '../../interview/outbox.ts';
import { quotes } from '../../paper/names.ts';

const DELIVERY: Record<Delivery, string> = {
  kept: 'Kept',
  sending: 'Keeping…',
  unreachable: 'The server does not answer; kept in this page',
  elsewhere: 'Not kept',
};

/** Whether the words are on disk. */
export function Delivered({ delivery }: { readonly delivery: Delivery }) {
  return (
    <span className="tiny soft delivery" data-delivery={delivery}>
      {DELIVERY[delivery]}
    </span>
  );
}

/** Interruptions that are over, as notes in the margin. */
export function Settled({ interruptions }: { readonly interruptions: readonly Interruption[] }) {
  const over = interruptions.filter(({ status }) => status !== 'open');
  if (over.length === 0) return null;
  return (
    <ul className="settled">
      {over.map(({ id, line, reply, status }) => (
        <li key={id}>
          <p className="settled-line">{line}</p>
          {status === 'held' ? <p className="soft">You held the floor.</p> : <p className="theirs">{reply}</p>}
        </li>
      ))}
    </ul>
  );
}

interface FollowUpsProps {
  readonly followUps: readonly FollowUp[];
  readonly replies: Readonly<Record<string, string>>;
  readonly onReply: (id: string, text: string) => void;
  readonly action: Action;
  readonly speech: ReactNode;
  readonly closed: boolean;
}

/** What the interviewer asks once the answer is given, one at a time. */
export function FollowUps({ followUps, replies, onReply, action, speech, closed }: FollowUpsProps) {
  useSpoken(followUps.find(({ answered }) => !answered)?.line ?? null);
  return (
    <ol className="follow-ups">
      {followUps.map((followUp, index) => (
        <li key={followUp.id} className="follow-up">
          <p className="label">Follow-up{followUps.length > 1 ? ` ${index + 1}` : ''}</p>
          {!quotes(followUp.line, followUp.quote) && <blockquote className="theirs">“{followUp.quote}”</blockquote>}
          <h2 className="follow-up-line">{followUp.line}</h2>
          {!followUp.answered && <OtherWords line={followUp.line} answer={followUp.quote} />}
          {followUp.answered ? (
            <p className="theirs said">{followUp.reply}</p>
          ) : (
            <OpenReply
              id={followUp.id}
              value={replies[followUp.id] ?? ''}
              readOnly={closed}
              onChange={(text) => onReply(followUp.id, text)}
            >
              <div className="row desk-actions">
                <ActionButton action={action} look="primary large" />
                {speech}
              </div>
            </OpenReply>
          )}
        </li>
      ))}
    </ol>
  );
}

interface OpenReplyProps {
  readonly id: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly children: ReactNode;
}

function OpenReply({ id, value, readOnly, onChange, children }: OpenReplyProps) {
  const field = useRef<ManuscriptHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.focus();
    box.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    <div ref={box}>
      <Manuscript
        handle={field}
        label="Your reply to the follow-up"
        placeholder="Short and to the point."
        value={value}
        readOnly={readOnly}
        onChange={onChange}
      />
      {children}
    </div>
  );
}
