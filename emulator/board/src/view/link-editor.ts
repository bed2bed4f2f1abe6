import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addLink, links, removeLink } from '../board/links.js';
import type { Outcome } from '../board/task-actions.js';
import { toWebAddress } from '../graph/reference-key.js';
import type { DetailsPatch, GraphTaskDetails } from '../graph/shapes.js';
import { formText } from './form-text.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';
import { sendForm } from './send-form.js';

/** A task's links, Planner's references. */
@customElement('link-editor')
export class LinkEditor extends LightElement {
  @property({ attribute: false }) details!: GraphTaskDetails;
  @property({ attribute: false }) save: (patch: DetailsPatch) => Promise<Outcome> = () =>
    Promise.resolve('failed');
  @state() private isRefused = false;

  override render(): TemplateResult {
    return html`<section class="task-section" aria-labelledby="links-title">
      <h3 id="links-title">Links</h3>
      <ul class="link-rows">
        ${links(this.details).map(
          ({ url, name }) =>
            html`<li class="link-row">
              ${icon('attachment')}
              <a href=${url} target="_blank" rel="noopener noreferrer">${name}</a>
              <button
                type="button"
                class="quiet-button tiny"
                aria-label="Remove link ${name}"
                title="Remove"
                @click=${() => void this.save(removeLink(url))}
              >
                ${icon('dismiss')}
              </button>
            </li>`,
        )}
      </ul>
      <form class="row-form" novalidate @submit=${(event: SubmitEvent) => void this.added(event)}>
        ${icon('add')}
        <input
          class="text-field"
          name="url"
          type="url"
          inputmode="url"
          aria-label="Address of a new link"
          aria-invalid=${this.isRefused}
          placeholder="Paste an address"
          autocomplete="off"
        />
        <input
          class="text-field"
          name="name"
          aria-label="Name of the new link"
          placeholder="Name (optional)"
          autocomplete="off"
        />
        <button type="submit" class="small-button">Add</button>
      </form>
      ${
        this.isRefused
          ? html`<p class="field-error" role="alert">
              This is no web address. It should look like https://example.com/page.
            </p>`
          : nothing
      }
    </section>`;
  }

  private async added(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const url = toWebAddress(formText(form, 'url'));
    this.isRefused = url === undefined;
    if (url === undefined) return;
    const patch = addLink(url, formText(form, 'name'));
    await sendForm(form, () => this.save(patch));
  }
}
