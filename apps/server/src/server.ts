import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Deps, Stores } from '@legible/app';
import { fullBank } from '@legible/corpus';
import { openFiles } from '@legible/files';
import { llmSettings, openLlm } from '@legible/llm';
import { Hono } from 'hono';
import manifest from '../package.json' with { type: 'json' };
import { answerError, api } from './api.ts';
import { gradedCorpus } from './graded-corpus.ts';
import { sameOrigin, securityHeaders } from './guards.ts';
import { page } from './page.ts';

export interface Settings {
  readonly stores: Stores;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** Names other than this machine's own that a request may ask for. */
  readonly hosts?: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Lets requests that are under way end, for at most `patience` milliseconds. The store stays open. */
  close(patience?: number): Promise<void>;
}

/** The language model of the environment; none unless the user named one. */
function secondOpinion() {
  const settings = llmSettings(process.env);
  return settings === null ? null : openLlm(settings);
}

/** The whole application as one request handler. */
export function application({ stores, pageFolder, hosts = [] }: Omit<Settings, 'port' | 'host'>): Hono {
  const corpus = gradedCorpus();
  const deps: Deps = {
    store: stores.of('local'),
    storeKind: stores.kind,
    clock: () => new Date().toISOString(),
    bank: fullBank.map(({ id, kind, signals, seconds, text }) => ({ id, kind, signals, seconds, text })),
    corpus,
    files: openFiles(),
    llm: secondOpinion(),
    version: manifest.version,
  };
  const routes = api(deps, manifest.version);
  const app = new Hono();
  app.use(securityHeaders);
  app.use(sameOrigin(new Set(['127.0.0.1', 'localhost', '[::1]', ...hosts])));
  app.use('/api/*', async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  app.route('/', routes);
  app.use(page(pageFolder));
  app.onError(answerError);
  return app;
}

/** Starts to listen; on this machine only, unless `host` says otherwise. Rejects when the port is taken. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const { port, host = '127.0.0.1' } = settings;
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: application(settings).fetch, port, hostname: host }, resolve);
  server.once('error', reject);
  const address = await promise;
  server.off('error', reject);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    async close(patience = 3000) {
      const closed = new Promise<void>((done) => server.close(() => done()));
      const http = server as import('node:http').Server;
      http.closeIdleConnections();
      const impatient = setTimeout(() => http.closeAllConnections(), patience);
      await closed;
      clearTimeout(impatient);
    },
  };
}
