import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logins } from '../../accounts/login/logins.js';
import type { AuthorizationServer } from '../../oauth/authorization-server.js';
import { isOurPerson } from '../../oauth/oauth-rules.js';
import { ProblemError } from '../../domain/problem.js';
import { sendOn, sendPage } from '../pages/send-page.js';
import { readForm } from '../read-form.js';
import { accountPage, signedOutPage } from './account-page.js';
import { browserHashOf } from '../login-cookie.js';
import { forgetSignInBrowser, newSignInBrowser } from './browser-cookie.js';
import { readBrowserSession, startBrowserSession } from './browser-session.js';
import type { NoteConnection } from './note-connection.js';
import { expiredPage, failedSignInPage, notOurPersonPage } from './problem-page.js';

export type AccountHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  step: string,
) => Promise<void>;

/** Pages for people who sign in: where they sign in, and where they come back to. */
const places = {
  account: { page: '/account', signIn: '/account/sign-in', signedIn: '/oauth/account/signed-in' },
  approvals: {
    page: '/approvals',
    signIn: '/approvals/sign-in',
    signedIn: '/oauth/approvals/signed-in',
  },
} as const;

type Place = (typeof places)[keyof typeof places];

/** `/account`: where people see the hosts that they have let in, and end them. */
export function createAccountHandler(deps: {
  readonly server: AuthorizationServer;
  readonly logins: Pick<Logins, 'begin' | 'viewOfBrowser'>;
  readonly note: NoteConnection;
  /** Forgets the account of somebody who may not sign in here. */
  readonly signOut: (accountId: string) => Promise<void>;
}): AccountHandler {
  const { server, logins, note, signOut } = deps;
  const { settings, connections, findPerson } = server;

  return async (request, response, step) => {
    const isPost = request.method === 'POST';
    const isChange = step === 'sign-out' || step === 'disconnect';
    if (isPost !== isChange) {
      throw new ProblemError('method_not_allowed', `Use ${isChange ? 'POST' : 'GET'} here`);
    }
    switch (step) {
      case 'sign-in':
        return signIn(response, places.account);
      case 'signed-in':
        return signedIn(request, response, places.account);
      case 'sign-in-for-approvals':
        return signIn(response, places.approvals);
      case 'signed-in-for-approvals':
        return signedIn(request, response, places.approvals);
      case 'sign-out':
      case 'disconnect':
        return change(request, response, step);
      default:
        return show(request, response, null);
    }
  };

  async function show(
    request: IncomingMessage,
    response: ServerResponse,
    said: string | null,
  ): Promise<void> {
    const provider = await server.provider();
    const session = await readBrowserSession(provider, findPerson, request, response);
    if (session === null) {
      sendPage(response, signedOutPage);
      return;
    }
    const { person, token } = session;
    const list = await connections.listOf(person.accountId);
    sendPage(response, accountPage({ person, connections: list, token, said }));
  }

  async function signIn(response: ServerResponse, place: Place): Promise<void> {
    const browser = newSignInBrowser(settings.issuer.startsWith('https:'));
    const { authUrl } = await logins.begin({
      owner: 'connect',
      actor: 'account page',
      kind: 'connect',
      callbackUrl: `${settings.issuer}/oauth/callback`,
      browserHash: browser.hash,
      returnTo: place.signedIn,
      expect: null,
    });
    sendOn(response, authUrl, browser.headers);
  }

  async function signedIn(
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
  ): Promise<void> {
    const browserHash = browserHashOf(request);
    const login = browserHash === null ? null : await logins.viewOfBrowser(browserHash);
    if (
      login?.state !== 'completed' ||
      login.account === null ||
      login.returnTo !== place.signedIn
    ) {
      sendPage(response, failedSignInPage(login?.problem ?? null, place.signIn));
      return;
    }
    if (!isOurPerson(settings, login.account.person)) {
      await signOut(login.account.id);
      sendPage(response, notOurPersonPage);
      return;
    }
    await startBrowserSession(await server.provider(), login.account.id, request, response);
    sendOn(response, place.page);
  }

  async function change(
    request: IncomingMessage,
    response: ServerResponse,
    step: 'sign-out' | 'disconnect',
  ): Promise<void> {
    const form = await readForm(request);
    const provider = await server.provider();
    const session = await readBrowserSession(provider, findPerson, request, response);
    if (session === null || form.get('token') !== session.token) {
      sendPage(response, session === null ? signedOutPage : expiredPage);
      return;
    }
    if (step === 'sign-out') {
      await session.end();
      sendOn(response, '/account', forgetSignInBrowser);
      return;
    }
    const { person } = session;
    const ended = await connections.endAll(person.accountId, form.get('app') ?? '');
    for (const { id, host } of ended) note({ kind: 'ended', person, host, connectionId: id });
    sendOn(response, '/account');
  }
}
