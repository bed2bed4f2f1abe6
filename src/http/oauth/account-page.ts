import type { Scope } from '../../domain/access/caller.js';
import { scopeWords } from '../../domain/access/scope-words.js';
import type { Connection } from '../../oauth/connections.js';
import type { SignedInPerson } from '../../oauth/people.js';
import { markup, type Markup } from '../pages/markup.js';
import type { Page } from '../pages/send-page.js';

/** The hosts that a person has let in, with the way to take it back. */
export function accountPage(shown: {
  readonly person: SignedInPerson;
  readonly connections: readonly Connection[];
  /** Ties what is sent to this session. */
  readonly token: string;
  /** What was just done, in a sentence. */
  readonly said: string | null;
}): Page {
  const { person, connections, token, said } = shown;
  const name = person.displayName ?? person.userName ?? 'somebody without a name';
  return {
    status: 200,
    title: 'Your connected apps',
    formTargets: [],
    body: markup`
${said === null ? null : markup`<p class="good" role="status">${said}</p>`}
<p>You are ${name}${person.userName === null || person.userName === name ? null : ` (${person.userName})`}.</p>
${connections.length === 0 ? markup`<p>No app may act for you.</p>` : toGroups(connections).map((group) => toSection(group, token))}
<form method="post" action="/account/sign-out">
<input type="hidden" name="token" value="${token}">
<p class="row"><button class="quiet">Sign out</button></p>
</form>
`,
  };
}

export const signedOutPage: Page = {
  status: 200,
  title: 'Your connected apps',
  body: markup`
<p>Sign in to see which apps may act for you, and to take it back.</p>
<p><a href="/account/sign-in">Sign in with Microsoft</a></p>
`,
};

/** All that a person has with one host at one place goes together: so it was allowed, and so it ends. */
function toGroups(
  connections: readonly Connection[],
): readonly (readonly [Connection, ...Connection[]])[] {
  const groups = new Map<string, [Connection, ...Connection[]]>();
  for (const one of connections) {
    const group = groups.get(one.consentId);
    if (group === undefined) groups.set(one.consentId, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function toSection(group: readonly [Connection, ...Connection[]], token: string): Markup {
  const [newest] = group;
  const { host, target, consentId } = newest;
  const scopes = [...new Set(group.flatMap((one) => one.scopes))];
  const used = group
    .flatMap(({ usedAt }) => usedAt ?? [])
    .sort()
    .at(-1);
  const oldest = group.map(({ madeAt }) => madeAt).sort()[0];
  const title = host.domain ?? host.name ?? 'An app without a name';
  return markup`<h2>${title}</h2>
<dl>
<dt>It calls itself</dt><dd>${host.name ?? 'nothing'} <span class="soft">(not checked)</span></dd>
<dt>Sends you back to</dt><dd>${target}</dd>
<dt>It may</dt><dd>${toWords(scopes)}</dd>
<dt>Connected</dt><dd>${toMinute(oldest)}${group.length > 1 ? `, ${group.length} times` : ''}</dd>
<dt>Last used</dt><dd>${used === undefined ? 'never' : toMinute(used)}</dd>
</dl>
<form method="post" action="/account/disconnect">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="app" value="${consentId}">
<p class="row"><button>Disconnect ${title}</button></p>
</form>
`;
}

function toWords(scopes: readonly Scope[]): string {
  return scopes.map((scope) => scopeWords[scope]).join('; ');
}

function toMinute(time: string | undefined): string {
  return time === undefined ? 'unknown' : `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
