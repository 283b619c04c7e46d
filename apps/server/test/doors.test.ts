import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverForTest } from './kit.ts';

let server: Awaited<ReturnType<typeof serverForTest>>;
beforeAll(async () => {
  server = await serverForTest();
});
afterAll(() => server?.close());

/** A request with headers that fetch would not send, and a path that it would tidy. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (reply) => {
      let body = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => (body += chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('who gets in', () => {
  const port = () => new URL(server.url).port;

  it("answers to this machine's own names, whatever the port, and to no other", async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', `localhost:${port()}`, 'localhost:9999', 'LOCALHOST'])
      expect([host, (await raw('/api/health', { host })).status]).toEqual([host, 200]);
    for (const host of [
      'evil.example',
      `evil.example:${port()}`,
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      'evil.example/localhost',
      'localhost@evil.example',
      '0.0.0.0',
    ]) {
      const { status, body } = await raw('/api/health', { host });
      expect([400, 403], host).toContain(status);
      expect(body).not.toContain('sqlite');
    }
  });

  it("lets in its own page and refuses another site's", async () => {
    const host = `127.0.0.1:${port()}`;
    const own = await raw('/api/health', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' });
    expect(own.status).toBe(200);
    for (const origin of ['http://evil.example', `http://localhost:${port()}`, 'http://127.0.0.1:1', 'null'])
      expect([origin, (await raw('/api/archive?confirm=erase', { host, origin }, 'DELETE')).status]).toEqual([
        origin,
        403,
      ]);
    for (const site of ['cross-site', 'same-site'])
      expect((await raw('/api/archive', { host, 'sec-fetch-site': site })).status).toBe(403);
    expect((await raw('/', { host, 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    expect(
      (await raw('/api/health', { host, origin: 'http://evil.example' })).headers['access-control-allow-origin'],
    ).toBeUndefined();
  });

  it('listens on this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    if (outside !== undefined) await expect(fetch(`http://${outside.address}:${port()}/api/health`)).rejects.toThrow();
  });
});

describe('what it sends', () => {
  it('forbids scripts and styles from elsewhere, frames and sniffing, on pages, data and errors alike', async () => {
    for (const path of ['/', '/api/health', '/api/nothing', '/assets/none.js']) {
      const { headers } = await raw(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
  });

  it('serves the page for its own addresses, and says what may be kept', async () => {
    for (const path of ['/', '/history', '/interviews/abc/debrief']) {
      const { status, headers, body } = await raw(path);
      expect([status, headers['cache-control'], headers['content-type']]).toEqual([
        200,
        'no-cache',
        'text/html; charset=utf-8',
      ]);
      expect(body).toContain('<title>Legible</title>');
    }
    const asset = await raw('/assets/app-abc123.js');
    expect([asset.status, asset.headers['content-type'], asset.headers['cache-control']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await raw('/', { 'if-none-match': String((await raw('/')).headers['etag']) })).status).toBe(304);
    expect((await raw('/api/health')).headers['cache-control']).toBe('no-store');
    expect(await raw('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it("serves nothing from outside the page's folder, and nothing hidden", async () => {
    for (const path of [
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/..%2foutside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/.built-from',
      '/%2ebuilt-from',
      '/assets/none.js',
      '/%00',
      '/%ff',
    ]) {
      const { status, body } = await raw(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toMatch(/^outside|secret/);
    }
  });
});
