import { describe, expect, it } from 'vitest';
import type { ClientMetadata, KoaContextWithOIDC } from 'oidc-provider';
import { hostOf, settleHost } from '../../../src/oauth/host-metadata.js';

const registering = { oidc: { route: 'registration' } } as KoaContextWithOIDC;

function settled(metadata: Record<string, unknown>, ctx?: KoaContextWithOIDC): ClientMetadata {
  const made: ClientMetadata = {
    client_id: 'https://host.example/mcp.json',
    redirect_uris: ['https://host.example/cb'],
    ...metadata,
  };
  settleHost(ctx, made);
  return made;
}

describe('what a host says of itself', () => {
  it('becomes a public client with a code and a refresh token, whatever it asked for', () => {
    const asked = {
      token_endpoint_auth_method: 'client_secret_post',
      client_secret: 'chosen by the host',
      grant_types: ['implicit', 'client_credentials'],
      response_types: ['token'],
      application_type: 'web',
      scope: 'everything',
      jwks_uri: 'https://host.example/keys',
      logo_uri: 'https://host.example/logo.png',
    };
    expect(settled(asked)).toEqual({
      client_id: 'https://host.example/mcp.json',
      redirect_uris: ['https://host.example/cb'],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      application_type: 'native',
    });
  });

  it('is refused without a redirect that people may be sent to', () => {
    for (const uris of [
      undefined,
      [],
      ['http://host.example/cb'],
      'https://host.example/cb',
      [7],
    ]) {
      expect(() => settled({ redirect_uris: uris })).toThrow('invalid_redirect_uri');
    }
  });

  it('loses redirects that do not go where a document serves many servers; who registers is told', () => {
    const uris = ['https://host.example/cb', 'http://host.example/cb'];
    expect(settled({ redirect_uris: uris }).redirect_uris).toEqual(['https://host.example/cb']);
    expect(() => settled({ redirect_uris: uris }, registering)).toThrow('invalid_redirect_uri');
  });

  it('has a name without what turns, hides or breaks text, and not a long one', () => {
    const name = `Cla\u202Eude\u0000\n  \u2066Desktop${'!'.repeat(100)}`;
    expect(settled({ client_name: name }).client_name).toBe(`Cla ude Desktop${'!'.repeat(65)}`);
    expect(settled({ client_name: '\u200B' })).not.toHaveProperty('client_name');
    expect(settled({ client_name: 7 })).not.toHaveProperty('client_name');
  });
});

describe('a host as people know it', () => {
  it('has a domain only where its id is the address of its document', () => {
    expect(
      hostOf({ clientId: 'https://claude.ai/oauth/client.json', clientName: 'Claude' }),
    ).toEqual({
      clientId: 'https://claude.ai/oauth/client.json',
      name: 'Claude',
      domain: 'claude.ai',
    });
    expect(hostOf({ clientId: 'abc', clientName: 'claude.ai' })).toEqual({
      clientId: 'abc',
      name: 'claude.ai',
      domain: null,
    });
  });
});
