import type { Interview as Kept } from '@legible/app/contract/index';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Session } from './session.ts';
import type { View } from './session.ts';

const NOTHING: View = { state: null, delivery: 'kept', trouble: null, refusal: null, finished: false };
const never = () => () => undefined;

/** The running interview, for as long as the calling component is on screen. */
export function useSession(kept: Kept, onFinish: (lastSeq: number) => Promise<void>): [Session | null, View] {
  const [session, setSession] = useState<Session | null>(null);
  const first = useRef(kept);
  const finish = useRef(onFinish);
  useEffect(() => {
    finish.current = onFinish;
  });
  useEffect(() => {
    const opened = new Session(first.current, (lastSeq) => finish.current(lastSeq));
    setSession(opened);
    return () => {
      opened.close();
      setSession(null);
    };
  }, []);
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? (() => NOTHING));
  return [session, view];
}

/** Seconds on the interview's clock since the question was asked, refreshed four times a second while it runs. */
export function useClock(session: Session | null, view: View): number {
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
