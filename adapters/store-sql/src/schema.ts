/** Columns that hold JSON are text in both databases: JSON text keeps every string, NUL and lone surrogates included, byte for byte. */
export interface Schema {
  interviews: {
    owner: string;
    id: string;
    kind: string;
    question: string;
    seed: number;
    started_at: string;
    finished_at: string | null;
    /** Events 1 to this number are all in `events`. */
    acknowledged: number;
    result: string | null;
    summary: string | null;
  };
  events: { owner: string; interview_id: string; seq: number; body: string };
  loops: {
    owner: string;
    id: string;
    /** What a list shows of the plan. */
    head: string;
    plan: string;
    started_at: string;
    finished_at: string | null;
    /** Events 1 to this number are all in `loop_events`. */
    acknowledged: number;
    rounds_opened: number;
    result: string | null;
    summary: string | null;
  };
  loop_events: { owner: string; loop_id: string; seq: number; body: string };
  disputes: { owner: string; id: string; interview_id: string; created_at: string; body: string };
  grades: { owner: string; answer_id: string; graded_at: string; body: string };
  documents: { owner: string; id: string; type: string; created_at: string; updated_at: string; head: number };
  document_versions: {
    owner: string;
    document_id: string;
    version: number;
    parent: number;
    saved_at: string;
    title: string;
    body: string;
  };
  settings: { owner: string; key: string; value: string };
}
