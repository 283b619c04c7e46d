import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Refusal } from '@legible/app';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

/**
 * Serves the built page. Files under /assets carry their hash in their name and are kept for a year; everything else is
 * asked for again each time. An address with no file behind it is one of the page's own.
 */
export function page(folder: string): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next();
    const path = decode(context.req.path);
    const inside = normalize(join(folder, path));
    if (!inside.startsWith(folder + sep) && inside !== folder) throw notThere(path);
    const hidden = path.split('/').some((part) => part.startsWith('.'));
    const file = hidden
      ? null
      : ((await fileAt(inside)) ?? (extname(path) === '' ? await fileAt(join(folder, 'index.html')) : null));
    if (file === null) {
      if (extname(path) === '' && !hidden)
        throw new Refusal('not-found', 'The page has not been built.', {
          mend: 'Start Legible with "npm start", which builds it.',
        });
      throw notThere(path);
    }
    const body = await readFile(file);
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    context.header('etag', etag);
    context.header('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (context.req.header('if-none-match') === etag) return context.body(null, 304);
    context.header('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    return context.body(body);
  };
}

async function fileAt(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? path : null;
  } catch {
    return null; // No such file: the caller decides what that means.
  }
}

function decode(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    if (!decoded.includes('\0')) return decoded;
  } catch {
    // A broken escape is an address that nothing has.
  }
  throw notThere(path);
}

const notThere = (path: string) =>
  new Refusal('not-found', `There is nothing at "${path}".`, { mend: 'Go to the first page.' });
