import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { lifetimes } from '../../oauth/lifetimes.js';
import type { FindPerson, SignedInPerson } from '../../oauth/people.js';

/** Who has signed in with this browser, the same for hosts' requests and for `/account`. */
export interface BrowserSession {
  readonly person: SignedInPerson;
  /** In forms: no other site can know it. */
  readonly token: string;
  end(): Promise<void>;
}

/** Null: nobody, or too long ago. */
export async function readBrowserSession(
  provider: Provider,
  findPerson: FindPerson,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<BrowserSession | null> {
  const session = await provider.Session.get(provider.createContext(request, response));
  const { accountId } = session;
  if (accountId === undefined || session.past(lifetimes.Session)) return null;
  const person = await findPerson(accountId);
  if (person === null) return null;
  const token = createHash('sha256').update(`account form ${session.uid}`).digest('base64url');
  return { person, token, end: () => session.destroy() };
}

/** Signs a person in with this browser; whoever was before is no longer. */
export async function startBrowserSession(
  provider: Provider,
  accountId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const context = provider.createContext(request, response);
  const known = await provider.Session.get(context);
  if (known.accountId !== undefined) await known.destroy();
  const session = new provider.Session();
  session.loginAccount({ accountId });
  await session.save(lifetimes.Session);
  context.cookies.set(provider.cookieName('session'), session.jti, {
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    secure: provider.issuer.startsWith('https:'),
  });
}
