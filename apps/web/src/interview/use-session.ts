import type { Interview as Kept } from '@legible/app/contract/index';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Session } from './session.ts';
import type { View } from './session.ts';
import type { ViewOf } from './conversation.ts';
import type { Talk } from './talk.ts';
import type { Interview } from '@legible/loop';

const NOTHING: ViewOf<never> = { state: null, delivery: 'kept', trouble: null, refusal: null, finished: false };
const never = () => () => undefined;

interface Shown<S> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly view: () => ViewOf<S>;
  close(): void;
}

/** A conversation for as long as the calling component is on screen; `make` is called once for each mounting. */
export function useConversation<S, C extends Shown<S>>(make: () => C): [C | null, ViewOf<S>] {
  const [conversation, setConversation] = useState<C | null>(null);
  const first = useRef(make);
  useEffect(() => {
    const opened = first.current();
    setConversation(opened);
    return () => {
      opened.close();
      setConversation(null);
    };
  }, []);
  const view = useSyncExternalStore(conversation?.subscribe ?? never, conversation?.view ?? (() => NOTHING));
  return [conversation, view];
}

/** The running interview, for as long as the calling component is on screen. */
export function useSession(kept: Kept, onFinish: (lastSeq: number) => Promise<void>): [Session | null, View] {
  const finish = useRef(onFinish);
  useEffect(() => {
    finish.current = onFinish;
  });
  return useConversation<Interview, Session>(() => new Session(kept, (lastSeq) => finish.current(lastSeq)));
}

/** Seconds on the interview's clock since the question was asked, refreshed four times a second while it runs. */
export function useClock(session: Pick<Talk, 'now'> | null, view: Pick<View, 'state'>): number {
  const [now, setNow] = useState(0);
  const running = view.state !== null && !['ready', 'ended'].includes(view.state.phase);
  useEffect(() => {
    if (!session) return;
    const read = () => setNow(session.now());
    read();
    if (!running) return;
    const timer = setInterval(read, 250);
    return () => clearInterval(timer);
  }, [session, running]);
  if (!view.state || view.state.phase === 'ready') return 0;
  const end = view.state.submittedAt ?? Math.max(now, view.state.now);
  return (end - view.state.askedAt) / 1000;
}
