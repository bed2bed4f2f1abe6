import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { html, type Html } from './html.js';
import { pageStyles } from './page-styles.js';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Sends the page's form as soon as it is there; without scripts a button does. */
  readonly submitsItself?: true;
}

/**
 * Sends a page that loads nothing and runs nothing but what is in it. There is no `form-action`: browsers apply it to
 * where a form's answer redirects to, and that is the client, and wherever the client goes on to.
 */
export function sendPage(response: Response, status: number, page: Page): void {
  const nonce = randomBytes(16).toString('base64');
  const script =
    page.submitsItself === true
      ? html`<script nonce="${nonce}">
          document.forms[0].submit();
        </script>`
      : html``;
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        <style nonce="${nonce}">
          ${{ html: pageStyles }}
        </style>
      </head>
      <body>
        <main>
          <p class="rehearsal">
            A rehearsal of Microsoft Entra ID on this machine. No real password belongs here.
          </p>
          ${page.body}
        </main>
        ${script}
      </body>
    </html> `;
  response
    .status(status)
    .set({
      'Content-Security-Policy': [
        "default-src 'none'",
        `style-src 'nonce-${nonce}'`,
        ...(page.submitsItself === true ? [`script-src 'nonce-${nonce}'`] : []),
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'Cache-Control': 'no-store, no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    })
    .type('html')
    .send(document.html);
}
