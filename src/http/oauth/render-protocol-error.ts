import type { KoaContextWithOIDC, ErrorOut } from 'oidc-provider';
import { pageText } from '../pages/send-page.js';
import { expiredPage, problemPage } from './problem-page.js';

/** What a person sees whom a host has sent with a request that cannot be answered, not even by sending them back. */
export function renderProtocolError(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  const isOver = error.name === 'SessionNotFound';
  const page = isOver
    ? expiredPage
    : problemPage(
        ctx.status,
        out.error === 'server_error'
          ? 'Something went wrong here'
          : `The app has asked wrongly (${describe(out)})`,
        'Go back to the app and connect again. If that does not help, show this to who makes the app.',
      );
  const { text, policy } = pageText({ ...page, status: ctx.status });
  ctx.type = 'text/html; charset=utf-8';
  ctx.set('Content-Security-Policy', policy);
  ctx.body = text;
}

function describe({ error, error_description: description }: ErrorOut): string {
  return description === undefined ? error : `${error}: ${description}`;
}
