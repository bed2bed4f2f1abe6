import { describe, expect, it } from 'vitest';
import { createAccountBook } from '../../../src/accounts/account-book.js';
import type { Account } from '../../../src/domain/accounts/account.js';
import { fullAccess, noPerson, type Caller } from '../../../src/domain/access/caller.js';
import { ProblemError } from '../../../src/domain/problem.js';

const tid = '11111111-1111-4111-8111-111111111111';
const oidOf = (digit: string) => `${digit.repeat(8)}-2222-4222-8222-222222222222`;
const maya = `${oidOf('a')}.${tid}`;
const leo = `${oidOf('b')}.${tid}`;

function anAccount(change: Partial<Account>): Account {
  return {
    id: maya,
    kind: 'delegated',
    owners: ['key:desk'],
    userName: 'Maya@contoso.example',
    displayName: 'Maya Okafor',
    state: 'ready',
    problem: null,
    flow: 'code',
    scopes: [],
    signedInAt: null,
    refreshedAt: null,
    expiresAt: null,
    ...change,
  };
}
const app = anAccount({
  id: 'app',
  kind: 'app',
  owners: [],
  userName: null,
  displayName: null,
  flow: 'app',
});

function aBook(...accounts: readonly Account[]) {
  const all = [app, ...accounts];
  return createAccountBook({
    read: async (id) => all.find((one) => one.id === id) ?? null,
    list: async () => all,
  });
}

const desk: Caller = {
  ...fullAccess,
  ...noPerson,
  actor: 'desk',
  kind: 'key',
  owner: 'key:desk',
  keyId: 'desk',
};
const other: Caller = { ...desk, owner: 'key:other' };
const mayaHerself: Caller = {
  ...desk,
  kind: 'person',
  owner: `person:${maya}`,
  person: { oid: oidOf('A'), tid },
  keyId: null,
};
const assertion = () => 'her token';
const withToken: Caller = { ...mayaHerself, assertion };

async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ProblemError) return error;
  throw new Error('It was not refused');
}

describe('an account that a call names', () => {
  const book = aBook(
    anAccount({}),
    anAccount({ id: leo, owners: ['key:other'], userName: 'leo@c' }),
  );

  it.each([maya, maya.toUpperCase(), 'maya@CONTOSO.example'])('is found as %s', async (named) => {
    expect(await book.choose(desk, named)).toEqual({ kind: 'delegated', id: maya });
  });

  it('is the app for everybody who says so', async () => {
    expect(await book.choose(other, 'app')).toEqual({ kind: 'app' });
    expect(await book.choose(withToken, 'APP')).toEqual({ kind: 'app' });
  });

  it.each([leo, 'leo@c'])('is refused where somebody else signed it in: %s', async (named) => {
    expect(await problemOf(book.choose(desk, named))).toMatchObject({
      code: 'account_forbidden',
      status: 403,
    });
    expect((await problemOf(book.read(desk, named))).code).toBe('account_forbidden');
  });

  it('is answered with the own ones where nobody knows it', async () => {
    const problem = await problemOf(book.choose(desk, 'mia@contoso.example'));
    expect(problem).toMatchObject({ code: 'account_not_found', status: 404 });
    expect(problem.message).toContain('mia@contoso.example does not name exactly one account');
    expect(problem.extra.errors).toMatchObject([
      { field: 'account', candidates: [{ id: maya, mail: 'Maya@contoso.example' }] },
    ]);
    expect(JSON.stringify(problem.extra)).not.toContain(leo);
  });

  it('is asked back where two of the own ones are called so', async () => {
    const twice = aBook(anAccount({}), anAccount({ id: leo }));
    const problem = await problemOf(twice.choose(desk, 'maya@contoso.example'));
    expect(problem.code).toBe('account_not_found');
    expect(problem.extra.errors?.[0]?.candidates?.map(({ id }) => id)).toEqual([maya, leo]);
  });

  it('is refused with what to do where its person must sign in again', async () => {
    const locked = aBook(
      anAccount({
        state: 'reauth_required',
        problem: { code: 'AADSTS50173', message: 'The grant was revoked', advice: '' },
      }),
    );
    const problem = await problemOf(locked.choose(desk, maya));
    expect(problem).toMatchObject({ code: 'reauth_required', status: 409 });
    expect(problem.message).toContain('The grant was revoked');
    expect(problem.message).toContain('auth_start_login');
    expect(await locked.read(desk, maya)).toMatchObject({ state: 'reauth_required' });
  });

  it('is the person themselves also where another signed them in', async () => {
    expect(await book.choose(mayaHerself, maya)).toEqual({ kind: 'delegated', id: maya });
  });

  it('may be a person who calls with a token and has never signed in here', async () => {
    expect(await aBook().choose(withToken, maya)).toEqual({
      kind: 'on_behalf_of',
      id: maya,
      assertion,
    });
    expect((await problemOf(aBook().choose(withToken, leo))).code).toBe('account_not_found');
  });
});

describe('the account of a call that names none', () => {
  it('is the person who calls: by their token, or by what they signed in with', async () => {
    const book = aBook(anAccount({}));
    expect(await book.choose(withToken)).toMatchObject({ kind: 'on_behalf_of', id: maya });
    expect(await book.choose(mayaHerself)).toEqual({ kind: 'delegated', id: maya });
    expect((await problemOf(aBook().choose(mayaHerself))).code).toBe('reauth_required');
  });

  it('is the app for a key, but its only person where the call is about a person', async () => {
    const book = aBook(anAccount({}));
    expect(await book.choose(desk)).toEqual({ kind: 'app' });
    expect(await book.choose(desk, undefined, { isPersonal: true })).toMatchObject({ id: maya });
    expect(await book.choose(other, undefined, { isPersonal: true })).toEqual({ kind: 'app' });
    const two = aBook(anAccount({}), anAccount({ id: leo }));
    expect(await two.choose(desk, undefined, { isPersonal: true })).toEqual({ kind: 'app' });
  });
});

it('a list holds the app and the own accounts, no others', async () => {
  const book = aBook(anAccount({}), anAccount({ id: leo, owners: ['key:other'] }));
  expect((await book.list(desk)).map(({ id }) => id)).toEqual(['app', maya]);
  expect((await book.list(other)).map(({ id }) => id)).toEqual(['app', leo]);
  expect((await book.list(mayaHerself)).map(({ id }) => id)).toEqual(['app', maya]);
});
