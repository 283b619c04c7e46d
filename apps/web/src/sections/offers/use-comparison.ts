import type { Assumptions, Comparison, Offer } from '@legible/offers';
import { useEffect, useRef, useState } from 'react';
import type { CompareReply, CompareRequest } from './offers.worker.ts';

export type Compared =
  | { readonly comparison: Comparison; readonly trouble: null }
  | { readonly comparison: null; readonly trouble: string }
  | null;

/** The comparison of the offers under the assumptions; the last one stays until the next is there. */
export function useComparison(offers: readonly Offer[], assumptions: Assumptions): Compared {
  const [compared, setCompared] = useState<Compared>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    const own = new Worker(new URL('./offers.worker.ts', import.meta.url), { type: 'module' });
    own.addEventListener('message', ({ data }: MessageEvent<CompareReply>) => {
      if (data.ask !== asked.current) return;
      setCompared(
        'comparison' in data
          ? { comparison: data.comparison, trouble: null }
          : { comparison: null, trouble: data.trouble },
      );
    });
    own.addEventListener('error', ({ message }) => setCompared({ comparison: null, trouble: message }));
    worker.current = own;
    return () => own.terminate();
  }, []);
  useEffect(() => {
    if (offers.length === 0) return;
    const request: CompareRequest = { ask: ++asked.current, offers, assumptions };
    worker.current?.postMessage(request);
  }, [offers, assumptions]);
  return offers.length === 0 ? null : compared;
}
