import type {
  AnsweredTurn,
  Archive,
  CorpusAnswer,
  Dispute,
  Document,
  DocumentSave,
  DocumentSummary,
  DocumentVersion,
  EventRecord,
  InterviewResult,
  InterviewSummary,
  LoopEventRecord,
  LoopResult,
  LoopSummary,
  OwnGrade,
  PacketSummary,
  PanelGrade,
  Question,
  Settings,
  SettingsPatch,
  StoredPlan,
} from './contract/index.ts';

/** The instant now, as ISO 8601 in UTC with milliseconds. */
export type Clock = () => string;

/** An interview as it is kept, without its events. */
export interface StoredInterview {
  readonly id: string;
  readonly question: Question;
  readonly seed: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Every event up to this number is kept. */
  readonly acknowledged: number;
  readonly result: InterviewResult | null;
}

/** The part of a summary that is computed from a result, kept beside it so that a list need not read whole results. */
export type ResultSummary = Pick<
  InterviewSummary,
  'verdict' | 'unsure' | 'levels' | 'faults' | 'interruptions' | 'seconds' | 'words'
>;

export type Appended =
  | { readonly outcome: 'kept'; readonly acknowledged: number }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'finished' }
  /** Another event is already kept under this number. */
  | { readonly outcome: 'conflict'; readonly seq: number };

/** A loop as it is kept, without its events. */
export interface StoredLoop {
  readonly id: string;
  readonly plan: StoredPlan;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Every event up to this number is kept. */
  readonly acknowledged: number;
  readonly result: LoopResult | null;
}

export type Saved =
  | { readonly outcome: 'saved'; readonly document: Document }
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'other-type'; readonly type: string }
  /** The current version is a later one; what was sent is kept as version `keptAs` beside it. */
  | { readonly outcome: 'stale'; readonly current: number; readonly keptAs: number };

export interface InterviewFilter {
  readonly kind?: string | undefined;
  readonly status?: 'running' | 'finished' | undefined;
  /** Only interviews older than this one. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Where one user's work is kept. Every method is atomic, and what it changed is on disk when it resolves. */
export interface Store {
  /** False when the id is taken. */
  createInterview(interview: { id: string; question: Question; seed: number; startedAt: string }): Promise<boolean>;
  interview(id: string): Promise<StoredInterview | null>;
  events(id: string): Promise<EventRecord[]>;
  /** Newest first; one more than `limit` shows that there are more. */
  interviews(filter: InterviewFilter): Promise<InterviewSummary[]>;
  /** Keeps each event under its number, once, in whatever order batches arrive; all of them or, on a conflict, none. */
  appendEvents(id: string, events: readonly EventRecord[]): Promise<Appended>;
  /** The first result stays: false when there is one already, or no such interview. */
  finishInterview(id: string, finishedAt: string, result: InterviewResult, summary: ResultSummary): Promise<boolean>;
  deleteInterview(id: string): Promise<boolean>;

  /** False when the id is taken. */
  createLoop(loop: { id: string; plan: StoredPlan; startedAt: string }): Promise<boolean>;
  loop(id: string): Promise<StoredLoop | null>;
  loopEvents(id: string): Promise<LoopEventRecord[]>;
  /** Newest first. */
  loops(): Promise<LoopSummary[]>;
  /** As `appendEvents`, for a loop. */
  appendLoopEvents(id: string, events: readonly LoopEventRecord[]): Promise<Appended>;
  /** The first result stays: false when there is one already, or no such loop. */
  finishLoop(id: string, finishedAt: string, result: LoopResult, summary: PacketSummary): Promise<boolean>;
  deleteLoop(id: string): Promise<boolean>;

  /** False when the id is taken. */
  addDispute(dispute: Dispute): Promise<boolean>;
  dispute(id: string): Promise<Dispute | null>;
  disputes(interviewId?: string): Promise<Dispute[]>;
  removeDispute(id: string): Promise<boolean>;

  /** False when the answer was graded before. */
  addGrade(own: OwnGrade, gradedAt: string): Promise<boolean>;
  /** Newest first. */
  grades(): Promise<{ own: OwnGrade; gradedAt: string }[]>;

  saveDocument(id: string, save: DocumentSave, savedAt: string): Promise<Saved>;
  document(id: string): Promise<Document | null>;
  /** Latest change first. */
  documents(type?: string): Promise<DocumentSummary[]>;
  documentVersions(id: string): Promise<DocumentVersion[]>;
  deleteDocument(id: string): Promise<boolean>;

  settings(): Promise<Settings>;
  changeSettings(patch: SettingsPatch): Promise<Settings>;

  /** Everything, as of one instant. */
  exportAll(): Promise<Omit<Archive, 'format' | 'formatVersion' | 'exportedAt'>>;
  importAll(
    archive: Archive,
    mode: 'merge' | 'replace',
    summarise: {
      readonly interview: (result: InterviewResult) => ResultSummary;
      readonly loop: (result: LoopResult) => PacketSummary;
    },
  ): Promise<Imported>;
  /** Overwrites what it deletes, so that nothing is left to find in the file. */
  eraseAll(): Promise<void>;
}

export interface Imported {
  readonly added: { interviews: number; loops: number; documents: number; disputes: number; panelGrades: number };
  readonly kept: number;
}

/** Opens each user's store in one database. */
export interface Stores {
  readonly kind: 'sqlite' | 'postgres';
  of(owner: string): Store;
  close(): Promise<void>;
}

/** The graded corpus, for grading beside the panel. */
export interface GradedCorpus {
  answers(): Promise<readonly CorpusAnswer[]>;
  grades(answerId: string): Promise<readonly PanelGrade[]>;
}

export type { AnsweredTurn };
