import type { Action, DayReport, OfflineReport, Progress, RunFile, RunResult } from '@legible/lab';
import { useEffect, useRef, useState } from 'react';
import { keep } from './kept.ts';
import type { Kept } from './kept.ts';
import type { LabReply, LabRequest } from './protocol.ts';

export interface RunState {
  readonly file: RunFile;
  readonly day: number;
  readonly progress: Progress | null;
  readonly offline: OfflineReport | null;
  readonly days: readonly DayReport[];
  readonly result: RunResult | null;
  readonly failed: string;
  readonly busy: boolean;
}

/** A run in its worker. Every day that is lived is saved before the next can be asked for. */
export function useRun(kept: Kept) {
  const worker = useRef<Worker | null>(null);
  const version = useRef(kept.version);
  const [state, setState] = useState<RunState>({
    file: kept.run.file,
    day: kept.run.day,
    progress: null,
    offline: null,
    days: [],
    result: null,
    failed: '',
    busy: false,
  });
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );

  const save = async (file: RunFile, day: number, saved: number | null) => {
    version.current = await keep(kept.id, file.plan.name, { file, day, saved }, version.current);
  };
  const hear = async (reply: LabReply) => {
    if (reply.kind === 'progress') setState((s) => ({ ...s, progress: reply.progress }));
    else if (reply.kind === 'failed') setState((s) => ({ ...s, failed: reply.message, busy: false }));
    else if (reply.kind === 'opened')
      setState((s) => ({ ...s, offline: reply.offline, days: reply.days, day: reply.days.length, busy: false }));
    else if (reply.kind === 'day') {
      await save(reply.file, reply.report.day + 1, null);
      setState((s) => ({
        ...s,
        file: reply.file,
        day: reply.report.day + 1,
        days: [...s.days, reply.report],
        busy: false,
      }));
    } else {
      await save(reply.result.file, reply.result.days.length, reply.result.prediction.saved);
      setState((s) => ({ ...s, result: reply.result, busy: false }));
    }
  };
  const ask = (request: LabRequest) => {
    setState((s) => ({ ...s, busy: true, failed: '' }));
    if (!worker.current) {
      worker.current = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
      worker.current.addEventListener('message', ({ data }: MessageEvent<LabReply>) => {
        hear(data).catch((error: unknown) =>
          setState((s) => ({ ...s, busy: false, failed: error instanceof Error ? error.message : String(error) })),
        );
      });
    }
    worker.current.postMessage(request);
  };
  return {
    state,
    open: async (file: RunFile) => {
      setState((s) => ({ ...s, file, busy: true, failed: '' }));
      try {
        // A plan that is only now decided is kept; a run that is lived again stays as it was saved.
        if (state.day === 0) await save(file, 0, null);
        ask({ kind: 'open', file, day: state.day });
      } catch (error) {
        setState((s) => ({ ...s, busy: false, failed: error instanceof Error ? error.message : String(error) }));
      }
    },
    /** Back to the plan, while no day has been lived. */
    change: () => setState((s) => (s.day === 0 ? { ...s, offline: null } : s)),
    advance: (actions: readonly Action[]) => ask({ kind: 'advance', actions }),
    reveal: () => ask({ kind: 'reveal' }),
  };
}
