import type { Drill } from '@legible/lab/drills/index';
import { useEffect, useState } from 'react';
import type { Made, Wanted } from './drill.worker.ts';

/** The drill that was asked for, made beside the page; null until it is there. One component asks for one drill. */
export function useDrill({ kind, level, seed }: Wanted): {
  readonly drill: Drill | null;
  readonly failed: string | null;
} {
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./drill.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Made>) => setMade(data));
    worker.addEventListener('error', () => setMade({ failed: 'The drill could not be made. Load the page again.' }));
    worker.postMessage({ kind, level, seed } satisfies Wanted);
    return () => worker.terminate();
  }, [kind, level, seed]);
  return {
    drill: made !== null && 'drill' in made ? made.drill : null,
    failed: made !== null && 'failed' in made ? made.failed : null,
  };
}
