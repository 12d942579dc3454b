import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Visit } from './visit.ts';

/** A page as an answer. It is never kept by a browser or between: what it says is somebody's. */
export function show(visit: Visit, page: ReactElement, status = 200): Response {
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...pageHeaders(visit) },
  });
}

/** Sends the reader on, by GET: loading the page again sends no form twice. */
export function go(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function pageHeaders({ nonce, options }: Visit): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    // A form may lead on to the exchange's log-in, which asks the customer again.
    `form-action 'self' ${originOf(options.signInUrl)}`.trimEnd(),
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
