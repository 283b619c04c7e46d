import type { Speaking } from './protocol.ts';

/** What a desk needs of the conversation it is in: one question, from the answer to the last follow-up. */
export interface Talk {
  /** Names what the page keeps of it in its own storage. */
  readonly id: string;
  /** Milliseconds on the conversation's clock. */
  now(): number;
  /** Whoever speaks now has these words; `closes` says a recogniser ended an utterance. */
  say(speaking: Speaking, text: string, closes?: boolean): void;
  readonly ask: () => void;
  readonly pushBack: () => void;
  readonly answerInterruption: () => void;
  readonly submit: () => void;
  readonly answerFollowUp: () => void;
}
