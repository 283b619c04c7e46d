import type { FaultId, Level, Question, SignalId, Verdict } from '@legible/judge/rubric';
import generated from './library.generated.json' with { type: 'json' };

export const LIBRARY_GAPS = ['data', 'evaluation', 'ownership'] as const;
/** The fatal gap that kept an answer from the vote it could have had. */
export type LibraryGap = (typeof LIBRARY_GAPS)[number];

/** What one member of the panel heard in the answer as it was given. */
export interface Heard {
  readonly grader: string;
  readonly verdict: Verdict;
  readonly signals: Readonly<Partial<Record<SignalId, Level>>>;
  /** Faults with the words that show them; empty where something was missing. */
  readonly faults: readonly { readonly id: FaultId; readonly quote: string }[];
  /** The words that earned a level of 2 or 3. */
  readonly spans: Readonly<Partial<Record<SignalId, string>>>;
  readonly why: string;
}

/** An answer of the corpus, what the panel heard in it, and the one change that would have moved the vote. */
export interface LibraryEntry {
  /** Of the answer in the corpus. */
  readonly id: string;
  readonly question: Question;
  readonly gap: LibraryGap;
  /** Why the change moves the vote, in one sentence. */
  readonly moved: string;
  /** As it was given, word for word. */
  readonly before: string;
  /** The same with the changes made. The changed words are ours, and so are their figures. */
  readonly after: string;
  readonly changes: readonly { readonly find: string; readonly put: string }[];
  readonly heard: readonly Heard[];
}

/** Every entry, one file each in entries/; `node tools/generate-library.ts` joins them with the corpus. */
export const library: readonly LibraryEntry[] = generated as unknown as readonly LibraryEntry[];

/** A stretch of one version; `changed` where the other version has other words. */
export interface Stretch {
  readonly from: number;
  readonly text: string;
  readonly changed: boolean;
}

/** The answer as given or as changed, cut where the change begins and ends. */
export function stretchesOf({ before, changes }: LibraryEntry, version: 'before' | 'after'): Stretch[] {
  const places = changes.map(({ find, put }) => ({ at: before.indexOf(find), find, put })).sort((a, b) => a.at - b.at);
  const parts: { text: string; changed: boolean }[] = [];
  let done = 0;
  for (const { at, find, put } of places) {
    parts.push({ text: before.slice(done, at), changed: false });
    parts.push({ text: version === 'before' ? find : put, changed: true });
    done = at + find.length;
  }
  parts.push({ text: before.slice(done), changed: false });
  let from = 0;
  return parts.flatMap(({ text, changed }) => {
    const stretch = { from, text, changed };
    from += text.length;
    return text === '' ? [] : [stretch];
  });
}
