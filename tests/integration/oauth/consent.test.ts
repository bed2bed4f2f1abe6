import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenOf, scopesIn, textOf, type Ended, type Shown } from './browser.js';
import { aHost, type PlainHost } from './host.js';
import { startOauthStand, type OauthStand } from './oauth-stand.js';

let stand: OauthStand;

beforeAll(async () => {
  stand = await startOauthStand();
});
afterAll(() => stand.close());

function pageOf(ended: Ended): Shown {
  if (ended.kind === 'sentAway') throw new Error(`Sent away to ${ended.to.href}`);
  return ended.page;
}

const actionOf = ({ html }: Shown) => / action="([^"]*)"/.exec(html)?.[1] ?? '';

describe('the question whether to allow a host', () => {
  it('says who asks, what of it is known, where the person is sent, and what it may do', async () => {
    const host = await aHost(stand, { name: '<b>Claude</b>' });
    const page = pageOf(await stand.browserOf('Maya').open(host.authorizeUrl()));
    const text = textOf(page);
    expect(text).toContain('Let an app that calls itself “<b>Claude</b>” use Tandem?');
    expect(text).toContain('whose it is was not checked');
    expect(text).toContain('host.example (https://host.example/callback)');
    expect(text).toContain('Maya Okafor (maya.okafor@tandem.example)');
    expect(text).toContain('See the tasks of your boards');
    expect(scopesIn(page)).toEqual(['tasks:read', 'tasks:write']);
  });

  it('is a page that runs nothing, loads nothing and leads nowhere else', async () => {
    const host = await aHost(stand);
    const { headers, html } = pageOf(await stand.browserOf('Maya').open(host.authorizeUrl()));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' https://host.example;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(html).not.toContain('<script');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    // Hosts open it in a window and wait for it.
    expect(headers.has('cross-origin-opener-policy')).toBe(false);
  });

  it('sends the person back without a code where they decline, and asks again the next time', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    const { to } = await browser.allow(host.authorizeUrl(), { answer: 'deny' });
    expect(Object.fromEntries(to.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'The person did not allow it',
      state: 'of the host',
      iss: stand.origin,
    });
    expect(pageOf(await browser.open(host.authorizeUrl())).html).toContain('value="allow"');
  });

  it('gives only what is ticked, and something has to be', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    const page = pageOf(await browser.open(host.authorizeUrl()));
    const token = hiddenOf(page, 'token') ?? '';
    const answer = [
      ['token', token],
      ['answer', 'allow'],
    ] as const;
    const again = pageOf(await browser.submit(page, actionOf(page), answer));
    expect(textOf(again)).toContain('Tick at least one');
    const wider = [...answer, ['scope', 'tasks:read'], ['scope', 'admin']] as const;
    const ended = await browser.submit(again, actionOf(again), wider);
    if (ended.kind === 'page') throw new Error(textOf(ended.page));
    expect((await host.redeem(ended.to)).body.scope).toBe('tasks:read');
  });

  it('is not answered by another page: without its token, from another origin, in another browser', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    const page = pageOf(await browser.open(host.authorizeUrl()));
    const target = new URL(actionOf(page), page.url);
    const token = hiddenOf(page, 'token') ?? '';
    const fields = [
      ['answer', 'allow'],
      ['scope', 'tasks:read'],
    ] as const;
    const guessed = pageOf(await browser.submit(page, target.href, [...fields, ['token', 'x']]));
    expect(textOf(guessed)).toContain('This request to connect is over');
    const foreign = await browser.open(target, {
      origin: 'https://evil.example',
      fields: [...fields, ['token', token]],
    });
    expect(pageOf(foreign).status).toBe(403);
    const other = stand.browserOf('Jonas');
    const stolen = pageOf(await other.submit(page, target.href, [...fields, ['token', token]]));
    expect(textOf(stolen)).toContain('This request to connect is over');
  });
});

