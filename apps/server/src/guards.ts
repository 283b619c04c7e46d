import { Refusal } from '@legible/app';
import type { MiddlewareHandler } from 'hono';

/** Styles and scripts come from our own files only; nothing inline, nothing from elsewhere, no frame around us. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', CONTENT_SECURITY_POLICY);
  context.header('x-content-type-options', 'nosniff');
  context.header('x-frame-options', 'DENY');
  context.header('referrer-policy', 'no-referrer');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('cross-origin-resource-policy', 'same-origin');
  context.header('permissions-policy', 'camera=(), geolocation=(), payment=(), usb=(), microphone=(self)');
};

/**
 * Lets in only requests for a name of ours, from a page of ours: a website that the user visits may not read this server
 * through a name that it points here, nor post to it.
 */
export function sameOrigin(allowedHosts: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const name = hostname(host);
    if (name === null || !allowedHosts.has(name))
      throw new Refusal('forbidden', `This server does not answer to the name "${host}".`, {
        field: 'host',
        mend: 'Open it as http://127.0.0.1, or list the name in LEGIBLE_HOSTS.',
      });
    const origin = context.req.header('origin');
    if (origin !== undefined && originHost(origin) !== host)
      throw new Refusal('forbidden', 'This request comes from another site.', {
        field: 'origin',
        mend: 'Use the page that this server serves.',
      });
    const site = context.req.header('sec-fetch-site');
    if (context.req.path.startsWith('/api/') && site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Refusal('forbidden', 'This request comes from another site.', {
        field: 'sec-fetch-site',
        mend: 'Use the page that this server serves.',
      });
    return next();
  };
}

/** The name in a Host header, without the port; null for what is not one. */
function hostname(host: string): string | null {
  const url = URL.parse(`http://${host}`);
  return url !== null && url.host !== '' && url.pathname === '/' && url.username === '' ? url.hostname : null;
}

const originHost = (origin: string) => URL.parse(origin)?.host ?? null;
