import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** A pause this long means that the candidate has noticed. */
const PAUSE_MS = 450;
/** After this long the floor is the interviewer's all the same. */
const MOST_MS = 1500;
/** Who typed this recently is in mid-word. */
const RECENT_MS = 700;

const tailKey = (interviewId: string): string => `legible.tail.${interviewId}`;

/**
 * Nobody stops in mid-word. What is typed while an interruption appears goes on in the answer, until a pause; only then
 * does the reply take the keys. The overrun is said when the floor is given back, and is kept in this page until then.
 */
export function useOverrun(stoppedBy: string | null): { overrun: boolean; noteTyping: () => void } {
  const typedAt = useRef(-Infinity);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [over, setOver] = useState<string | null>(null);
  const wait = (ms: number, id: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOver(id), ms);
  };
  const stop = useEffectEvent((id: string) => {
    if (performance.now() - typedAt.current < RECENT_MS) wait(PAUSE_MS, id);
    else setOver(id);
  });
  useEffect(() => {
    if (stoppedBy === null) return;
    stop(stoppedBy);
    const last = setTimeout(() => setOver(stoppedBy), MOST_MS);
    return () => {
      clearTimeout(last);
      clearTimeout(timer.current);
    };
  }, [stoppedBy]);
  return {
    overrun: stoppedBy !== null && over !== stoppedBy,
    noteTyping: () => {
      typedAt.current = performance.now();
      if (stoppedBy !== null) wait(PAUSE_MS, stoppedBy);
    },
  };
}

export function keepTail(interviewId: string, answer: string): void {
  localStorage.setItem(tailKey(interviewId), answer);
}

export function dropTail(interviewId: string): void {
  localStorage.removeItem(tailKey(interviewId));
}

/** The answer with what was typed over an interruption, where this page was lost before it was said. */
export function withTail(interviewId: string, answer: string): string {
  const kept = localStorage.getItem(tailKey(interviewId));
  return kept?.startsWith(answer) ? kept : answer;
}
