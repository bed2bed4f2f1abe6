import type { Scope } from '../../domain/access/caller.js';
import { scopeWords } from '../../domain/access/scope-words.js';
import type { Redirect } from '../../domain/oauth/redirect.js';
import type { Host } from '../../oauth/connections.js';
import type { SignedInPerson } from '../../oauth/people.js';
import { markup, type Markup } from '../pages/markup.js';
import type { Page } from '../pages/send-page.js';

export interface ConsentQuestion {
  readonly host: Host;
  readonly redirect: Redirect;
  readonly person: SignedInPerson;
  /** What it asks for and the person may give. */
  readonly offered: readonly Scope[];
  /** What it asks for and the person may not give. */
  readonly withheld: readonly Scope[];
  /** What the person has allowed it before. */
  readonly known: readonly Scope[];
  /** Where the answer goes. */
  readonly action: string;
  /** Ties the answer to this question. */
  readonly token: string;
  /** Nothing was ticked. */
  readonly isRepeated: boolean;
}

/** Asks a person whether a host may act for them: who asks, where they will be sent, and what it may do. */
export function consentPage(question: ConsentQuestion): Page {
  const { host, redirect, person, offered, withheld, action, token, isRepeated } = question;
  const signedIn = person.displayName ?? person.userName ?? 'Somebody without a name';
  const address =
    person.userName === null || person.userName === signedIn ? '' : ` (${person.userName})`;
  return {
    status: 200,
    title: `Let ${titleOf(host)} use Tandem?`,
    formTargets: [redirect.formTarget],
    body: markup`
<dl>
<dt>It calls itself</dt><dd>${host.name ?? 'nothing'} <span class="soft">(not checked)</span></dd>
<dt>Address</dt><dd>${addressOf(host)}</dd>
<dt>Sends you back to</dt><dd>${placeOf(redirect)}</dd>
<dt>You are</dt><dd>${signedIn}${address}</dd>
</dl>
${warningOf(redirect)}
${isRepeated ? markup`<p class="bad" role="alert">Tick at least one thing that it may do, or do not allow it.</p>` : null}
<form method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
${offered.length === 0 ? nothingToGive : scopesOf(question)}
${withheld.length === 0 ? null : notGiven(withheld)}
<p class="row">
${offered.length === 0 ? null : markup`<button name="answer" value="allow">Allow</button>`}
<button class="quiet" name="answer" value="deny">Do not allow</button>
</p>
</form>
<p class="soft">It acts with your Microsoft account and never sees your password or Microsoft's tokens. You can take this back at any time at <a href="/account">/account</a>.</p>
`,
  };
}

/** The part of the name that is known leads. */
function titleOf({ name, domain }: Host): string {
  if (domain !== null) return domain;
  return name === null ? 'an app without a name' : `an app that calls itself “${name}”`;
}

function addressOf({ domain }: Host): Markup {
  return domain === null
    ? markup`none: it has registered itself, and whose it is was <strong>not checked</strong>`
    : markup`${domain} <span class="soft">(checked: it is described there)</span>`;
}

function placeOf({ kind, target, uri }: Redirect): Markup {
  switch (kind) {
    case 'web':
      return markup`<strong>${target}</strong> <span class="soft">(${uri})</span>`;
    case 'loopback':
      return markup`<strong>${target}</strong> <span class="soft">(a program on this computer)</span>`;
    case 'app':
      return markup`<strong>${target}</strong> <span class="soft">(an app on this computer)</span>`;
  }
}

function warningOf({ kind }: Redirect): Markup | null {
  if (kind === 'web') return null;
  return markup`<p>Go on only if you have just asked a program on this computer to connect.</p>`;
}

function scopesOf({ offered, known }: ConsentQuestion): Markup {
  const isFirst = known.length === 0;
  return markup`<fieldset>
<legend>It may</legend>
${offered.map(
  (
    scope,
  ) => markup`<p class="choice"><input type="checkbox" id="${scope}" name="scope" value="${scope}" checked> <label for="${scope}">${scopeWords[scope]}${isFirst || known.includes(scope) ? null : markup` <strong>(new)</strong>`} <span class="soft">${scope}</span></label></p>
`,
)}</fieldset>`;
}

const nothingToGive = markup`<p>It asks for nothing that you may give.</p>`;

function notGiven(withheld: readonly Scope[]): Markup {
  return markup`<p class="soft">It also asks for what only operators of this server may give: ${withheld.join(', ')}. It does not get that.</p>`;
}
