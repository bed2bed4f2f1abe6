import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Logins } from '../../accounts/login/logins.js';
import { readRedirect } from '../../domain/oauth/redirect.js';
import type { AuthorizationServer } from '../../oauth/authorization-server.js';
import { consentIdOf, type Host } from '../../oauth/connections.js';
import { paths } from '../../oauth/create-provider.js';
import { grantAsked, textIn, wantedScopes } from '../../oauth/grant-scopes.js';
import { hostOf } from '../../oauth/host-metadata.js';
import { isOurPerson, scopesOf } from '../../oauth/oauth-rules.js';
import type { SignInNotes } from '../../oauth/sign-in-notes.js';
import { sendOn, sendPage } from '../pages/send-page.js';
import { readForm } from '../read-form.js';
import { signInBrowserOf } from './browser-cookie.js';
import { consentPage, type ConsentQuestion } from './consent-page.js';
import type { NoteConnection } from './note-connection.js';
import { expiredPage, failedSignInPage, notOurPersonPage, problemPage } from './problem-page.js';

export interface InteractionDeps {
  readonly server: AuthorizationServer;
  readonly logins: Pick<Logins, 'begin' | 'wait'>;
  readonly notes: SignInNotes;
  readonly note: NoteConnection;
  /** Forgets the account of somebody who may not sign in here. */
  readonly signOut: (accountId: string) => Promise<void>;
}

export type InteractionHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  at: { readonly uid: string; readonly step: string },
) => Promise<void>;

/** Sign-ins take a second; their page has waited for them already. */
const waitForSignInMs = 10_000;

