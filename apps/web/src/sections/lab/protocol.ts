import type { Action, DayReport, OfflineReport, Progress, RunFile, RunResult } from '@legible/lab';

/** What the page asks of the worker; answers come in the order of the questions. */
export type LabRequest =
  | { readonly kind: 'open'; readonly file: RunFile; readonly day: number }
  | { readonly kind: 'advance'; readonly actions: readonly Action[] }
  | { readonly kind: 'reveal' };

export type LabReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'opened'; readonly offline: OfflineReport; readonly days: readonly DayReport[] }
  | { readonly kind: 'day'; readonly report: DayReport; readonly file: RunFile }
  | { readonly kind: 'revealed'; readonly result: RunResult }
  | { readonly kind: 'failed'; readonly message: string };
