import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf } from '../../../src/domain/accounts/account.js';
import { refreshAccount } from '../../../src/accounts/refresh/refresh-account.js';
import { passwordOfReadme } from '../emulator/sign-in/entra-client.js';
import { startEntraLab, type EntraLab, type EntraProcess } from './account-lab.js';

let lab: EntraLab;
let userId: string;
let id: string;

beforeAll(async () => {
  lab = await startEntraLab();
  const signIn = await lab.control('GET', '/people/Aiko/sign-in');
  userId = String(signIn['id']);
  id = accountIdOf({ oid: userId, tid: lab.emulator.tenantId });
  await lab.consent('Aiko');
});
afterEach(async () => {
  await lab.control('PATCH', '/people/Aiko/sign-in', { mfa: 'none' });
  const process = await lab.newProcess();
  await process.store.forget(id);
});
afterAll(() => lab.close());

function anAgent(changes: Readonly<Record<string, string>> = {}): Promise<EntraProcess> {
  return lab.newProcess({
    ALLOW_PASSWORD_FLOW: 'true',
    AGENT_USER_NAME: 'aiko.tanaka@tandem.example',
    AGENT_PASSWORD: passwordOfReadme(),
    AGENT_USER_ID: userId,
    ...changes,
  });
}

const refresh = ({ refresh: deps }: EntraProcess, isAsked = false) =>
  refreshAccount(deps, { accountId: id, after: 0, isAsked });

describe('the account that a password opens', () => {
  test('is signed in without a person, and says at boot that this is not good', async () => {
    const agent = await anAgent();
    expect(await refresh(agent)).toMatchObject({ kind: 'fresh' });
    expect(await agent.store.read(id)).toMatchObject({
      flow: 'password',
      state: 'ready',
      owners: [],
      userName: 'aiko.tanaka@tandem.example',
      scopes: expect.arrayContaining(['Tasks.ReadWrite']) as string[],
    });
    expect(agent.logLines.join()).toContain('ALLOW_PASSWORD_FLOW is on');
    expect(agent.logLines.join()).not.toContain(passwordOfReadme());
    await lab.control('DELETE', '/sign-ins');
    await lab.redis.del(lab.keys.accessToken(id));
    expect(await refresh(agent)).toMatchObject({ kind: 'fresh' });
    expect(await lab.grants()).toEqual(['refresh_token']);
  });

  test('is signed in with what was allowed once, though people are asked for more by now', async () => {
    const person = await lab.control('GET', '/people/Priya/sign-in');
    await lab.consent('Priya', 'Tasks.ReadWrite');
    const agent = await anAgent({
      AGENT_USER_NAME: 'priya.raman@tandem.example',
      AGENT_USER_ID: String(person['id']),
    });
    const accountId = accountIdOf({ oid: String(person['id']), tid: lab.emulator.tenantId });
    const outcome = await refreshAccount(agent.refresh, { accountId, after: 0 });
    expect(outcome).toMatchObject({ kind: 'fresh' });
    expect(await agent.store.read(accountId)).toMatchObject({ scopes: ['Tasks.ReadWrite'] });
    await agent.store.forget(accountId);
  });

  test('with a wrong password is tried once, however often it is started, until that is another', async () => {
    await lab.control('DELETE', '/sign-ins');
    for (const agent of [
      await anAgent({ AGENT_PASSWORD: 'wrong' }),
      await anAgent({ AGENT_PASSWORD: 'wrong' }),
    ]) {
      expect(await refresh(agent)).toEqual({ kind: 'reauth_required', code: 'AADSTS50126' });
      expect(await refresh(agent)).toEqual({ kind: 'reauth_required', code: 'AADSTS50126' });
    }
    expect(await lab.grants()).toEqual(['password']);
    const stored = await (await anAgent()).store.read(id);
    expect(stored?.problem?.advice).toContain('AGENT_PASSWORD');
    expect(await refresh(await anAgent())).toMatchObject({ kind: 'fresh' });
    expect(await lab.grants()).toEqual(['password', 'password']);
  });

  test('is tried again when somebody asks by hand', async () => {
    const agent = await anAgent({ AGENT_PASSWORD: 'wrong' });
    await refresh(agent);
    await lab.control('DELETE', '/sign-ins');
    await refresh(agent, true);
    expect(await lab.grants()).toEqual(['password']);
  });

  test.each([
    ['registered', 'AADSTS50076'],
    ['enrol', 'AADSTS50079'],
  ])('that needs a second factor (%s) says what to do', async (mfa, code) => {
    await lab.control('PATCH', '/people/Aiko/sign-in', { mfa });
    const agent = await anAgent();
    expect(await refresh(agent)).toEqual({ kind: 'reauth_required', code });
    expect((await agent.store.read(id))?.problem?.advice).toContain('second factor');
  });

  test('must be the person that is meant', async () => {
    const agent = await anAgent({ AGENT_USER_NAME: 'maya.okafor@tandem.example' });
    await lab.consent('Maya');
    expect(await refresh(agent)).toMatchObject({ kind: 'reauth_required' });
    expect((await agent.store.read(id))?.problem?.message).toContain('AGENT_USER_ID');
    expect(await agent.store.readToken(id)).toBeNull();
  });
});
