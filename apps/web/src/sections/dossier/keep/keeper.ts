import type { Document } from '@legible/app/contract/index';
import { Refusal } from '@legible/app/contract/error';
import {
  beginSave,
  failed,
  keepMine,
  openDraft,
  refused,
  saved,
  takeTheirs,
  typed,
  unsent,
  type Content,
  type Draft,
  type Unsent,
} from '@legible/prep';
import { server } from '../../../server/server.ts';
import { currentOf, keptAsOf, storeUnsent } from './unsent-drafts.ts';

/** A pause after which a draft goes to the server, and the longest it stays in this browser while one types on. */
const PAUSE_MS = 1500;
const LONGEST_MS = 15_000;

const STORAGE_FULL =
  'This browser’s storage is full: until the server has your words, they are in this tab alone. Do not close it.';

export type Keeping = 'kept' | 'typing' | 'sending' | 'unreachable' | 'conflict';

/** What the page shows of a draft that is being kept. */
export interface KeptDraft {
  readonly content: Content;
  readonly keeping: Keeping;
  /** Why the server could not take it; '' where it does not answer at all. */
  readonly trouble: string;
  readonly conflict: Draft['conflict'];
}

const contentOf = ({ title, body }: Pick<Document, 'title' | 'body'>): Content => ({
  title,
  body: JSON.stringify(body),
});

/** Keeps one document that is being written: every keystroke in the browser's storage, every pause on the server. */
export class Keeper {
  readonly #id: string;
  readonly #type: string;
  readonly #listeners = new Set<() => void>();
  #draft: Draft;
  #view: KeptDraft;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;
  #open = true;

  constructor(document: Document) {
    this.#id = document.id;
    this.#type = document.type;
    this.#draft = openDraft(contentOf(document), document.version);
    this.#view = { content: this.#draft.content, keeping: 'kept', trouble: '', conflict: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): KeptDraft => this.#view;

  write(content: Content): void {
    this.#become(typed(this.#draft, content), this.#draft.conflict === null ? 'typing' : 'conflict');
    if (this.#draft.conflict !== null) return;
    this.#sendAfter(PAUSE_MS);
    this.#longest ??= setTimeout(() => void this.save(), LONGEST_MS);
  }

  /** Sends what is unsent. `leaving`: the request outlives the page. */
  async save(leaving = false): Promise<void> {
    this.#forgetTimers();
    const begun = beginSave(this.#draft);
    if (begun === null) return;
    this.#become(begun.draft, 'sending');
    try {
      const { version } = await this.#put(begun.send, leaving);
      const next = saved(this.#draft, version);
      this.#become(next, unsent(next) === null ? 'kept' : 'typing');
      // What was typed while this was under way goes next.
      if (unsent(next) !== null) this.#sendAfter(PAUSE_MS);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'version-conflict') {
        this.#become(refused(this.#draft, currentOf(error), keptAsOf(error)), 'conflict');
        return;
      }
      this.#become(failed(this.#draft), 'unreachable', error instanceof Refusal ? reasonOf(error) : '');
      this.#sendAfter(PAUSE_MS * 2);
    }
  }

  /** After a conflict: this text goes on, or the other tab's does. Both stay among the versions. */
  async choose(whose: 'mine' | 'theirs'): Promise<void> {
    try {
      const document = await server.getDocument({ params: { id: this.#id } });
      const content = contentOf(document);
      if (whose === 'mine') {
        this.#become(keepMine(this.#draft, content, document.version), 'typing');
        await this.save();
        return;
      }
      const { draft, send } = takeTheirs(this.#draft, content, document.version);
      if (send !== null) await this.#putAside(send);
      this.#become(draft, 'kept');
    } catch (error) {
      this.#become(this.#draft, 'conflict', error instanceof Error ? error.message : String(error));
    }
  }

  /** The document was deleted: nothing of it is to be sent or kept any more. */
  abandon(): void {
    this.#forgetTimers();
    this.#become(openDraft(this.#draft.content, this.#draft.base), 'kept');
  }

  /** The page goes away; what cannot be sent now waits in the browser's storage. */
  close(): void {
    void this.save(true);
    this.#open = false;
    this.#forgetTimers();
  }
  reopen(): void {
    this.#open = true;
  }

  #put({ content, base }: Unsent, keepalive = false) {
    return server.saveDocument(
      {
        params: { id: this.#id },
        body: { type: this.#type, title: content.title, body: JSON.parse(content.body) as never, baseVersion: base },
      },
      { keepalive },
    );
  }

  async #putAside(unsentWords: Unsent): Promise<void> {
    try {
      await this.#put(unsentWords);
    } catch (error) {
      // Refused as stale is what is wanted here: it is kept as a version beside.
      if (!(error instanceof Refusal && error.code === 'version-conflict')) throw error;
    }
  }

  #sendAfter(ms: number): void {
    clearTimeout(this.#pause);
    if (this.#open) this.#pause = setTimeout(() => void this.save(), ms);
  }

  #forgetTimers(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    this.#longest = undefined;
  }

  #become(draft: Draft, keeping: Keeping, trouble = ''): void {
    this.#draft = draft;
    const stored = storeUnsent(this.#id, this.#type, unsent(draft));
    this.#view = {
      content: draft.content,
      keeping,
      trouble: stored ? trouble : STORAGE_FULL,
      conflict: draft.conflict,
    };
    for (const listener of this.#listeners) listener();
  }
}

const reasonOf = (error: Refusal): string => `${error.message} ${error.mend ?? ''}`.trim();
