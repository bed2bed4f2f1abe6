import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRedirect } from '../../../../src/domain/oauth/redirect.js';

describe('where people may be sent back to', () => {
  it.each([
    ['https://claude.ai/api/mcp/auth_callback', 'web', 'claude.ai'],
    ['https://app.example.com:8443/cb?x=1', 'web', 'app.example.com:8443'],
    ['http://127.0.0.1:33418/', 'loopback', '127.0.0.1:33418'],
    ['http://localhost/callback', 'loopback', 'localhost'],
    ['http://[::1]:9000/cb', 'loopback', '[::1]:9000'],
    ['cursor://anysphere.cursor-mcp/oauth/callback', 'app', 'cursor://anysphere.cursor-mcp'],
    ['com.example.app:/oauth', 'app', 'com.example.app:'],
  ])('%s', (uri, kind, target) => {
    expect(readRedirect(uri)).toMatchObject({ kind, uri, target });
  });

  it.each([
    'http://claude.ai/callback',
    'http://127.0.0.1.attacker.example/cb',
    'http://localhost.attacker.example/cb',
    'https://localhost/cb',
    'https://user@claude.ai/cb',
    'https://claude.ai\\@attacker.example/cb',
    'https://claude.ai/cb#fragment',
    'https://claude.ai/\u202ecb',
    'https://exa mple.com/cb',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ms-settings:x',
    'unknown://x',
    '/callback',
    '',
    `https://example.com/${'x'.repeat(2_048)}`,
  ])('never %j', (uri) => {
    expect(readRedirect(uri)).toBeNull();
  });

  it('takes a loopback address for the same at every port, and nothing else', () => {
    const placeOf = (uri: string) => readRedirect(uri)?.place;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
        expect(placeOf(`http://127.0.0.1:${port}/cb?a=1`)).toBe(placeOf('http://127.0.0.1/cb?a=1'));
      }),
    );
    const places = [
      'http://127.0.0.1/cb',
      'http://127.0.0.1/other',
      'http://localhost/cb',
      'http://[::1]/cb',
      'https://example.com/cb',
      'https://example.com:8443/cb',
      'cursor://x/cb',
    ].map(placeOf);
    expect(new Set(places).size).toBe(places.length);
  });

  it('whatever is read has a target that the browser would go to', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (uri) => {
        const redirect = readRedirect(uri);
        if (redirect !== null) expect(new URL(uri).host).toBe(redirect.target);
      }),
      { numRuns: 20 },
    );
  });
});
