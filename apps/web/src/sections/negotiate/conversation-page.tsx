import { facing, over, reservation, points, step, type Event } from '@legible/offers/negotiation/index';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { EndDocument } from './end-document.tsx';
import { keep, negotiationQuery, negotiationsQuery, replayed, type Kept } from './kept.ts';
import { ReadingDesk } from './reading-desk.tsx';
import { TermsTable } from './table.tsx';
import { signed, Turns } from './turns.tsx';
import './negotiate.css';

export function ConversationPage() {
  const id = usePathParam('id');
  const { data, error } = useQuery(negotiationQuery(id));
  if (error || !data) return <Page title="A negotiation">{error ? <Trouble error={error} /> : <Waiting />}</Page>;
  return <Conversation key={data.id} kept={data} />;
}

function Conversation({ kept }: { readonly kept: Kept }) {
  const queries = useQueryClient();
  const [state, setState] = useState(kept.state);
  const [events, setEvents] = useState(kept.body.events);
  // A save that waits for the one before it must see the version that one made.
  const version = useRef(kept.version);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const save = useMutation({
    mutationFn: (next: readonly Event[]) => keep(kept.id, kept.title, { ...kept.body, events: next }, version.current),
    scope: { id: `negotiation-${kept.id}` },
    onSuccess: (saved, next) => {
      version.current = saved;
      queries.setQueryData(negotiationQuery(kept.id).queryKey, {
        ...kept,
        version: saved,
        body: { ...kept.body, events: next },
        state: replayed({ ...kept.body, events: next }),
      });
      void queries.invalidateQueries({ queryKey: negotiationsQuery.queryKey });
    },
  });
  const take = (event: Event): void => {
    const { state: next, effects } = step(state, event);
    const no = effects.find(({ type }) => type === 'refused');
    setRefusal(no?.type === 'refused' ? no.reason : null);
    if (no) return;
    setState(next);
    if (event.type === 'withdraw') return setEvents(events.slice(0, -1));
    const all = [...events, event];
    setEvents(all);
    if (event.type !== 'say') {
      setWords('');
      save.mutate(all);
    }
  };
  const them = facing(state);
  const ended = over(state);
  return (
    <Page
      title={`${them.name}, ${them.role.toLowerCase()}`}
      kicker={`${them.company} · seed ${state.seed}`}
      intro={them.face}
    >
      {save.error && <Trouble error={save.error} />}
      {ended ? (
        <EndDocument state={state} again={<Again kept={kept} />} />
      ) : (
        <div className="talk">
          <div className="stack">
            <Turns state={state} />
            {state.pending ? (
              <ReadingDesk
                key={state.pending.text}
                reading={state.pending.reading}
                currency={them.currency}
                refusal={refusal}
                onConfirm={() => take({ type: 'confirm' })}
                onCorrect={(reading) => take({ type: 'correct', reading })}
                onBack={() => take({ type: 'withdraw' })}
              />
            ) : (
              <SayDesk
                words={words}
                onWords={setWords}
                onSay={() => take({ type: 'say', text: words })}
                onLeave={() => take({ type: 'leave' })}
              />
            )}
          </div>
          <aside className="on-table stack" aria-label="On the table">
            <h2>On the table</h2>
            <TermsTable
              caption="On the table"
              currency={them.currency}
              columns={[
                { label: 'Now', terms: state.table },
                { label: 'You ask', terms: state.asked },
              ]}
            />
            <p className="small">
              Worth to you: <strong>{signed(points(state.mine.sheet, state.table) - reservation(state.mine))}</strong>{' '}
              points over walking away.
              {state.waiting && ' A change waits for approval.'}
            </p>
            <p className="tiny soft" role="status">
              {save.isPending ? 'Keeping it …' : events.length > 0 && !save.error ? 'Kept.' : ''}
            </p>
          </aside>
        </div>
      )}
    </Page>
  );
}

interface SayProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onSay: () => void;
  readonly onLeave: () => void;
}

function SayDesk({ words, onWords, onSay, onLeave }: SayProps) {
  const [leaving, setLeaving] = useState(false);
  const actions = useActions([
    {
      id: 'negotiate.say',
      label: 'Say it',
      key: 'Mod+Enter',
      group: 'Negotiate',
      enabled: words.trim() !== '',
      handler: onSay,
    },
    {
      id: 'negotiate.leave',
      label: leaving ? 'Yes, leave without a deal' : 'Leave the table',
      key: 'Alt+l',
      group: 'Negotiate',
      handler: () => (leaving ? onLeave() : setLeaving(true)),
    },
  ]);
  const [say, leave] = actions;
  return (
    <div className="stack">
      <label className="stack say">
        <span className="label">Your words. They are read back to you before they count.</span>
        <textarea
          className="textarea theirs"
          rows={4}
          value={words}
          // The page is for talking: the field is where one begins.
          ref={(node) => {
            if (node && document.activeElement === document.body) node.focus({ preventScroll: true });
          }}
          onChange={(event) => onWords(event.target.value)}
        />
      </label>
      <div className="row">
        {say && <ActionButton action={say} look="primary" />}
        {leave && <ActionButton action={leave} look="quiet" />}
      </div>
    </div>
  );
}

/** The same person on the same day, from the start. */
function Again({ kept }: { readonly kept: Kept }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const again = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      await keep(id, kept.title, { ...kept.body, events: [] }, 0);
      return id;
    },
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: negotiationsQuery.queryKey });
      await navigate({ to: '/negotiate/$id', params: { id } });
    },
  });
  const actions = useActions([
    {
      id: 'negotiate.again',
      label: 'Negotiate it again, same seed',
      key: 'a',
      group: 'Negotiate',
      enabled: !again.isPending,
      handler: () => again.mutate(),
    },
  ]);
  const [action] = actions;
  return (
    <>
      {again.error && <Trouble error={again.error} />}
      {action && <ActionButton action={action} look="primary" />}
    </>
  );
}
