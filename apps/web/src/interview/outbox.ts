import { MAX_BATCH } from '@legible/app/contract/index';
import { Refusal } from '@legible/app/contract/error';

export type Delivery = 'kept' | 'sending' | 'unreachable' | 'elsewhere';

/** An event under its number. */
export interface Numbered<E> {
  readonly seq: number;
  readonly event: E;
}
/** Puts events on the server's disk; `keepalive` lets the request outlive the page. */
export type Send<E> = (
  events: Numbered<E>[],
  options?: { readonly keepalive?: boolean },
) => Promise<{ readonly acknowledged: number }>;

/** Keystrokes go together when they come faster than this, so that the server does not compete with the judge. */
const TOGETHER_MS = 200;

const boxKey = (id: string): string => `legible.outbox.${id}`;

/** What a lost page had not yet delivered. */
export function undelivered<E>(id: string, acknowledged: number): Numbered<E>[] {
  const stored = localStorage.getItem(boxKey(id));
  if (stored === null) return [];
  const events = JSON.parse(stored) as Numbered<E>[];
  const rest = events.filter(({ seq }) => seq > acknowledged);
  return rest.every(({ seq }, index) => seq === acknowledged + 1 + index) ? rest : [];
}

/**
 * Delivers events in order and keeps what is not acknowledged in the page's own storage, so that neither a dead server
 * nor a closed tab loses words. One request is under way at a time; what happens meanwhile goes with the next.
 */
export class Outbox<E> {
  readonly #id: string;
  readonly #send: Send<E>;
  readonly #report: (delivery: Delivery, reason?: string) => void;
  #reported: Delivery = 'kept';
  #pending: Numbered<E>[] = [];
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = 500;
  #lastSent = 0;
  #closed = false;

  constructor(id: string, send: Send<E>, onDelivery: (delivery: Delivery, reason?: string) => void) {
    this.#id = id;
    this.#send = send;
    this.#report = onDelivery;
  }

  add(...events: Numbered<E>[]): void {
    this.#pending.push(...events);
    this.#save();
    if (this.#wait > 500) return;
    this.#onDelivery('sending');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#deliver(), Math.max(0, this.#lastSent + TOGETHER_MS - performance.now()));
  }

  /** Resolves when everything is on the server's disk. */
  async delivered(): Promise<void> {
    while (this.#pending.length > 0 && !this.#closed) {
      this.#deliver();
      await (this.#sending ?? Promise.resolve());
      if (this.#pending.length > 0 && this.#sending === null) await new Promise((done) => setTimeout(done, this.#wait));
    }
  }

  /** The page is going away: one last request that outlives it. What fails stays in storage. */
  flushOnLeave(): void {
    if (this.#pending.length === 0 || this.#closed) return;
    void this.#send(this.#pending.slice(0, MAX_BATCH), { keepalive: true }).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #onDelivery(delivery: Delivery, reason?: string): void {
    if (delivery === this.#reported) return;
    this.#reported = delivery;
    this.#report(delivery, reason);
  }

  #save(): void {
    if (this.#pending.length === 0) localStorage.removeItem(boxKey(this.#id));
    else localStorage.setItem(boxKey(this.#id), JSON.stringify(this.#pending));
  }

  #deliver(): void {
    if (this.#sending || this.#closed || this.#pending.length === 0) return;
    clearTimeout(this.#timer);
    this.#lastSent = performance.now();
    this.#sending = this.#sendOnce().finally(() => {
      this.#sending = null;
      if (this.#closed || this.#pending.length === 0) return;
      this.#timer = setTimeout(() => this.#deliver(), this.#wait === 500 ? TOGETHER_MS : this.#wait);
    });
  }

  async #sendOnce(): Promise<void> {
    try {
      const { acknowledged } = await this.#send(this.#pending.slice(0, MAX_BATCH));
      this.#pending = this.#pending.filter(({ seq }) => seq > acknowledged);
      this.#wait = 500;
      this.#save();
      if (this.#pending.length === 0) this.#onDelivery('kept');
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'internal') {
        this.close();
        localStorage.removeItem(boxKey(this.#id));
        this.#onDelivery('elsewhere', [error.message, error.mend].filter(Boolean).join(' '));
        return;
      }
      this.#wait = Math.min(this.#wait * 2, 8000);
      this.#onDelivery('unreachable');
    }
  }
}
