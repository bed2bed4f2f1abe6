import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { HeaderPairs } from '../send.js';
import { markup, type Markup } from './markup.js';
import { pageStyle } from './page-style.js';

export interface Page {
  readonly status: number;
  /** Also the window's title. */
  readonly title: string;
  /** What stands below the heading. */
  readonly body: Markup;
  /** The page is asked for again after so many seconds; it disturbs who has pages read out, so only where nobody can wait. */
  readonly refreshSeconds?: number;
  /** Origins besides our own to which a form of the page may lead, also by redirect. Absent: the page has no form. */
  readonly formTargets?: readonly string[];
  /** Path of the one script of the page, which may call this server and nobody else. Absent: the page runs none. */
  readonly script?: string;
}

/** A page for people: runs no script but its own, loads nothing else, cannot be framed, tells nobody where it is and is kept nowhere. */
export function sendPage(response: ServerResponse, page: Page, headers: HeaderPairs = []): void {
  const { text, policy } = pageText(page);
  response.writeHead(page.status, [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(text)),
    'Cache-Control',
    'no-store',
    'Content-Security-Policy',
    policy,
    // Told to nobody, browsers would not say either where our forms come from.
    ...(page.formTargets === undefined ? [] : ['Referrer-Policy', 'same-origin']),
    ...headers,
  ]);
  response.end(text);
}

/** A page and its Content-Security-Policy, for who sends it in another way. */
export function pageText(page: Page): { readonly text: string; readonly policy: string } {
  return { text: layout(page), policy: policyOf(page) };
}

/** Sends the browser on to a path of ours, or with an address to somewhere else, without leaving its own address behind. */
export function sendOn(
  response: ServerResponse,
  location: string,
  headers: HeaderPairs = [],
): void {
  response.writeHead(303, [
    'Location',
    location,
    'Content-Length',
    '0',
    'Cache-Control',
    'no-store',
    ...headers,
  ]);
  response.end();
}

function layout({ title, body, refreshSeconds, formTargets, script }: Page): string {
  // With it a browser would not say where a form comes from; a page without one tells its address to nobody.
  const referrer =
    formTargets === undefined ? markup`<meta name="referrer" content="no-referrer">\n` : null;
  const refresh =
    refreshSeconds === undefined
      ? null
      : markup`<meta http-equiv="refresh" content="${refreshSeconds}">\n`;
  const head = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${referrer}${refresh}<title>${title} · Tandem</title>
`;
  const start =
    script === undefined ? null : markup`<script type="module" src="${script}"></script>`;
  const rest = markup`${start}
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return `${head.toString()}<style>${pageStyle}</style>${rest.toString()}`;
}

function policyOf({ formTargets, script }: Page): string {
  const style = createHash('sha256').update(pageStyle).digest('base64');
  const forms = formTargets === undefined ? "'none'" : ["'self'", ...formTargets].join(' ');
  return [
    "default-src 'none'",
    `style-src 'sha256-${style}'`,
    ...(script === undefined ? [] : ["script-src 'self'", "connect-src 'self'"]),
    `form-action ${forms}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
