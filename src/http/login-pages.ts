import type { LoginView } from '../accounts/login/logins.js';
import type { LoginProblem } from '../domain/accounts/login-problem.js';
import { markup, type Markup } from './pages/markup.js';
import type { Page } from './pages/send-page.js';

/** What a person sees when Microsoft has sent their browser back. */
export function loginPage(login: LoginView): Page {
  if (login.problem !== null) return problemPage(login.problem, login);
  if (login.account !== null) return donePage(login, login.account);
  return {
    status: 200,
    title: 'Almost done',
    body: markup`<p role="status">Microsoft’s answer is here and is being exchanged.</p>
<p><a href="">Look again</a></p>`,
  };
}

/** For an answer that does not count, or a sign-in that failed. */
export function problemPage(
  { code, message, advice }: LoginProblem,
  login: LoginView | null,
): Page {
  return {
    status: statusOf(code),
    title: 'You are not signed in',
    body: markup`<p role="alert" class="bad">${message}.</p>
<p>${advice}</p>
${login === null ? null : markup`<p>${beganBy(login)}</p>`}
<p class="soft">${code}</p>`,
  };
}

/** For who opens the address by hand, or again. */
export const nothingPage: Page = {
  status: 200,
  title: 'Nothing to do here',
  body: markup`<p>Microsoft sends browsers here after a sign-in. There is no sign-in to show; you can close this window.</p>`,
};

function donePage(login: LoginView, account: NonNullable<LoginView['account']>): Page {
  const { displayName, userName, id } = account;
  return {
    status: 200,
    title: 'You are signed in',
    body: markup`<p role="status" class="good">Microsoft has confirmed who you are.</p>
<dl>
<dt>Account</dt><dd>${displayName ?? userName ?? id}</dd>
${userName === null ? null : markup`<dt>User name</dt><dd>${userName}</dd>`}
<dt>For</dt><dd>${ownerName(login)}</dd>
</dl>
<p>You can close this window now. What asked for the sign-in goes on by itself.</p>
<p class="soft">You did not want this? Whoever runs this server can sign the account out again, and under <a href="https://myapps.microsoft.com" rel="noreferrer">myapps.microsoft.com</a> you can take back what you allowed.</p>`,
  };
}

function beganBy(login: LoginView): Markup {
  return markup`The sign-in was begun by ${ownerName(login)}.`;
}

/** Whose the account will be. Owners are `kind:name`; people and apps are known by ids that say nothing to a reader. */
function ownerName({ owner, actor }: LoginView): string {
  const key = /^key:(.+)$/.exec(owner)?.[1];
  if (key !== undefined) return `the agent “${actor}” with the key “${key}”`;
  if (owner.startsWith('person:')) return 'yourself';
  if (owner.startsWith('app:')) return `the app “${actor}”`;
  return `“${actor}” on this server, which asks nobody for a key`;
}

function statusOf(code: LoginProblem['code']): number {
  switch (code) {
    case 'other_browser':
    case 'other_person':
    case 'access_denied':
    case 'consent_needed':
    case 'not_assigned':
    case 'blocked':
      return 403;
    case 'already_used':
      return 409;
    case 'expired':
    case 'cancelled':
      return 410;
    case 'unreachable':
    case 'interrupted':
      return 503;
    default:
      return 400;
  }
}
