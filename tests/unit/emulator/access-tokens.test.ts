import { beforeAll, describe, expect, it } from 'vitest';
import type { JWK } from 'jose';
import {
  createAccessTokens,
  InvalidToken,
  type AccessTokens,
} from '../../../emulator/entra/access-tokens.js';
import { makeSigningKey, openSigningKeys } from '../../../emulator/entra/keys/signing-keys.js';
import { createOrderOfEvents } from '../../../emulator/entra/keys/order-of-events.js';
import { createTokenSigner } from '../../../emulator/entra/keys/token-signer.js';
import { GRAPH_RESOURCE_ID } from '../../../emulator/entra/scopes/graph-scopes.js';
import { createCollection } from '../../../emulator/state/collection.js';

const tenant = { id: 'tenant-1', domain: 'a.example', boardAppId: 'board' };
const app = { appId: 'app-1', objectId: 'object-1', displayName: 'Tandem', secret: 's' };
const grant = { permissions: ['Tasks.ReadWrite.All'], lifetimeSeconds: 60 };
const GRAPH = 'https://localhost:8443';
let key: JWK;
let time = Date.parse('2026-11-22T10:00:00Z');

beforeAll(async () => {
  key = await makeSigningKey();
});

const tokensFor = async (changes: {
  audience?: string;
  tenantId?: string;
  signingKey?: JWK;
}): Promise<AccessTokens> => {
  const stored = createCollection<JWK>('keys');
  stored.put('signing', changes.signingKey ?? key);
  const keys = await openSigningKeys(stored);
  const now = (): Date => new Date(time);
  const named = { ...tenant, id: changes.tenantId ?? tenant.id };
  return createAccessTokens({
    tenant: named,
    keys,
    signer: createTokenSigner({
      tenant: named,
      keys,
      now,
      nextOrder: createOrderOfEvents(() => 1),
    }),
    audience: changes.audience ?? GRAPH,
    now,
  });
};

describe('access tokens', () => {
  it('say whom they speak for', async () => {
    const tokens = await tokensFor({});
    expect(await tokens.verify(await tokens.issueForApp(app, grant))).toEqual({
      kind: 'app',
      id: 'app-1',
      appId: 'app-1',
      objectId: 'object-1',
      displayName: 'Tandem',
      permissions: new Set(['Tasks.ReadWrite.All']),
      tokenExpiresAt: time + grant.lifetimeSeconds * 1000,
      order: 1,
      understandsClaims: false,
    });
    const person = { id: 'p-1', displayName: 'Maya', mail: 'm@a.example', jobTitle: 'x' };
    const issued = await tokens.issueForPerson(person, {
      ...grant,
      permissions: ['Tasks.ReadWrite', 'User.Read'],
    });
    expect(await tokens.verify(issued)).toMatchObject({
      kind: 'person',
      id: 'p-1',
      appId: 'board',
      permissions: new Set(['Tasks.ReadWrite', 'User.Read']),
    });
  });

  it('may name Graph by its well-known id', async () => {
    const tokens = await tokensFor({});
    const other = await tokensFor({ audience: GRAPH_RESOURCE_ID });
    await expect(tokens.verify(await other.issueForApp(app, grant))).resolves.toBeDefined();
  });

  it.each([
    ['for another resource', { audience: 'https://localhost:9999' }, 'Invalid audience'],
    ['of another tenant', { tenantId: 'tenant-2' }, 'Invalid issuer'],
  ])('%s are refused', async (_what, changes, reason) => {
    const tokens = await tokensFor({});
    const other = await tokensFor(changes);
    const verifying = tokens.verify(await other.issueForApp(app, grant));
    await expect(verifying).rejects.toThrow(InvalidToken);
    await expect(verifying).rejects.toThrow(reason);
  });

  it('signed with another key are refused', async () => {
    const tokens = await tokensFor({});
    const forger = await tokensFor({ signingKey: await makeSigningKey() });
    const verifying = tokens.verify(await forger.issueForApp(app, grant));
    await expect(verifying).rejects.toThrow('Invalid signature');
  });

  it('end when they expire, even if they were seen before', async () => {
    const tokens = await tokensFor({});
    const token = await tokens.issueForApp(app, grant);
    await expect(tokens.verify(token)).resolves.toBeDefined();
    time += 61_000;
    await expect(tokens.verify(token)).rejects.toThrow('expired');
  });
});
