import type { FlowStep, SignInFlow } from '../flow/sign-in-flow.js';
import type { MissingPermission } from '../scopes/consents.js';
import { html, nothing, type Html } from './html.js';
import type { Page } from './send-page.js';
import { problemBox } from './sign-in-page.js';

interface Shown {
  readonly action: string;
  readonly problem: string | null;
}

/** The second factor: an approval that the rehearsal gives here instead of on a phone. */
export function secondFactorPage(
  flow: SignInFlow,
  { isNew, person }: Extract<FlowStep, { kind: 'secondFactor' }>,
  shown: Shown,
): Page {
  const title = isNew ? 'More information required' : 'Approve sign-in request';
  const words = isNew
    ? 'Your organisation needs a second factor. Setting it up takes one click here.'
    : 'On the real service your phone would ask now. Here you are the phone.';
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>${person.mail}</p>
      ${problemBox(shown.problem)}
      <p>${words}</p>
      ${form(flow, shown, {
        step: 'secondFactor',
        buttons: [
          ['ok', isNew ? 'Set up and go on' : 'Approve'],
          ['deny', 'Deny'],
        ],
      })}`,
  };
}

/** Protects against codes that somebody else sent. */
export function confirmDevicePage(
  flow: SignInFlow,
  { person }: Extract<FlowStep, { kind: 'confirmDevice' }>,
  shown: Shown,
): Page {
  const title = `Are you trying to sign in to ${flow.app.displayName}?`;
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>${person.mail}</p>
      <p>
        Only go on if you began this yourself on another device and typed the code that it showed
        you.
      </p>
      ${form(flow, shown, {
        step: 'confirmDevice',
        buttons: [
          ['ok', 'Continue'],
          ['cancel', 'Cancel'],
        ],
      })}`,
  };
}

export function consentPage(
  flow: SignInFlow,
  step: Extract<FlowStep, { kind: 'consent' }>,
  shown: Shown,
): Page {
  const forAll = step.mayConsentForAll
    ? html`<label class="check"
        ><input type="checkbox" name="forAll" value="yes" /><span
          >Consent on behalf of your organisation. If you accept, the app gets this for everybody,
          and nobody is asked.</span
        ></label
      >`
    : nothing;
  return {
    title: `Permissions requested by ${flow.app.displayName}`,
    body: html`<h1>Permissions requested</h1>
      <p>${step.person.mail}</p>
      <p><strong>${flow.app.displayName}</strong> would like to:</p>
      ${permissionList(step.permissions)}
      <p class="soft">
        Accepting lets this app use your data as said here. You can take it back at any time.
      </p>
      ${form(flow, shown, {
        step: 'consent',
        buttons: [
          ['ok', 'Accept'],
          ['cancel', 'Cancel'],
        ],
        fields: forAll,
      })}`,
  };
}

/** AADSTS90094 as a person sees it. */
export function adminApprovalPage(
  flow: SignInFlow,
  step: Extract<FlowStep, { kind: 'adminApproval' }>,
  shown: Shown,
): Page {
  const adminOnly = step.permissions.filter((permission) => permission.adminOnly);
  return {
    title: 'Need admin approval',
    body: html`<h1>Need admin approval</h1>
      <p>${step.person.mail}</p>
      <p>
        <strong>${flow.app.displayName}</strong> needs permission for things that only an
        administrator can grant. Please ask one to grant it before you can use the app.
      </p>
      ${permissionList(adminOnly)}
      <p class="soft">
        AADSTS90094: Admin consent is required for the permissions requested by this application.
      </p>
      ${form(flow, shown, { step: 'adminApproval', buttons: [['cancel', 'Return to the app without consent']] })}`,
  };
}

/** Conditional access, or an app that the person may not use. */
export function refusedPage(
  flow: SignInFlow,
  { failure }: Extract<FlowStep, { kind: 'refused' }>,
  shown: Shown,
): Page {
  const title = 'You cannot get there from here';
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>
        Your sign-in was successful, but it does not meet the rules for ${flow.app.displayName}.
      </p>
      ${problemBox(`AADSTS${failure.number}: ${failure.message}`)}
      ${form(flow, shown, { step: 'refused', buttons: [['cancel', 'Back to the app']] })}`,
  };
}

interface StepForm {
  readonly step: string;
  /** The first one is the one that Enter presses. */
  readonly buttons: readonly (readonly [value: string, label: string])[];
  readonly fields?: Html;
}

function form(
  flow: SignInFlow,
  { action }: Shown,
  { step, buttons, fields = nothing }: StepForm,
): Html {
  const made = buttons.map(
    ([value, label], index) =>
      html`<button name="choice" value="${value}" ${index === 0 ? html` class="main"` : nothing}>
        ${label}
      </button>`,
  );
  return html`<form method="post" action="${action}">
    <input type="hidden" name="flow" value="${flow.id}" /><input
      type="hidden"
      name="step"
      value="${step}"
    />${fields}
    <div class="buttons">${made}</div>
  </form>`;
}

function permissionList(permissions: readonly MissingPermission[]): Html {
  const resources = [...new Set(permissions.map(({ resourceName }) => resourceName))];
  return html`${resources.map(
    (name) =>
      html`<h2>${name}</h2>
        <ul>
          ${permissions
            .filter(({ resourceName }) => resourceName === name)
            .map(
              (permission) =>
                html`<li>
                  ${permission.description}
                  <span class="soft"
                    >(${permission.name}${
                      permission.adminOnly ? html`, by an administrator only` : nothing
                    })</span
                  >
                </li>`,
            )}
        </ul>`,
  )}`;
}
