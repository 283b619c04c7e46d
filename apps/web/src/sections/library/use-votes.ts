import type { LibraryEntry } from '@legible/prep/library/index';
import { useEffect, useState } from 'react';
import type { VotesAsked, VotesGiven } from './votes.worker.ts';

/** What the judge gives both versions of an answer; null until it has read them. */
export function useVotes({ question, before, after }: LibraryEntry): VotesGiven | null {
  const [votes, setVotes] = useState<VotesGiven | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./votes.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<VotesGiven>) => setVotes(data));
    worker.postMessage({ question, before, after } satisfies VotesAsked);
    return () => worker.terminate();
  }, [question, before, after]);
  return votes;
}
