import {
  type Answers,
  type Endpoint,
  type EndpointName,
  type Endpoints,
  endpoints,
  errorBody,
  Refusal,
  type Sends,
} from './contract/index.ts';

type Call<E extends Endpoint> =
  object extends Sends<E>
    ? (input?: Sends<E>, options?: { signal?: AbortSignal; keepalive?: boolean }) => Promise<Answers<E>>
    : (input: Sends<E>, options?: { signal?: AbortSignal; keepalive?: boolean }) => Promise<Answers<E>>;

/** One method for each operation of the contract. */
export type Client = { readonly [K in EndpointName]: Call<Endpoints[K]> };

interface Loose {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/**
 * A client for the API at `baseUrl` ("" for the page's own origin).
 *
 * A refusal by the server is thrown as a `Refusal`; a server that cannot be reached rejects with fetch's own TypeError.
 */
export function createClient(baseUrl = '', fetcher: typeof fetch = (...args) => fetch(...args)): Client {
  const call = async (
    operation: Endpoint,
    input: Loose = {},
    options: { signal?: AbortSignal; keepalive?: boolean } = {},
  ) => {
    const reply = await fetcher(baseUrl + address(operation.path, input), {
      method: operation.method.toUpperCase(),
      headers:
        input.body === undefined
          ? { accept: 'application/json' }
          : { accept: 'application/json', 'content-type': 'application/json' },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...options,
    });
    const text = await reply.text();
    if (!reply.ok) throw refusalOf(reply.status, text);
    return operation.response.parse(JSON.parse(text));
  };
  return Object.fromEntries(
    Object.entries(endpoints).map(([name, operation]) => [
      name,
      (input?: Loose, options?: { signal?: AbortSignal }) => call(operation, input, options),
    ]),
  ) as unknown as Client;
}

function address(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function refusalOf(status: number, text: string): Refusal {
  const parsed = errorBody.safeParse(parseOrNull(text));
  if (!parsed.success) return new Refusal('internal', `The server answered ${status} with something that is not ours.`);
  const { code, message, field, mend, detail } = parsed.data.error;
  return new Refusal(code, message, { ...(field && { field }), ...(mend && { mend }), ...(detail && { detail }) });
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
