import { Outbox, undelivered } from './outbox.ts';
import type { Delivery, Numbered, Send } from './outbox.ts';
import type { Speaking } from './protocol.ts';
import { changeBetween } from './text-change.ts';
import type { TextChange } from './text-change.ts';

/** What the page shows of a running conversation. */
export interface ViewOf<S> {
  /** Null until the events so far have been replayed. */
  readonly state: S | null;
  readonly delivery: Delivery;
  /** Why nothing more can be said here, when that is so. */
  readonly trouble: string | null;
  /** Why the last thing was not taken, in words that say what would be. */
  readonly refusal: string | null;
  /** The server has the whole of it and has judged it. */
  readonly finished: boolean;
}

/** Events as they are kept, and the way to the server's disk. */
export interface Keeping<E> {
  readonly id: string;
  readonly events: readonly Numbered<E>[];
  readonly acknowledged: number;
  readonly send: Send<E>;
  /** Called once when the conversation is over and all of it is on disk. */
  readonly finish: (lastSeq: number) => Promise<void>;
}

/** How a state of the worker's is read. */
export interface Reading<S> {
  readonly speaking: (state: S) => Speaking;
  /** The words that are running. */
  readonly text: (state: S) => string;
  /** Whether anybody's words can run now. */
  readonly talking: (state: S) => boolean;
  readonly over: (state: S) => boolean;
  readonly now: (state: S) => number;
  readonly tickMs: number;
}

/** From the page to the worker that holds the interviewer and the running judge. */
export interface Happened<E> {
  readonly type: 'happened';
  readonly event: E;
  /** Whom the page believed to be speaking. A change typed before the page learnt of an interruption is not taken. */
  readonly speaking: Speaking;
}

/** From the worker to the page. */
export type FromWorker<S, E> =
  /** The kept events have been replayed; `refused` of them were taken once and no longer fit. */
  | { readonly type: 'opened'; readonly state: S; readonly refused: number }
  | {
      readonly type: 'stepped';
      readonly state: S;
      /** What would be taken in place of an event that was refused. */
      readonly mend: string | null;
      /** The event under its number, when it was taken; it is to be kept. */
      readonly kept: Numbered<E> | null;
    }
  | { readonly type: 'broke'; readonly message: string };

interface Timed {
  readonly type: string;
  readonly at: number;
}
/** An event without its time, which the conversation's clock gives it. */
export type Untimed<E> = E extends { at: number } ? Omit<E, 'at'> : never;

/**
 * A conversation in this page: the worker that leads it, the clock, and the way to the server's disk.
 * The clock counts the time this page was open and running; a lost tab costs no time.
 */
export class Conversation<S, E extends Timed> {
  readonly id: string;
  readonly #worker: Worker;
  readonly #outbox: Outbox<E>;
  readonly #keeping: Keeping<E>;
  readonly #reading: Reading<S>;
  readonly #listeners = new Set<() => void>();
  readonly #ticker: ReturnType<typeof setInterval>;
  #view: ViewOf<S> = { state: null, delivery: 'kept', trouble: null, refusal: null, finished: false };
  #base = 0;
  #openedAt = 0;
  #lastSeq = 0;
  /** The text as sent, by speaker, which runs ahead of the worker's state by the events under way. */
  #sent: { speaking: Speaking; text: string } = { speaking: 'answer', text: '' };
  /** Events the worker has not answered yet. */
  #underWay = 0;
  #finishing = false;
  #closed = false;
  /** What stays on the page beside what is being said. */
  #note: string | null = null;

