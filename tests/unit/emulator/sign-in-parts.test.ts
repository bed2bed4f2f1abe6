import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toClientResponse } from '../../../emulator/entra/authorize/client-response.js';
import { findRedirectUri } from '../../../emulator/entra/authorize/redirect-uri.js';
import { html } from '../../../emulator/entra/pages/html.js';
import { createOrderOfEvents } from '../../../emulator/entra/keys/order-of-events.js';
import { checkVerifier, readChallenge } from '../../../emulator/entra/token/pkce.js';
import { readClaims } from '../../../emulator/entra/token/claims-request.js';

const verifier = fc.stringMatching(/^[A-Za-z0-9\-._~]{43,128}$/);

describe('html', () => {
  it('lets no text become markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { html: made } = html`<p title="${text}">${text}</p>`;
        const inner = made.slice('<p title="'.length, -'</p>'.length);
        expect(inner.match(/[<>"]/g)).toEqual(['"', '>']);
        expect(inner).not.toMatch(/'|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it('keeps what was made of it', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`${items}`.html).toBe('<li>a</li><li>&lt;b&gt;</li>');
  });
});

describe('a redirect URI', () => {
  const app = {
    appId: 'a',
    objectId: 'o',
    displayName: 'A',
    redirectUris: [
      { uri: 'http://localhost/cb', type: 'web' },
      { uri: 'https://app.example/cb', type: 'web' },
    ],
  } as const;

  it('at localhost may have any port', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
        expect(findRedirectUri(app, `http://localhost:${port}/cb`)).toBeDefined();
        expect(findRedirectUri(app, `https://app.example:${port}/cb`)).toBeUndefined();
      }),
    );
  });

  it('is the registered one letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (more) => {
        expect(findRedirectUri(app, `https://app.example/cb${more}`)).toBeUndefined();
        expect(findRedirectUri(app, `http://localhost/cb${more}`)).toBeUndefined();
        expect(findRedirectUri(app, `${more}https://app.example/cb`)).toBeUndefined();
      }),
    );
  });
});

describe('PKCE', () => {
  it('takes the verifier of the challenge, and no other', () => {
    fc.assert(
      fc.property(verifier, verifier, (mine, other) => {
        fc.pre(mine !== other);
        const value = createHash('sha256').update(mine).digest('base64url');
        const query = new URLSearchParams({ code_challenge: value, code_challenge_method: 'S256' });
        const challenge = readChallenge(query);
        expect(() => checkVerifier(challenge, mine)).not.toThrow();
        expect(() => checkVerifier(challenge, other)).toThrow('Code_Verifier');
        expect(() => checkVerifier(challenge, value)).toThrow('Code_Verifier');
      }),
    );
  });

  it('without a method means plain', () => {
    const value = 'v'.repeat(43);
    const challenge = readChallenge(new URLSearchParams({ code_challenge: value }));
    expect(challenge).toEqual({ value, method: 'plain' });
    expect(() => checkVerifier(challenge, value)).not.toThrow();
  });
});

it('an answer carries any text unharmed, in each mode', () => {
  fc.assert(
    fc.property(fc.string(), (state) => {
      const address = { redirectUri: 'http://localhost/cb?kept=1', state } as const;
      const query = toClientResponse({ ...address, mode: 'query' }, { code: 'c' });
      const fragment = toClientResponse({ ...address, mode: 'fragment' }, { code: 'c' });
      if (query.kind === 'post' || fragment.kind === 'post') throw new Error('not posted');
      const { searchParams } = new URL(query.url);
      expect([searchParams.get('kept'), searchParams.get('state')]).toEqual([
        '1',
        wellFormed(state),
      ]);
      const hash = new URLSearchParams(new URL(fragment.url).hash.slice(1));
      expect([hash.get('code'), hash.get('state')]).toEqual(['c', wellFormed(state)]);
    }),
  );
});

it('the order of events grows although the clock goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 2 }), (times) => {
      const clock = times.values();
      const next = createOrderOfEvents(() => clock.next().value ?? 0);
      const numbers = times.map(() => next());
      const grow = numbers.every(
        (number, index) => index === 0 || number > (numbers[index - 1] ?? 0),
      );
      expect(grow).toBe(true);
    }),
  );
});

it('a claims parameter of any JSON is read, and anything else refused', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(readClaims(text).understandsClaims).toBe(false);
    }),
  );
  expect(() => readClaims('{')).toThrow("'claims' is no JSON");
});

/** Half a surrogate pair cannot be in an address. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
