import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClaimsRequiredError } from '../../../src/domain/claims-required-error.js';
import type { GraphAccount } from '../../../src/graph/gateway/graph-account.js';
import { startEntraLab, type EntraLab, type EntraProcess } from './account-lab.js';

let lab: EntraLab;
let processes: readonly [EntraProcess, EntraProcess];

beforeAll(async () => {
  lab = await startEntraLab();
  processes = await Promise.all([lab.newProcess(), lab.newProcess()]);
  for (const person of ['Maya', 'Jonas', 'Priya']) await lab.consent(person);
});
afterAll(() => lab.close());

/** Somebody who calls us with a token of Entra's for us. */
async function aCaller(person: string): Promise<GraphAccount & { readonly kind: 'on_behalf_of' }> {
  const { people } = (await lab.control('GET', '/people')) as {
    people: readonly { id: string; displayName: string }[];
  };
  const id = people.find(({ displayName }) => displayName.startsWith(person))?.id ?? '';
  const { accessToken } = await lab.control('POST', '/tokens', {
    person,
    audience: `api://${lab.emulator.clientId}`,
    permissions: ['access_as_user'],
  });
  const assertion = String(accessToken);
  return {
    kind: 'on_behalf_of',
    id: `${id}.${lab.emulator.tenantId}`,
    assertion: () => assertion,
  };
}

describe("a token in the caller's name", () => {
  test('is exchanged once by 100 calls of two processes, and is the person’s', async () => {
    const caller = await aCaller('Maya');
    await lab.control('DELETE', '/sign-ins');
    const tokens = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        (at % 2 === 0 ? processes[0] : processes[1]).tokens.get(caller),
      ),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(await lab.grants()).toEqual(['urn:ietf:params:oauth:grant-type:jwt-bearer']);
    const me = await fetch(`${lab.emulator.boardUrl}/v1.0/me`, {
      headers: { Authorization: `Bearer ${tokens[0] ?? ''}` },
    });
    expect(await me.json()).toMatchObject({ displayName: 'Maya Okafor' });
  });

  test('lies sealed in Redis no longer than it lives, under another name for each token of the caller', async () => {
    const [one, other] = [await aCaller('Jonas'), await aCaller('Jonas')];
    const token = await processes[0].tokens.get(one);
    await processes[0].tokens.get(other);
    const names = await lab.redis.keys(`${lab.keys.namespace}:tokens:${one.id}:obo:*`);
    expect(names).toHaveLength(one.assertion() === other.assertion() ? 1 : 2);
    for (const name of names) {
      expect(await lab.redis.get(name)).toMatch(/^tandem-sealed-1\./);
      expect(await lab.redis.get(name)).not.toContain(token);
      expect(await lab.redis.pttl(name)).toBeLessThanOrEqual(3_600_000);
      expect(await lab.redis.pttl(name)).toBeGreaterThan(0);
    }
  });

  test('that needs a second factor is refused with the claims for the caller, which nothing prints', async () => {
    const caller = await aCaller('Priya');
    await lab.control('PATCH', '/people/Priya/sign-in', { mfa: 'registered' });
    const error: unknown = await processes[0].tokens.get(caller).catch((reason: unknown) => reason);
    if (!(error instanceof ClaimsRequiredError)) throw new Error(`not it: ${String(error)}`);
    expect(error.code).toBe('reauth_required');
    expect(JSON.parse(error.claims())).toMatchObject({ access_token: { polids: {} } });
    const printed = [error.message, error.advice, error.stack, JSON.stringify(error)].join();
    expect(printed).not.toContain('polids');
    expect(processes[0].logLines.join()).not.toContain('polids');
  });

  test('after a challenge of Graph that a new exchange does not meet, the challenge is passed on', async () => {
    const caller = await aCaller('Jonas');
    await processes[0].tokens.get(caller);
    await lab.control('POST', '/people/Jonas/revoke', {});
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const another = await lab.newProcess();
    const error: unknown = await another.tokens
      .get(caller, { fresh: true, claims })
      .catch((reason: unknown) => reason);
    if (!(error instanceof ClaimsRequiredError)) throw new Error(`not it: ${String(error)}`);
    expect(error.claims()).toBe(claims);
  });
});
