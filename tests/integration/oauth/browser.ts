import { randomUUID } from 'node:crypto';
import { anAddress } from './host.js';

export interface Shown {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
}

/** Where a browser has ended: at a page of ours, or sent away to a host. */
export type Ended =
  { readonly kind: 'page'; readonly page: Shown } | { readonly kind: 'sentAway'; readonly to: URL };

export interface Answer {
  readonly answer: 'allow' | 'deny';
  /** Ticked; all that are offered where it is left out. */
  readonly scopes?: readonly string[];
}

export interface SentForm {
  readonly origin: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** A browser as far as it matters: cookies by path, redirects, forms. No script runs. */
export interface Browser {
  /** Follows redirects, signing in at Microsoft where one leads there. */
  open(url: string | URL, form?: SentForm): Promise<Ended>;
  /** Opens a host's request and answers the question whether to allow it, if it is asked. */
  allow(url: string | URL, answer?: Answer): Promise<{ to: URL; asked: Shown | null }>;
  /** Sends the form of a page that has this action. */
  submit(
    page: Shown,
    action: string,
    fields: readonly (readonly [string, string])[],
  ): Promise<Ended>;
  /** The same cookies, and another person at Microsoft. */
  with(signIn: SignIn): Browser;
}

type SignIn = (url: string, browser: string) => Promise<string>;

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export function openBrowser(
  options: {
    /** Of Microsoft's sign-in. */
    readonly authority: string;
    readonly signIn: SignIn;
  },
  jar = new Map<string, Cookie>(),
): Browser {
  const { authority, signIn } = options;
  const id = randomUUID();
  const address = anAddress();

  const keep = (header: string): void => {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const attribute = (wanted: string) =>
      attributes
        .find((one) => one.toLowerCase().startsWith(`${wanted}=`))
        ?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const expires = attribute('expires');
    const isOver =
      attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now());
    if (isOver) jar.delete(`${name} ${path}`);
    else jar.set(`${name} ${path}`, { name, value, path });
  };

  const cookiesFor = (path: string): string =>
    [...jar.values()]
      .filter((one) => path === one.path || path.startsWith(one.path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  const open: Browser['open'] = async (start, form) => {
    let url = new URL(start);
    const { origin } = url;
    let sent = form;
    for (let steps = 0; steps < 20; steps += 1) {
      if (url.origin === authority) {
        url = new URL(await signIn(url.href, id));
        continue;
      }
      if (url.origin !== origin) return { kind: 'sentAway', to: url };
      const response = await fetch(url, {
        redirect: 'manual',
        headers: {
          Accept: 'text/html',
          'X-Forwarded-For': address,
          Cookie: cookiesFor(url.pathname),
          ...(sent !== undefined && { Origin: sent.origin }),
        },
        ...(sent !== undefined && {
          method: 'POST',
          body: new URLSearchParams(sent.fields.map(([name, value]) => [name, value])),
        }),
      });
      response.headers.getSetCookie().forEach(keep);
      const html = await response.text();
      const location = response.headers.get('location');
      if (location === null) {
        const page = { status: response.status, url: url.href, html, headers: response.headers };
        return { kind: 'page', page };
      }
      url = new URL(location, url);
      sent = undefined;
    }
    throw new Error(`Redirects without end at ${url.href}`);
  };

  const submit: Browser['submit'] = async (page, action, fields) => {
    const target = new URL(action, page.url);
    return open(target, { origin: target.origin, fields });
  };

  return {
    open,
    submit,
    with: (other) => openBrowser({ authority, signIn: other }, jar),
    async allow(url, { answer, scopes } = { answer: 'allow' }) {
      const ended = await open(url);
      if (ended.kind === 'sentAway') return { to: ended.to, asked: null };
      const { page } = ended;
      const [action = '', token = ''] = [fieldOf(page, 'action'), hiddenOf(page, 'token')];
      const ticked = scopes ?? scopesIn(page);
      const after = await submit(page, action, [
        ['token', token],
        ['answer', answer],
        ...ticked.map((scope) => ['scope', scope] as const),
      ]);
      if (after.kind === 'page') throw new Error(`Not sent away: ${textOf(after.page)}`);
      return { to: after.to, asked: page };
    },
  };
}

/** What a person reads. */
export function textOf({ html }: Shown): string {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function scopesIn({ html }: Shown): readonly string[] {
  return [...html.matchAll(/name="scope" value="([^"]+)"/g)].map(([, scope = '']) => scope);
}

export function hiddenOf({ html }: Shown, name: string): string | undefined {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
}

function fieldOf({ html }: Shown, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];
}
