import type { ClientResponse } from '../authorize/client-response.js';
import type { EntraFailure, FailureOccasion } from '../entra-failure.js';
import { html, nothing } from './html.js';
import type { Page } from './send-page.js';
import { problemBox } from './sign-in-page.js';

/** A request that nobody can be sent back from. */
export function errorPage(failure: EntraFailure, occasion: FailureOccasion): Page {
  return {
    title: 'Sorry, we could not sign you in',
    body: html`<h1>Sorry, but we’re having trouble signing you in.</h1>
      ${problemBox(`AADSTS${failure.number}: ${failure.message}`)}
      <dl>
        <dt>Request Id</dt>
        <dd>${occasion.traceId}</dd>
        <dt>Correlation Id</dt>
        <dd>${occasion.correlationId}</dd>
        <dt>Timestamp</dt>
        <dd>${occasion.timestamp}</dd>
      </dl>`,
  };
}

export function messagePage(title: string, words: string): Page {
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>${words}</p>`,
  };
}

/** `response_mode=form_post`: the browser posts the answer to the client. */
export function formPostPage(response: Extract<ClientResponse, { kind: 'post' }>): Page {
  const fields = Object.entries(response.fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return {
    title: 'Working…',
    body: html`<h1>Working…</h1>
      <form method="post" action="${response.action}">
        ${fields}<noscript
          ><p>Scripts are off: press the button to go on.</p>
          <button class="main">Continue</button></noscript
        >
      </form>`,
    submitsItself: true,
  };
}

export function deviceCodePage(shown: {
  readonly action: string;
  readonly typed: string;
  readonly problem: string | null;
}): Page {
  const { problem } = shown;
  return {
    title: `${problem === null ? '' : 'Error: '}Enter code`,
    body: html`<h1>Enter code</h1>
      <p>Enter the code that your app or device shows.</p>
      ${problemBox(problem)}
      <form method="post" action="${shown.action}">
        <label class="field"
          >Code<input
            type="text"
            class="code"
            name="code"
            value="${shown.typed}"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="20"
            required${problem === null ? nothing : html` aria-invalid="true"`}
        /></label>
        <div class="buttons"><button class="main">Next</button></div>
      </form>`,
  };
}