describe('what was allowed once', () => {
  it('is not asked again for the same host, place and scopes', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    expect((await browser.allow(host.authorizeUrl())).asked).not.toBeNull();
    const again = await browser.allow(host.authorizeUrl({ scope: 'tasks:read' }));
    expect(again.asked).toBeNull();
    const { status, body } = await host.redeem(again.to);
    expect([status, body.scope]).toEqual([200, 'tasks:read']);
  });

  it('is asked again for one scope more, which is marked', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    await browser.allow(host.authorizeUrl());
    const { asked, to } = await browser.allow(
      host.authorizeUrl({ scope: 'tasks:read tasks:write sync:read' }),
    );
    expect(asked && textOf(asked)).toMatch(/See how sync .* \(new\)/);
    expect(asked?.html.match(/\(new\)/g)).toHaveLength(1);
    expect((await host.redeem(to)).body.scope).toBe('tasks:read tasks:write sync:read');
  });

  it('is asked again for another host, whatever it calls itself, and for another person', async () => {
    const browser = stand.browserOf('Maya');
    const host = await aHost(stand, { name: 'Twin' });
    await browser.allow(host.authorizeUrl());
    const twin = await aHost(stand, { name: 'Twin' });
    expect((await browser.allow(twin.authorizeUrl())).asked).not.toBeNull();
    expect((await stand.browserOf('Jonas').allow(host.authorizeUrl())).asked).not.toBeNull();
  });

  it('is asked each time where anybody could listen: loopback addresses and schemes', async () => {
    for (const redirectUri of ['http://127.0.0.1:4000/cb', 'cursor://anysphere.cursor-mcp/cb']) {
      const host = await aHost(stand, { redirectUri });
      const browser = stand.browserOf('Maya');
      await browser.allow(host.authorizeUrl());
      const { asked } = await browser.allow(host.authorizeUrl());
      expect(asked && textOf(asked)).toContain('a program on this computer to connect');
    }
  });

  it('is asked where the host wants it so', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    await browser.allow(host.authorizeUrl());
    const { asked } = await browser.allow(host.authorizeUrl({ prompt: 'consent' }));
    expect(asked).not.toBeNull();
  });
});

describe('a request of a host', () => {
  const errorOf = (ended: Ended) =>
    ended.kind === 'sentAway' ? answerIn(ended.to).get('error') : textOf(ended.page);
  /** What is for a page's script comes behind the `#`. */
  const answerIn = ({ searchParams, hash }: URL) =>
    hash === '' ? searchParams : new URLSearchParams(hash.slice(1));

  it.each<[string, (host: PlainHost) => URL, string]>([
    [
      'plain PKCE',
      (host) => host.authorizeUrl({ code_challenge_method: 'plain' }),
      'invalid_request',
    ],
    [
      'no PKCE',
      (host) => host.authorizeUrl({}, ['code_challenge', 'code_challenge_method']),
      'invalid_request',
    ],
    [
      'another resource',
      (host) => host.authorizeUrl({ resource: 'https://other.example/mcp' }),
      'invalid_target',
    ],
    [
      'our origin as resource',
      (host) => host.authorizeUrl({ resource: stand.origin }),
      'invalid_target',
    ],
    [
      'the implicit flow',
      (host) => host.authorizeUrl({ response_type: 'token' }),
      'unsupported_response_type',
    ],
    ['prompt none', (host) => host.authorizeUrl({ prompt: 'none' }), 'login_required'],
  ])('is sent back with an error for %s', async (_name, urlOf, error) => {
    const host = await aHost(stand);
    const ended = await stand.browserOf('Maya').open(urlOf(host));
    expect(errorOf(ended)).toBe(error);
    expect(ended.kind === 'sentAway' && answerIn(ended.to).get('iss')).toBe(stand.origin);
  });

  it.each([
    'https://host.example/callback/',
    'https://host.example/callback?x=1',
    'https://host.example.evil.example/callback',
    'https://HOST.example/callback',
    'http://127.0.0.1/callback',
  ])('is never sent to another redirect: %s', async (redirect_uri) => {
    const host = await aHost(stand);
    const page = pageOf(await stand.browserOf('Maya').open(host.authorizeUrl({ redirect_uri })));
    expect(page.status).toBe(400);
    expect(textOf(page)).toContain('redirect_uri');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('may come back to any port of this machine, and to nothing else that is registered otherwise', async () => {
    const host = await aHost(stand, { redirectUri: 'http://127.0.0.1/cb' });
    const redirect = { redirect_uri: 'http://127.0.0.1:54321/cb' };
    const { to } = await stand.browserOf('Maya').allow(host.authorizeUrl(redirect));
    expect(to.origin).toBe('http://127.0.0.1:54321');
    const page = pageOf(
      await stand
        .browserOf('Maya')
        .open(host.authorizeUrl({ redirect_uri: 'http://localhost/cb' })),
    );
    expect(textOf(page)).toContain('redirect_uri');
  });

  it('is over after it was answered', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    const page = pageOf(await browser.open(host.authorizeUrl()));
    await browser.submit(page, actionOf(page), [
      ['token', hiddenOf(page, 'token') ?? ''],
      ['answer', 'deny'],
    ]);
    expect(textOf(pageOf(await browser.open(page.url)))).toContain('is over');
  });
});

describe('somebody else in the same browser', () => {
  it('gets a session of their own, and the first one is gone', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Maya');
    await browser.allow(host.authorizeUrl());
    const { asked } = await stand
      .sameBrowser(browser, 'Jonas')
      .allow(host.authorizeUrl({ prompt: 'login' }));
    expect(asked && textOf(asked)).toContain('You are Jonas Lindqvist');
  });
});

