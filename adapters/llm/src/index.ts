import { type Llm, LlmTrouble } from '@legible/app/second-opinion';
import type OpenAI from 'openai';

type Sdk = typeof import('openai');

export interface LlmSettings {
  /** Base address of an OpenAI-compatible server: "http://127.0.0.1:11434/v1". */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** Milliseconds to wait for a reply. */
  readonly patience?: number;
}

const PATIENCE = 30_000;
/** Replies are short; a server that goes on is cut off here. */
const MOST_TOKENS = 400;
const MOST_CHARACTERS = 8000;

/** The settings in the environment; null where no model is asked for. Throws an Error that names the variable and the mend. */
export function llmSettings(env: Readonly<Record<string, string | undefined>>): LlmSettings | null {
  const url = env['LEGIBLE_LLM_URL']?.trim() ?? '';
  const model = env['LEGIBLE_LLM_MODEL']?.trim() ?? '';
  const key = env['LEGIBLE_LLM_KEY']?.trim() ?? '';
  if (url === '' && model === '') return null;
  if (url === '')
    throw new Error('LEGIBLE_LLM_URL is missing while LEGIBLE_LLM_MODEL is set. Give the server’s address.');
  if (model === '') throw new Error('LEGIBLE_LLM_MODEL is missing while LEGIBLE_LLM_URL is set. Name the model.');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`LEGIBLE_LLM_URL is "${url}". Write it as http://127.0.0.1:11434/v1.`);
  return { url, model, ...(key !== '' && { key }) };
}

/** A client of an OpenAI-compatible server. Nothing is sent before `reply` is called. */
export function openLlm({ url, model, key, patience = PATIENCE }: LlmSettings): Llm {
  // Loaded at the first question: whoever never asks does not wait for it at the start.
  let opened: Promise<{ sdk: Sdk; client: OpenAI }> | undefined;
  const open = async () => {
    const sdk = await import('openai');
    const client = new sdk.OpenAI({
      baseURL: url,
      // Local servers need no key, and the client insists on one.
      apiKey: key ?? 'none',
      timeout: patience,
      maxRetries: 0,
      logLevel: 'off',
    });
    return { sdk, client };
  };
  const { host } = new URL(url);
  return {
    model,
    host,
    async reply(instructions, message) {
      const { sdk, client } = await (opened ??= open());
      let said: unknown;
      try {
        const completion = await client.chat.completions.create(
          {
            model,
            temperature: 0,
            max_tokens: MOST_TOKENS,
            messages: [
              { role: 'system', content: instructions },
              { role: 'user', content: message },
            ],
          },
          { signal: AbortSignal.timeout(patience) },
        );
        said = completion?.choices?.[0]?.message?.content;
      } catch (error) {
        throw new LlmTrouble(trouble(error, sdk, model, host, patience));
      }
      if (typeof said !== 'string' || said.trim() === '') throw new LlmTrouble(`${model} at ${host} said nothing.`);
      return said.slice(0, MOST_CHARACTERS);
    },
  };
}

function trouble(error: unknown, sdk: Sdk, model: string, host: string, patience: number): string {
  if (error instanceof sdk.APIConnectionTimeoutError || error instanceof sdk.APIUserAbortError)
    return `${model} at ${host} gave no answer within ${Math.round(patience / 1000)} seconds.`;
  if (error instanceof sdk.AuthenticationError) return `${host} refused the key. Check LEGIBLE_LLM_KEY.`;
  if (error instanceof sdk.RateLimitError) return `${host} is asked too often. Try again in a minute.`;
  if (error instanceof sdk.APIConnectionError) return `${host} cannot be reached. Is the model server running?`;
  if (error instanceof sdk.APIError && error.status === 404) return `${host} does not know the model ${model}.`;
  if (error instanceof sdk.APIError && error.status !== undefined)
    return `${host} answered with an error (${error.status}).`;
  return `${host} answered with something that is no reply.`;
}
