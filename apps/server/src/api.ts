import { OpenAPIHono } from '@hono/zod-openapi';
import {
  type Deps,
  type Endpoint,
  type EndpointName,
  endpoints,
  errorBody,
  parse,
  Refusal,
  STATUS_OF_CODE,
  useCases,
} from '@legible/app';
import type { Context } from 'hono';

const DEFAULT_BODY = 1_000_000;

/** The API: one route for each operation of the contract, and their description at /api/openapi.json. */
export function api(deps: Deps, version: string): OpenAPIHono {
  const app = new OpenAPIHono();
  for (const [name, operation] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    describe(app, name, operation);
    const useCase = useCases[name] as (deps: Deps, input: object) => Promise<unknown>;
    app.on(operation.method.toUpperCase(), operation.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const answer = await useCase(deps, await read(context, operation));
      if (operation.fileName !== undefined)
        context.header('content-disposition', `attachment; filename="${operation.fileName}"`);
      return context.json(answer as object);
    });
  }
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Legible', version, description: 'Everything the page does, it does through this.' },
  });
  app.all('/api/*', (context) => {
    throw new Refusal('not-found', `There is no ${context.req.method} ${context.req.path}.`, {
      mend: 'GET /api/openapi.json lists what there is.',
    });
  });
  app.onError(answerError);
  return app;
}

/** Every error leaves as the contract's one shape; what was not foreseen is in the log. */
export function answerError(error: Error, context: Context): Response {
  const refusal = error instanceof Refusal ? error : unexpected(error, context);
  return context.json(refusal.toBody(), STATUS_OF_CODE[refusal.code]);
}

function unexpected(error: Error, context: Context): Refusal {
  console.error(`${context.req.method} ${context.req.path}`, error);
  return new Refusal('internal', 'Something broke on our side. Nothing was changed by this request.', {
    mend: 'Try again; if it stays, the reason is in the window where the server runs.',
  });
}

async function read(context: Context, { params, query, body, maxBody = DEFAULT_BODY }: Endpoint): Promise<object> {
  return {
    ...(params && { params: parse(params, context.req.param(), 'The address') }),
    ...(query && { query: parse(query, context.req.query(), 'The query') }),
    ...(body && { body: parse(body, await json(context, maxBody), 'The body') }),
  };
}

async function json(context: Context, most: number): Promise<unknown> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/json')
    throw new Refusal('unsupported-type', `The body is "${type ?? 'of no type'}", and JSON is expected.`, {
      mend: 'Send it with content-type: application/json.',
    });
  const sent = await text(context, most);
  try {
    return JSON.parse(sent);
  } catch (error) {
    throw new Refusal('bad-request', `The body is not JSON: ${(error as Error).message}.`, {
      mend: 'Check that it was not cut off.',
    });
  }
}

/** Bytes beyond the limit that are read and dropped, so that the sender is still there to be told. */
const PATIENCE = 50_000_000;

async function text(context: Context, most: number): Promise<string> {
  const stream = context.req.raw.body;
  if (stream === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > most + PATIENCE) break;
  }
  if (size > most)
    throw new Refusal('too-large', `The body is larger than ${most / 1_000_000} MB.`, {
      mend: 'Send less at once.',
      detail: { maxBytes: most },
    });
  return Buffer.concat(chunks).toString('utf8');
}

function describe(app: OpenAPIHono, name: string, operation: Endpoint) {
  const content = (schema: Endpoint['response']) => ({ 'application/json': { schema } });
  const statuses = new Set(operation.refuses.map((code) => STATUS_OF_CODE[code]));
  app.openAPIRegistry.registerPath({
    method: operation.method,
    path: operation.path,
    operationId: name,
    summary: operation.summary,
    request: {
      ...(operation.params && { params: operation.params }),
      ...(operation.query && { query: operation.query }),
      ...(operation.body && { body: { required: true, content: content(operation.body) } }),
    },
    responses: {
      200: { description: operation.summary, content: content(operation.response) },
      ...Object.fromEntries(
        [...statuses].map((status) => [
          status,
          {
            description: operation.refuses.filter((code) => STATUS_OF_CODE[code] === status).join(', '),
            content: content(errorBody),
          },
        ]),
      ),
    },
  });
}