describe('/account', () => {
  it('shows the hosts of the person, and ends one of them at every server within a second', async () => {
    const browser = stand.browserOf('Aiko');
    const host = await aHost(stand, { name: 'Kept in sight' });
    const { to } = await browser.allow(host.authorizeUrl());
    const { body: tokens } = await host.redeem(to);
    const page = pageOf(await browser.open(`${stand.origin}/account`));
    expect(textOf(page)).toContain('You are Aiko Tanaka');
    expect(textOf(page)).toContain('Kept in sight');
    expect(textOf(page)).toContain('Create, change and delete tasks');

    const fields = [
      ['token', hiddenOf(page, 'token') ?? ''],
      ['app', hiddenOf(page, 'app') ?? ''],
    ] as const;
    const after = pageOf(await browser.submit(page, '/account/disconnect', fields));
    expect(textOf(after)).toContain('No app may act for you');
    const began = Date.now();
    while ((await host.call(tokens.access_token)).status !== 401) {
      expect(Date.now() - began).toBeLessThan(3_000);
    }
    expect((await host.refresh(tokens.refresh_token)).status).toBe(400);
    expect((await browser.allow(host.authorizeUrl())).asked).not.toBeNull();
  });

  it('asks for a sign-in first, and none of it is seen by others', async () => {
    const host = await aHost(stand, { name: 'Of Maya alone' });
    await stand.browserOf('Maya').allow(host.authorizeUrl());
    const browser = stand.browserOf('Tomás');
    const closed = pageOf(await browser.open(`${stand.origin}/account`));
    expect(textOf(closed)).toContain('Sign in with Microsoft');
    const open = pageOf(await browser.open(`${stand.origin}/account/sign-in`));
    expect(open.url).toBe(`${stand.origin}/account`);
    expect(textOf(open)).toContain('You are Tomás Herrera');
    expect(textOf(open)).not.toContain('Of Maya alone');
    const token = hiddenOf(open, 'token') ?? '';
    const out = pageOf(await browser.submit(open, '/account/sign-out', [['token', token]]));
    expect(textOf(out)).toContain('Sign in with Microsoft');
    const back = pageOf(await browser.open(`${stand.origin}/oauth/account/signed-in`));
    expect(textOf(back)).toContain('did not come to its end');
  });

  it('lets nobody in by a cookie that they had put into the browser before', async () => {
    const planted = `tandem_login=${'A'.repeat(43)}`;
    const ask = (url: string, cookie: string) =>
      fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
    const begun = await ask(`${stand.origin}/account/sign-in`, planted);
    const own = /tandem_login=[\w-]{43}/.exec(begun.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const url = begun.headers.get('location') ?? '';
    const { redirectUrl } = await stand.control('POST', '/sign-in', { url, person: 'Maya' });
    const taken = await ask(String(redirectUrl), own);
    const result = new URL(taken.headers.get('location') ?? '', stand.origin);
    expect((await ask(result.href, own)).headers.get('location')).toBe('/oauth/account/signed-in');
    const signedIn = `${stand.origin}/oauth/account/signed-in`;
    const thief = await ask(signedIn, planted);
    expect(thief.status).toBe(400);
    expect(thief.headers.get('set-cookie')).toBeNull();
    expect((await ask(signedIn, own)).headers.get('location')).toBe('/account');
  });

  it('changes nothing without the token of the page, or for another page', async () => {
    const browser = stand.browserOf('Maya');
    const host = await aHost(stand, { name: 'Stays' });
    await browser.allow(host.authorizeUrl());
    const page = pageOf(await browser.open(`${stand.origin}/account`));
    const app = hiddenOf(page, 'app') ?? '';
    const guessed = await browser.submit(page, '/account/disconnect', [
      ['token', 'x'],
      ['app', app],
    ]);
    expect(textOf(pageOf(guessed))).toContain('This request to connect is over');
    const foreign = await browser.open(`${stand.origin}/account/disconnect`, {
      origin: 'https://evil.example',
      fields: [
        ['token', hiddenOf(page, 'token') ?? ''],
        ['app', app],
      ],
    });
    expect(pageOf(foreign).status).toBe(403);
    expect(pageOf(await browser.open(`${stand.origin}/account/disconnect`)).status).toBe(405);
    expect(textOf(pageOf(await browser.open(`${stand.origin}/account`)))).toContain('Stays');
  });
});

it('writes down who allowed what, who declined, and who took it back; and logs no secret', async () => {
  const entries = (await stand.redis.xrange(stand.keys.auditLog, '-', '+')).map(
    ([, [, text = 'null']]) => JSON.parse(text) as Record<string, unknown>,
  );
  const ofMaya = entries.filter(({ actor }) => actor === 'maya.okafor@tandem.example');
  expect(ofMaya).toContainEqual(
    expect.objectContaining({ operation: 'oauth_allow', status: 200, code: null }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({ operation: 'oauth_allow', status: 403, code: 'access_denied' }),
  );
  expect(entries).toContainEqual(expect.objectContaining({ operation: 'oauth_disconnect' }));
  const log = stand.logLines.join('');
  // By chance alone three letters stand in a random id.
  expect(log).not.toMatch(/eyJ[\w-]+\.eyJ/);
});
