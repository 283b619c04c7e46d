import type { KeptLoop } from '@legible/app/contract/index';
import type { LoopEvent } from '@legible/loop';
import { Conversation } from '../../interview/conversation.ts';
import type { Talk } from '../../interview/talk.ts';
import { server } from '../../server/server.ts';
import { speakingAt, textAt } from './sitting.ts';
import type { Sitting } from './sitting.ts';

/** Ticks of a loop come less often than those of one interview: a whole loop has hours of them. */
const TICK_MS = 5000;

/** One loop in this page. */
export class LoopSession extends Conversation<Sitting, LoopEvent> {
  constructor({ id, plan, events, acknowledged }: KeptLoop, onFinish: (lastSeq: number) => Promise<void>) {
    super(
      new Worker(new URL('./loop.worker.ts', import.meta.url), { type: 'module' }),
      { plan },
      {
        id,
        events,
        acknowledged,
        send: (batch, options) => server.appendLoopEvents({ params: { id }, body: { events: batch } }, options),
        finish: onFinish,
      },
      {
        speaking: speakingAt,
        text: textAt,
        talking: ({ current }) => current !== null,
        over: ({ phase }) => phase === 'ended',
        now: ({ now }) => now,
        tickMs: TICK_MS,
      },
    );
  }

  openRound = (): void => this.happened({ type: 'round-opened' }, 'nobody');
  leaveForGood = (): void => {
    const { state } = this.view();
    if (state !== null) this.happened({ type: 'loop-left' }, speakingAt(state));
  };

  /** The desk's way to one question of the loop. */
  talkAt(turn: number): Talk {
    const press = (type: 'pushed-back' | 'interruption-answered' | 'submitted' | 'follow-up-answered') => () => {
      const { state } = this.view();
      if (state?.turn === turn) this.happened({ type }, speakingAt(state));
    };
    return {
      id: `${this.id}.${turn}`,
      now: () => this.now(),
      say: (speaking, text, closes) => this.say(`${turn}/${speaking}`, text, closes),
      // A loop asks its questions itself.
      ask: () => undefined,
      pushBack: press('pushed-back'),
      answerInterruption: press('interruption-answered'),
      submit: press('submitted'),
      answerFollowUp: press('follow-up-answered'),
    };
  }
}
