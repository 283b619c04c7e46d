import { startTransition, useEffect, useState } from 'react';
import type { Kept } from './kept.ts';
import { LabRun } from './lab-run.ts';
import type { RunState } from './lab-run.ts';

/** A run while its page is open. What comes from the workers is drawn between other work, never in the way of it. */
export function useRun(kept: Kept): { readonly run: LabRun; readonly state: RunState } {
  const [run] = useState(() => new LabRun(kept));
  const [state, setState] = useState(run.view);
  useEffect(() => {
    const stop = run.subscribe(() => startTransition(() => setState(run.view())));
    run.enter();
    return () => {
      stop();
      run.leave();
    };
  }, [run]);
  return { run, state };
}
