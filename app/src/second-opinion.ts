/** A language model that the user runs or pays for, asked only where they ask for it. */
export interface Llm {
  /** As named on screen: the model, and the host that answers. */
  readonly model: string;
  readonly host: string;
  /**
   * The model's reply to one message. Rejects with an `LlmTrouble` when there is none: no connection, no answer in time, a
   * refusal by the server, or nothing said.
   */
  reply(instructions: string, message: string): Promise<string>;
}

/** Why there is no second opinion, in words for the user. */
export class LlmTrouble extends Error {
  override readonly name = 'LlmTrouble';
}
