import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCallbackUrl,
  toCallbackUrl,
} from '../../../../src/accounts/login/callback-address.js';

const allowed = { baseUrls: ['https://tandem.example.com'], allowsLoopback: false };
const development = { ...allowed, allowsLoopback: true };

describe('the address to which Microsoft sends the browser back', () => {
  it.each([
    ['https://tandem.example.com', 'https://tandem.example.com/oauth/callback'],
    ['https://TANDEM.example.com:443/', 'https://tandem.example.com/oauth/callback'],
  ])('is allowed for %s', (base, url) => expect(toCallbackUrl(base, allowed)).toBe(url));

  it.each([
    ['http://localhost:8000', 'http://localhost:8000/oauth/callback'],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1/oauth/callback'],
    ['http://[::1]:8000', 'http://[::1]:8000/oauth/callback'],
  ])('is allowed for %s in development only', (base, url) => {
    expect(toCallbackUrl(base, development)).toBe(url);
    expect(toCallbackUrl(base, allowed)).toBeNull();
  });

  it.each([
    'https://tandem.example.com.evil.example',
    'https://tandem.example.com:8443',
    'https://tandem.example.com@evil.example',
    'https://user@tandem.example.com',
    'http://tandem.example.com',
    'https://tandem.example.com/path',
    'https://tandem.example.com/?next=https://evil.example',
    'https://tandem.example.com/#x',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'ftp://localhost',
    'javascript:alert(1)',
    '//tandem.example.com',
    '',
  ])('is refused for %s', (base) => expect(toCallbackUrl(base, development)).toBeNull());

  it('never leaves what is allowed, whatever is asked for', () => {
    const origins = fc.constantFrom('https://tandem.example.com', 'http://localhost:8000');
    const texts = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.tuple(origins, fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (base) => {
        const url = toCallbackUrl(base, development);
        if (url === null) return;
        expect(url).toMatch(
          /^(https:\/\/tandem\.example\.com|https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?)\/oauth\/callback$/,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is our own where none is named, and a refusal names the field and what is allowed', () => {
    const callbackUrl = createCallbackUrl(development, () => 'http://localhost:8000');
    expect(callbackUrl()).toBe('http://localhost:8000/oauth/callback');
    expect(() =>
      callbackUrl({ baseUrl: 'https://evil.example', field: 'callback_base_url' }),
    ).toThrow(
      /^callback_base_url: must be one of https:\/\/tandem\.example\.com, http:\/\/localhost:<port>; /,
    );
  });
});
