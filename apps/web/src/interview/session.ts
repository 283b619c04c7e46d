import type { Interview as Kept } from '@legible/app/contract/index';
import type { Interview, InterviewEvent } from '@legible/loop';
import { Outbox, undelivered } from './outbox.ts';
import type { Delivery } from './outbox.ts';
import { runningText, speakingIn } from './protocol.ts';
import type { FromInterviewer, Speaking, ToInterviewer } from './protocol.ts';
import { changeBetween } from './text-change.ts';

/** What the page shows of a running interview. */
export interface View {
  /** Null until the events so far have been replayed. */
  readonly state: Interview | null;
  readonly delivery: Delivery;
  /** Why nothing more can be said here, when that is so. */
  readonly trouble: string | null;
  /** Why the last thing was not taken, in words that say what would be. */
  readonly refusal: string | null;
  /** The server has the whole of it and has judged it. */
  readonly finished: boolean;
}

/** Phases in which the candidate's words run. */
const TALKING: ReadonlySet<Interview['phase']> = new Set(['answering', 'interrupted', 'following-up']);

type Happening = InterviewEvent extends infer E ? (E extends { at: number } ? Omit<E, 'at'> : never) : never;

/**
 * One interview in this page: the worker that interviews, the clock, and the way to the server's disk.
 * The clock counts the time this page was open and running; a lost tab costs no time.
 */
export class Session {
  readonly #worker: Worker;
  readonly #outbox: Outbox;
  readonly #interviewId: string;
  readonly #onFinish: (lastSeq: number) => Promise<void>;
  readonly #listeners = new Set<() => void>();
  readonly #ticker: ReturnType<typeof setInterval>;
  #view: View = { state: null, delivery: 'kept', trouble: null, refusal: null, finished: false };
  #base = 0;
  #openedAt = 0;
  #lastSeq = 0;
  /** The text as sent, by speaker, which runs ahead of the worker's state by the events under way. */
  #sent: { speaking: Speaking; text: string } = { speaking: 'answer', text: '' };
  /** Events the worker has not answered yet. */
  #underWay = 0;
  #asked = false;
  #finishing = false;

  constructor(interview: Kept, onFinish: (lastSeq: number) => Promise<void>) {
    this.#interviewId = interview.id;
    this.#onFinish = onFinish;
    this.#outbox = new Outbox(interview.id, (delivery, reason) =>
      this.#show({ delivery, ...(reason === undefined ? {} : { trouble: reason }) }),
    );
    this.#worker = new Worker(new URL('./interviewer.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromInterviewer>) => this.#hear(data));
    this.#worker.addEventListener('error', ({ message }) =>
      this.#show({
        trouble: `The interviewer could not be started: ${message || 'its file did not load'}. Reload the page.`,
      }),
    );
    const lost = undelivered(interview.id, interview.acknowledged);
    const events = [...interview.events.filter(({ seq }) => seq <= interview.acknowledged), ...lost];
    if (lost.length > 0) this.#outbox.add(...lost);
    this.#lastSeq = events.at(-1)?.seq ?? 0;
    this.#tell({ type: 'open', question: interview.question, seed: interview.seed, events });
    this.#ticker = setInterval(() => this.#tick(), 1000);
    addEventListener('pagehide', this.#leave);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): View => this.#view;

  /** Milliseconds on the interview's own clock, now. */
  now(): number {
    return Math.round(this.#openedAt === 0 ? this.#base : this.#base + performance.now() - this.#openedAt);
  }

  /** Whoever speaks now has these words; `closes` says a recogniser ended an utterance. */
  say(speaking: Speaking, text: string, closes = false): void {
    const before = this.#sent.speaking === speaking ? this.#sent.text : '';
    const change = changeBetween(before, text);
    if (!change) return;
    this.#sent = { speaking, text };
    this.#happened({ type: 'text-grew', ...change, ...(closes ? { closes } : {}) }, speaking);
  }

  /** Starts the clock; asking twice is one question. */
  ask = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    this.#happened({ type: 'asked' });
  };
  pushBack = (): void => this.#happened({ type: 'pushed-back' });
  answerInterruption = (): void => this.#happened({ type: 'interruption-answered' });
  submit = (): void => this.#happened({ type: 'submitted' });
  answerFollowUp = (): void => this.#happened({ type: 'follow-up-answered' });

  close(): void {
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
    return `legible.draft.${this.#interviewId}`;
  }

  /** Says again what was typed last and had not become an event when the page went away. */
  #takeDraft(state: Interview): void {
    const stored = localStorage.getItem(this.#draftKey);
    localStorage.removeItem(this.#draftKey);
    if (stored === null || !TALKING.has(state.phase)) return;
    const draft = JSON.parse(stored) as { speaking: Speaking; text: string };
    if (draft.speaking === speakingIn(state) && draft.text.startsWith(runningText(state)))
      this.say(draft.speaking, draft.text);
  }

  #tell(message: ToInterviewer): void {
    this.#worker.postMessage(message);
  }

  #happened(event: Happening, speaking: Speaking = this.#sent.speaking): void {
    this.#underWay += 1;
    this.#tell({ type: 'happened', event: { ...event, at: this.now() } as InterviewEvent, speaking });
  }

  #tick(): void {
    const phase = this.#view.state?.phase;
    if (phase !== undefined && TALKING.has(phase)) this.#happened({ type: 'ticked' });
  }

  #hear(message: FromInterviewer): void {
    if (message.type === 'broke') {
      this.#show({ trouble: `The interviewer broke: ${message.message} Reload the page; your words are kept.` });
      return;
    }
    const { state } = message;
    if (message.type === 'opened') {
      this.#base = state.now;
      this.#openedAt = performance.now();
      this.#asked = state.phase !== 'ready';
    } else {
      this.#underWay -= 1;
      if (message.kept) {
        this.#lastSeq = message.kept.seq;
        // After React has drawn what this message brings: an interruption comes before the post.
        const kept = message.kept;
        setTimeout(() => this.#outbox.add(kept), 0);
      }
    }
    const refused = message.effects.find((effect) => effect.type === 'refused');
    const speaking = speakingIn(state);
    // With nothing under way the worker's text is the text; a change it did not take is then sent again whole.
    if (speaking !== this.#sent.speaking || this.#underWay === 0) this.#sent = { speaking, text: runningText(state) };
    this.#show({ state, refusal: message.type === 'stepped' && refused ? refused.mend : null });
    if (message.type === 'opened') this.#takeDraft(state);
    if (state.phase === 'ended' && !this.#finishing) {
      this.#finishing = true;
      void this.#finish();
    }
  }

  async #finish(): Promise<void> {
    // The last event is put in the box after the message that brought it has been drawn.
    await new Promise((done) => setTimeout(done, 0));
    await this.#outbox.delivered();
    if (this.#view.trouble !== null) return;
    try {
      await this.#onFinish(this.#lastSeq);
      this.#show({ finished: true });
    } catch (error) {
      this.#finishing = false;
      this.#show({ trouble: error instanceof Error ? error.message : String(error) });
    }
  }

  #show(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** For messages about this interview. */
  get id(): string {
    return this.#interviewId;
  }
}
