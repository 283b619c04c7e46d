import type { State } from '@legible/offers/negotiation/index';
import { useEffect, useState } from 'react';
import type { Review } from './review.worker.ts';

/** Both sheets and what each sentence was worth, worked out beside the page; null until then. */
export function useReview(state: State): { readonly review: Review | null; readonly failed: boolean } {
  const [review, setReview] = useState<Review | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const worker = new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Review>) => setReview(data));
    worker.addEventListener('error', () => setFailed(true));
    worker.postMessage(state);
    return () => worker.terminate();
  }, [state]);
  return { review, failed };
}
