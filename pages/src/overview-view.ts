import { html, nothing, type TemplateResult } from 'lit';
import type { LockedAccount, OpenApproval, Overview, Part, SyncStatus } from './read-overview.js';
import { behind, failing, planStates, statuses } from './words.js';

export interface KeyActions {
  use(key: string): void;
  forget(): void;
}

/** How things are, or the question for a key. `hasKey`: one is kept, and can be forgotten. */
export function overviewView(
  overview: Overview,
  { hasKey, actions }: { readonly hasKey: boolean; readonly actions: KeyActions },
): TemplateResult {
  if (overview.kind === 'key wanted') return keyForm(overview.wasRefused, actions);
  const forget = html`<p>
    <button class="quiet" @click=${actions.forget}>Forget the key</button>
  </p>`;
  return html`
    <section aria-labelledby="sync">
      <h2 id="sync">Sync</h2>
      ${partView(overview.sync, syncView)}
    </section>
    <section aria-labelledby="waiting">
      <h2 id="waiting">Waiting for approval</h2>
      ${partView(overview.approvals, approvalsView)}
    </section>
    <section aria-labelledby="accounts">
      <h2 id="accounts">Accounts</h2>
      ${partView(overview.accounts, accountsView)}
    </section>
    ${hasKey ? forget : nothing}
  `;
}

function partView<Value>(part: Part<Value>, view: (value: Value) => TemplateResult) {
  return part.kind === 'known' ? view(part.value) : html`<p class="soft">${part.why}</p>`;
}

function syncView({ status, reasons, plans }: SyncStatus): TemplateResult {
  return html`
    <p class=${status === 'healthy' ? 'good' : 'bad'}>${statuses[status]}</p>
    ${
      reasons.length === 0
        ? nothing
        : html`<ul>
            ${reasons.map((why) => html`<li>${why}</li>`)}
          </ul>`
    }
    ${plans.length === 0 ? html`<p>No plan is synced yet.</p>` : planTable(plans)}
  `;
}

function planTable(plans: SyncStatus['plans']): TemplateResult {
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th class="whole" scope="col">State</th>
          <th class="whole" scope="col">On its way</th>
        </tr>
      </thead>
      <tbody>
        ${plans.map(
          (plan) => html`
            <tr>
              <th scope="row">${plan.title ?? plan.planId}</th>
              <td class="whole">
                ${planStates[plan.state]}
                ${plan.failing === 0 ? nothing : html`<span class="bad">${failing(plan)}</span>`}
              </td>
              <td class="whole">${behind(plan)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function approvalsView(approvals: readonly OpenApproval[]): TemplateResult {
  if (approvals.length === 0) return html`<p>Nothing waits.</p>`;
  return html`
    <ul>
      ${approvals.map(
        ({ id, effect, askedBy }) =>
          html`<li>
            <a href="/approvals/${id}">${effect}</a> <span class="soft">asked by ${askedBy}</span>
          </li>`,
      )}
    </ul>
    <p><a href="/approvals">Decide</a></p>
  `;
}

function accountsView(accounts: readonly LockedAccount[]): TemplateResult {
  if (accounts.length === 0) return html`<p>Nobody has to sign in again.</p>`;
  return html`
    <ul>
      ${accounts.map(
        ({ id, userName, problem }) =>
          html`<li>
            <strong>${userName ?? id}</strong> must sign in again. ${problem?.advice ?? ''}
          </li>`,
      )}
    </ul>
    <p class="soft">An agent begins it with <code>auth_start_login</code>.</p>
  `;
}

function keyForm(wasRefused: boolean, actions: KeyActions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('#key');
    const key = field?.value.trim() ?? '';
    if (key !== '') actions.use(key);
  };
  return html`
    <section aria-labelledby="asked">
      <h2 id="asked">How things are</h2>
      <form @submit=${submit}>
        <p>
          <label for="key">Key or token of this server</label>
          <input
            id="key"
            type="password"
            autocomplete="off"
            required
            aria-describedby="key-note"
            aria-invalid=${wasRefused ? 'true' : 'false'}
          />
        </p>
        <p
          id="key-note"
          class=${wasRefused ? 'bad' : 'soft'}
          role=${wasRefused ? 'alert' : nothing}
        >
          ${wasRefused ? 'This key is not known here.' : 'It is kept in this tab until you close it.'}
        </p>
        <button>Show</button>
      </form>
    </section>
  `;
}
