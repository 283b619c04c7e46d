/** A stretch of one speaker's words. Times are milliseconds from the start of the recording, null where the file has none. */
export interface Utterance {
  readonly speaker: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly text: string;
}

export const TRANSCRIPT_FORMATS = ['vtt', 'srt', 'txt', 'json'] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

/** A transcript that cannot be read: which part, why, and what to do about it. */
export class TranscriptError extends Error {
  readonly field: string;
  readonly mend: string;
  constructor(field: string, reason: string, mend: string) {
    super(`${field}: ${reason} ${mend}`);
    this.name = 'TranscriptError';
    this.field = field;
    this.mend = mend;
  }
}

/** The most characters a transcript may have: five hours of talk. */
export const MAX_TRANSCRIPT = 2_000_000;
