import type {
  BaseAction,
  BaseDay,
  BaseReport,
  Progress,
  ReplayJob,
  ReplayOutcome,
  RunFile,
  RunResult,
} from '@legible/lab';

/** What the page asks of a worker; one answer comes for each, in the order of the questions. */
export type LabRequest =
  /** Lives the history of the file's world, for replays only. */
  | { readonly kind: 'ground'; readonly file: RunFile }
  | { readonly kind: 'open'; readonly file: RunFile; readonly day: number }
  | { readonly kind: 'advance'; readonly actions: readonly BaseAction[] }
  | { readonly kind: 'replay'; readonly job: ReplayJob }
  | { readonly kind: 'reveal' }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly ReplayOutcome[] };

export type LabAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened'; readonly offline: BaseReport; readonly days: readonly BaseDay[]; readonly file: RunFile }
  | { readonly kind: 'day'; readonly report: BaseDay; readonly file: RunFile }
  | { readonly kind: 'replayed'; readonly outcome: ReplayOutcome }
  /** A batch of replays that the post-mortem waits for. */
  | { readonly kind: 'jobs'; readonly jobs: readonly ReplayJob[] }
  | { readonly kind: 'revealed'; readonly result: RunResult }
  | { readonly kind: 'failed'; readonly message: string };

export type LabReply = LabAnswer | { readonly kind: 'progress'; readonly progress: Progress };
