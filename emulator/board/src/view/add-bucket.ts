import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoardContext } from './board-context.js';
import { formText } from './form-text.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';

/** The last column: a button that asks for a new bucket's name. */
@customElement('add-bucket')
export class AddBucket extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @state() private isOpen = false;

  override render(): TemplateResult {
    if (!this.isOpen) {
      return html`<button type="button" class="add-bucket-button" @click=${() => void this.open()}>
        ${icon('add')} Add bucket
      </button>`;
    }
    return html`<form
      class="add-task-form"
      aria-label="New bucket"
      @submit=${(event: SubmitEvent) => void this.submitted(event)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') this.isOpen = false;
      }}
    >
      <input
        class="text-field framed"
        name="name"
        aria-label="Bucket name"
        placeholder="Bucket name"
        maxlength="255"
        autocomplete="off"
        required
      />
      <button type="submit" class="wide-button primary">Add bucket</button>
    </form>`;
  }

  private async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = formText(event.target as HTMLFormElement, 'name');
    if (name === '') return;
    if (await this.board.actions.createBucket(name)) this.isOpen = false;
  }
}