/** What happens between a host's request and its answer: the sign-in at Microsoft, and the question whether to allow it. */
export function createInteractionHandler(deps: InteractionDeps): InteractionHandler {
  const { server, logins, notes, note, signOut } = deps;
  const { settings, connections, findPerson } = server;

  return async (request, response, { uid, step }) => {
    const provider = await server.provider();
    const interaction = await detailsOf(provider, request, response);
    if (interaction === null || interaction.uid !== uid) {
      sendPage(response, expiredPage);
      return;
    }
    const run = { provider, interaction, request, response };
    const isPost = request.method === 'POST';
    const prompt = interaction.prompt.name;
    if (step === 'show' && !isPost && prompt === 'login') await signIn(run);
    else if (step === 'signed-in' && !isPost && prompt === 'login') await signedIn(run);
    else if (step === 'show' && !isPost) await ask(run);
    else if (step === 'consent' && isPost && prompt === 'consent') await decide(run);
    // A page that was left behind: on with what is due.
    else sendOn(response, `${paths.interaction}/${uid}`);
  };

  /** One round through Entra: it signs the person in, and gives us their account for Graph. */
  async function signIn({ provider, interaction, request, response }: Run): Promise<void> {
    const { uid, params } = interaction;
    const host = await hostIn(provider, interaction);
    if (host === null) {
      sendPage(response, expiredPage);
      return;
    }
    const browser = signInBrowserOf(request, settings.issuer.startsWith('https:'));
    const hint = textIn(params, 'login_hint');
    const begun = await logins.begin({
      owner: 'connect',
      actor: host.domain ?? host.name ?? host.clientId,
      kind: 'connect',
      callbackUrl: `${settings.issuer}/oauth/callback`,
      browserHash: browser.hash,
      returnTo: `${paths.interaction}/${uid}/signed-in`,
      expect: null,
      ...(hint !== '' && { loginHint: hint }),
    });
    await notes.keep(uid, begun.loginId);
    sendOn(response, begun.authUrl, browser.headers);
  }

  async function signedIn({ provider, interaction, request, response }: Run): Promise<void> {
    const { uid } = interaction;
    const again = `${paths.interaction}/${uid}`;
    const loginId = await notes.find(uid);
    const login =
      loginId === null ? null : await logins.wait(loginId, { timeoutMs: waitForSignInMs });
    if (login?.state === 'redeeming') {
      sendPage(response, waitingPage);
      return;
    }
    if (login?.state !== 'completed' || login.account === null) {
      sendPage(response, failedSignInPage(login?.problem ?? null, again));
      return;
    }
    if (!isOurPerson(settings, login.account.person)) {
      await signOut(login.account.id);
      sendPage(response, notOurPersonPage);
      return;
    }
    await notes.forget(uid);
    const accountId = login.account.id;
    await leaveOther(provider, interaction, accountId);
    await provider.interactionFinished(request, response, { login: { accountId } });
  }

  async function ask({ provider, interaction, response }: Run, isRepeated = false): Promise<void> {
    const question = await questionOf(provider, interaction, isRepeated);
    sendPage(response, question === null ? expiredPage : consentPage(question));
  }

  async function decide(run: Run): Promise<void> {
    const { provider, interaction, request, response } = run;
    const form = await readForm(request);
    const question = await questionOf(provider, interaction, false);
    if (question === null || form.get('token') !== question.token) {
      sendPage(response, expiredPage);
      return;
    }
    const { host, redirect, person, offered, withheld } = question;
    if (form.get('answer') !== 'allow') {
      note({ kind: 'declined', person, host, connectionId: null });
      await provider.interactionFinished(
        request,
        response,
        { error: 'access_denied', error_description: 'The person did not allow it' },
        { mergeWithLastSubmission: false },
      );
      return;
    }
    const ticked = new Set(form.getAll('scope'));
    const allowed = offered.filter((scope) => ticked.has(scope));
    if (allowed.length === 0) {
      await ask(run, true);
      return;
    }
    const grant = await grantAsked({
      provider,
      connections,
      person,
      host,
      redirect,
      resource: textIn(interaction.params, 'resource'),
      asked: [...offered, ...withheld],
      allowed,
    });
    note({ kind: 'allowed', person, host, connectionId: grant.jti });
    await provider.interactionFinished(request, response, { consent: { grantId: grant.jti } });
  }

  async function questionOf(
    provider: Provider,
    interaction: Interaction,
    isRepeated: boolean,
  ): Promise<ConsentQuestion | null> {
    const { uid, cid, params, session } = interaction;
    const host = await hostIn(provider, interaction);
    const redirect = readRedirect(textIn(params, 'redirect_uri'));
    const person = session === undefined ? null : await findPerson(session.accountId);
    if (host === null || redirect === null || person === null) return null;
    const consent = await connections.consentOf(
      person.accountId,
      consentIdOf(host.clientId, redirect.place),
    );
    const asked = wantedScopes(params);
    const may = new Set(scopesOf(settings, person));
    return {
      host,
      redirect,
      person,
      offered: asked.filter((scope) => may.has(scope)),
      withheld: asked.filter((scope) => !may.has(scope)),
      known: consent?.scopes ?? [],
      action: `${paths.interaction}/${uid}/consent`,
      token: cid,
      isRepeated,
    };
  }
}

interface Run {
  readonly provider: Provider;
  readonly interaction: Interaction;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const waitingPage = {
  ...problemPage(200, 'Microsoft has not confirmed the sign-in yet', 'This page looks again.'),
  title: 'One moment',
  refreshSeconds: 2,
};

async function detailsOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Interaction | null> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  }
}

async function hostIn(provider: Provider, { params }: Interaction): Promise<Host | null> {
  const client = await provider.Client.find(textIn(params, 'client_id'));
  return client === undefined ? null : hostOf(client);
}

/** Somebody else was signed in with this browser: their session ends here, and the request is no longer theirs. */
async function leaveOther(
  provider: Provider,
  interaction: Interaction,
  accountId: string,
): Promise<void> {
  const { session } = interaction;
  if (session === undefined || session.accountId === accountId) return;
  await (await provider.Session.findByUid(session.uid))?.destroy();
  delete interaction.session;
  await interaction.persist();
}