  constructor(worker: Worker, opening: object, keeping: Keeping<E>, reading: Reading<S>) {
    this.id = keeping.id;
    this.#keeping = keeping;
    this.#reading = reading;
    this.#outbox = new Outbox(keeping.id, keeping.send, (delivery, reason) =>
      this.#show({ delivery, ...(reason === undefined ? {} : { trouble: reason }) }),
    );
    this.#worker = worker;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<S, E>>) => this.#hear(data));
    this.#worker.addEventListener('error', ({ message }) =>
      this.#show({
        trouble: `The interviewer could not be started: ${message || 'its file did not load'}. Reload the page.`,
      }),
    );
    const lost = undelivered<E>(keeping.id, keeping.acknowledged);
    const events = [...keeping.events.filter(({ seq }) => seq <= keeping.acknowledged), ...lost];
    if (lost.length > 0) this.#outbox.add(...lost);
    this.#lastSeq = events.at(-1)?.seq ?? 0;
    this.#worker.postMessage({ ...opening, type: 'open', events });
    this.#ticker = setInterval(() => this.#tick(), reading.tickMs);
    addEventListener('pagehide', this.#leave);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): ViewOf<S> => this.#view;

  /** Milliseconds on the conversation's own clock, now. */
  now(): number {
    return Math.round(this.#openedAt === 0 ? this.#base : this.#base + performance.now() - this.#openedAt);
  }

  /** Whoever speaks now has these words; `closes` says a recogniser ended an utterance. */
  say(speaking: Speaking, text: string, closes = false): void {
    const before = this.#sent.speaking === speaking ? this.#sent.text : '';
    const change: TextChange | null = changeBetween(before, text);
    if (!change) return;
    this.#sent = { speaking, text };
    this.happened({ type: 'text-grew', ...change, ...(closes ? { closes } : {}) } as unknown as Untimed<E>, speaking);
  }

  /** Something other than words happened. */
  happened(event: Untimed<E>, speaking: Speaking = this.#sent.speaking): void {
    this.#underWay += 1;
    const message = { type: 'happened', event: { ...event, at: this.now() }, speaking };
    this.#worker.postMessage(message);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#ticker);
    removeEventListener('pagehide', this.#leave);
    this.#outbox.flushOnLeave();
    this.#outbox.close();
    this.#worker.terminate();
  }

  readonly #leave = (): void => {
    this.#outbox.flushOnLeave();
    // Words on their way through the worker have no event yet: the page keeps them as they stand.
    if (this.#sent.text !== '') localStorage.setItem(this.#draftKey, JSON.stringify(this.#sent));
  };

  get #draftKey(): string {
    return `legible.draft.${this.id}`;
  }

  /** Says again what was typed last and had not become an event when the page went away. True where there was such a thing. */
  #takeDraft(state: S): boolean {
    const stored = localStorage.getItem(this.#draftKey);
    localStorage.removeItem(this.#draftKey);
    if (stored === null || !this.#reading.talking(state)) return false;
    const draft = JSON.parse(stored) as { speaking: Speaking; text: string };
    const text = this.#reading.text(state);
    if (draft.speaking !== this.#reading.speaking(state) || !draft.text.startsWith(text) || draft.text === text)
      return false;
    this.say(draft.speaking, draft.text);
    return true;
  }

  #tick(): void {
    const { state } = this.#view;
    if (state !== null && this.#reading.talking(state)) this.happened({ type: 'ticked' } as unknown as Untimed<E>);
  }

  #hear(message: FromWorker<S, E>): void {
    if (message.type === 'broke') {
      this.#show({ trouble: `The interviewer broke: ${message.message} Reload the page; your words are kept.` });
      return;
    }
    const { state } = message;
    if (message.type === 'opened') {
      this.#base = this.#reading.now(state);
      this.#openedAt = performance.now();
      if (message.refused > 0)
        this.#note = `The interviewer has changed since you began: ${message.refused} of the steps that are kept no longer fit and are left out. To be asked by one interviewer throughout, begin again.`;
    } else {
      this.#underWay -= 1;
      if (message.kept) {
        this.#lastSeq = message.kept.seq;
        // After React has drawn what this message brings: an interruption comes before the post.
        const kept = message.kept;
        setTimeout(() => this.#outbox.add(kept), 0);
      }
    }
    const speaking = this.#reading.speaking(state);
    // With nothing under way the worker's text is the text; a change it did not take is then sent again whole.
    if (speaking !== this.#sent.speaking || this.#underWay === 0)
      this.#sent = { speaking, text: this.#reading.text(state) };
    // The page is first drawn with the last words in it, or its own copy of the text would lack them.
    if (message.type === 'opened' && this.#takeDraft(state)) return;
    this.#show({ state, refusal: (message.type === 'stepped' ? message.mend : null) ?? this.#note });
    if (this.#reading.over(state) && !this.#finishing) {
      this.#finishing = true;
      void this.#finish();
    }
  }

  async #finish(): Promise<void> {
    // The last event is put in the box after the message that brought it has been drawn.
    await new Promise((done) => setTimeout(done, 0));
    await this.#outbox.delivered();
    if (this.#view.trouble !== null) return;
    for (let wait = 500; !this.#closed; wait = Math.min(wait * 2, 8000)) {
      try {
        await this.#keeping.finish(this.#lastSeq);
        this.#show({ finished: true });
        return;
      } catch (error) {
        // fetch's own error: nobody answered. The server may come back, and the words are on its disk.
        if (!(error instanceof TypeError)) {
          this.#finishing = false;
          this.#show({ trouble: error instanceof Error ? error.message : String(error) });
          return;
        }
        this.#show({ delivery: 'unreachable' });
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  }

  #show(change: Partial<ViewOf<S>>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
