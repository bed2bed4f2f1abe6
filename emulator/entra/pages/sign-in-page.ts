import type { EntraService } from '../entra-service.js';
import { usableSessions } from '../flow/flow-start.js';
import type { SignInFlow } from '../flow/sign-in-flow.js';
import { DEVELOPMENT_PASSWORD } from '../people/sign-in-records.js';
import { html, nothing, type Html } from './html.js';
import type { Page } from './send-page.js';

/** More than these are found by their sign-in names. */
const MOST_LISTED = 50;

/** Who signs in, and with which password. */
export function signInPage(
  service: EntraService,
  flow: SignInFlow,
  shown: {
    readonly action: string;
    readonly problem: string | null;
    readonly typed: string | null;
  },
): Page {
  const { problem, typed, action } = shown;
  const isProofWanted =
    flow.purpose.kind === 'authorize' && flow.purpose.request.prompt === 'login';
  const signedIn = new Set(
    isProofWanted ? [] : usableSessions(service, flow).map(({ personId }) => personId),
  );
  const hint = flow.purpose.kind === 'authorize' ? flow.purpose.request.loginHint : null;
  const wanted = (typed ?? hint ?? '').toLowerCase();
  const listed = [...service.people.values()].slice(0, MOST_LISTED);
  const isListed = listed.some(({ id, mail }) => id === wanted || mail === wanted);
  const people = listed.map((person) => {
    const isChosen = person.id === wanted || person.mail === wanted;
    return html`<label class="person"
      ><input
        type="radio"
        name="person"
        value="${person.id}"
        ${isChosen ? html` checked` : nothing}
      /><span
        ><span>${person.displayName}</span
        ><span class="soft"
          >${person.mail}${signedIn.has(person.id) ? html` · signed in` : nothing}</span
        ></span
      ></label
    >`;
  });
  return {
    title: `${problem === null ? '' : 'Error: '}Sign in to ${flow.app.displayName}`,
    body: html`<h1>Sign in</h1>
<p>to continue to ${flow.app.displayName}</p>
${problemBox(problem)}
<form method="post" action="${action}">
<input type="hidden" name="flow" value="${flow.id}"><input type="hidden" name="step" value="signIn">
<fieldset><legend>Who are you?</legend><div class="people" tabindex="-1">${people}</div></fieldset>
<details${wanted !== '' && !isListed ? html` open` : nothing}><summary>Somebody else</summary>
<label class="field">Sign-in name<input type="text" name="username" value="${
      isListed ? '' : wanted
    }" autocomplete="username" autocapitalize="none" spellcheck="false"></label></details>
<label class="field">Password<input type="password" name="password" autocomplete="current-password" aria-describedby="help"${
      problem === null ? nothing : html` aria-invalid="true"`
    }></label>
<p class="soft" id="help">In this rehearsal everybody's password is <b>${DEVELOPMENT_PASSWORD}</b>, unless it was changed.${
      signedIn.size > 0 ? html` Who is signed in already needs none.` : nothing
    }</p>
<div class="buttons"><button class="main" name="choice" value="ok">Sign in</button><button name="choice" value="cancel">Cancel</button></div>
</form>`,
  };
}

/** What went wrong, said at once by screen readers; nothing for null. */
export function problemBox(problem: string | null): Html {
  return problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`;
}
