/**
 * A draft that is being written in one tab: what is typed, what is on the server's disk, and what must survive a crash.
 * State is a value; the page calls these functions and does what they say. The law: every text that was ever shown to
 * its writer is in a tab, in the browser's storage, or in a version on the server.
 */

/** What a document says, with its body as JSON text, so that equal means the same characters. */
export interface Content {
  readonly title: string;
  readonly body: string;
}

export interface Draft {
  readonly content: Content;
  /** The version that the content was written over, with what that version says. */
  readonly base: number;
  readonly onDisk: Content;
  /** What was sent and not answered yet. */
  readonly sending: Content | null;
  /** Another tab wrote over the same version: `current` is its version, `keptAs` ours beside it. Saving waits for a choice. */
  readonly conflict: { readonly current: number; readonly keptAs: number } | null;
  /** What the server has as `keptAs`; its words are safe there. */
  readonly aside: Content | null;
}

/** What the browser's own storage holds for a tab, under the document's and the tab's id. */
export interface Unsent {
  readonly content: Content;
  readonly base: number;
}

const same = (a: Content | null, b: Content | null): boolean =>
  a === b || (a !== null && b !== null && a.title === b.title && a.body === b.body);

export const openDraft = (onDisk: Content, version: number): Draft => ({
  content: onDisk,
  base: version,
  onDisk,
  sending: null,
  conflict: null,
  aside: null,
});

/** A change by the writer, an undo among them: undo is one more thing that was typed. */
export const typed = (draft: Draft, content: Content): Draft => ({ ...draft, content });

/** What has to be in the browser's storage for this tab; null where the server has it all. */
export function unsent({ content, base, onDisk, aside }: Draft): Unsent | null {
  return same(content, onDisk) || same(content, aside) ? null : { content, base };
}

/** What to send now, with the state that waits for the answer; null where there is nothing to send, or one is under way. */
export function beginSave(draft: Draft): { readonly draft: Draft; readonly send: Unsent } | null {
  const waiting = draft.sending !== null || draft.conflict !== null;
  if (waiting || same(draft.content, draft.onDisk)) return null;
  const { content, base } = draft;
  return { draft: { ...draft, sending: content }, send: { content, base } };
}

/** The server has what was sent as `version`. What was typed meanwhile is still to be sent, over that version. */
export function saved(draft: Draft, version: number): Draft {
  return draft.sending === null ? draft : { ...draft, base: version, onDisk: draft.sending, sending: null };
}

/** The server keeps what was sent as `keptAs`, beside a later `current` of another tab. */
export function refused(draft: Draft, current: number, keptAs: number): Draft {
  return draft.sending === null
    ? draft
    : { ...draft, aside: draft.sending, sending: null, conflict: { current, keptAs } };
}

/** The answer did not come, or the server could not take it: what was sent is to be sent again. */
export const failed = (draft: Draft): Draft => ({ ...draft, sending: null });

/** The writer's own text goes on, over the other tab's `version`, which stays in the list of versions as `theirs`. */
export function keepMine(draft: Draft, theirs: Content, version: number): Draft {
  if (draft.conflict === null) return draft;
  return { ...draft, base: version, onDisk: theirs, conflict: null, aside: null };
}

/**
 * The other tab's text is taken. What was typed here after the refused save is not on the server yet and must be sent
 * first, as a version beside: it is returned as `send`.
 */
export function takeTheirs(
  draft: Draft,
  theirs: Content,
  version: number,
): { readonly draft: Draft; readonly send: Unsent | null } {
  if (draft.conflict === null) return { draft, send: null };
  return { draft: openDraft(theirs, version), send: unsent(draft) };
}
