import type { Interview as Kept } from '@legible/app/contract/index';
import type { Interview, InterviewEvent } from '@legible/loop';
import { server } from '../server/server.ts';
import { Conversation } from './conversation.ts';
import type { ViewOf } from './conversation.ts';
import { runningText, speakingIn } from './protocol.ts';

/** What the page shows of a running interview. */
export type View = ViewOf<Interview>;

/** Phases in which the candidate's words run. */
const TALKING: ReadonlySet<Interview['phase']> = new Set(['answering', 'interrupted', 'following-up']);

/** One interview in this page. */
export class Session extends Conversation<Interview, InterviewEvent> {
  #asked: boolean;

  constructor(interview: Kept, onFinish: (lastSeq: number) => Promise<void>) {
    const { id, events, acknowledged, question, seed } = interview;
    super(
      new Worker(new URL('./interviewer.worker.ts', import.meta.url), { type: 'module' }),
      { question, seed },
      {
        id,
        events,
        acknowledged,
        send: (batch, options) => server.appendEvents({ params: { id }, body: { events: batch } }, options),
        finish: onFinish,
      },
      {
        speaking: speakingIn,
        text: runningText,
        talking: ({ phase }) => TALKING.has(phase),
        over: ({ phase }) => phase === 'ended',
        now: ({ now }) => now,
        tickMs: 1000,
      },
    );
    this.#asked = false;
  }

  /** Starts the clock; asking twice is one question. */
  ask = (): void => {
    if (this.#asked || (this.view().state?.phase ?? 'ready') !== 'ready') return;
    this.#asked = true;
    this.happened({ type: 'asked' });
  };
  pushBack = (): void => this.happened({ type: 'pushed-back' });
  answerInterruption = (): void => this.happened({ type: 'interruption-answered' });
  submit = (): void => this.happened({ type: 'submitted' });
  answerFollowUp = (): void => this.happened({ type: 'follow-up-answered' });
}
