import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { standingOf, typed, type Draft } from '../board/draft.js';
import type { Outcome } from '../board/task-actions.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';

/**
 * A text of a task that saves itself when the person leaves it. What they type is never lost: when somebody else
 * changed the same text meanwhile, both are shown and the person chooses.
 */
@customElement('editable-text')
export class EditableText extends LightElement {
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) value = '';
  /** The version `value` belongs to. */
  @property({ attribute: false }) etag = '';
  @property({ attribute: false }) placeholder = '';
  @property({ attribute: false }) isMultiline = false;
  @property({ attribute: false }) isRequired = false;
  @property({ attribute: false }) maxLength = 255;
  @property({ attribute: false }) fieldClass = '';
  /** Who changed it last, for the words of a conflict. */
  @property({ attribute: false }) otherName = 'Somebody';
  @property({ attribute: false }) save: (text: string, etag: string) => Promise<Outcome> = () =>
    Promise.resolve('failed');
  @state() private draft: Draft | undefined;
  @state() private trouble: 'none' | 'conflict' | 'failed' = 'none';
  private saving: Promise<void> | undefined;

  /** Saves what is typed. True when nothing is left unsaved. */
  async commit(): Promise<boolean> {
    if (this.trouble === 'none') {
      this.saving ??= this.saveDraft().finally(() => (this.saving = undefined));
      await this.saving;
    }
    return this.draft === undefined;
  }

  /** A dialog that is taken away (the browser's back button) saves what was typed as well. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.commit();
  }

  override render(): TemplateResult {
    return html`${this.renderField()}${this.renderTrouble()}`;
  }

  private renderField(): TemplateResult {
    const text = this.draft?.text ?? this.value;
    if (this.isMultiline) {
      return html`<textarea
        class="text-field ${this.fieldClass}"
        aria-label=${this.label}
        placeholder=${this.placeholder}
        rows="3"
        .value=${live(text)}
        @input=${(event: InputEvent) => this.typed(event)}
        @blur=${() => void this.commit()}
        @keydown=${(event: KeyboardEvent) => this.keyPressed(event)}
      ></textarea>`;
    }
    return html`<input
      class="text-field ${this.fieldClass}"
      aria-label=${this.label}
      placeholder=${this.placeholder}
      maxlength=${this.maxLength}
      autocomplete="off"
      .value=${live(text)}
      @input=${(event: InputEvent) => this.typed(event)}
      @blur=${() => void this.commit()}
      @keydown=${(event: KeyboardEvent) => this.keyPressed(event)}
    />`;
  }

  private renderTrouble(): TemplateResult | typeof nothing {
    if (this.draft === undefined) return nothing;
    if (this.trouble === 'failed') {
      return html`<div class="contest" role="alert">
        <p>${icon('warning', 16)} Not saved yet. Your text is kept here.</p>
        <button type="button" class="small-button primary" @click=${() => this.saveAgain()}>
          Try again
        </button>
        <button type="button" class="small-button" @click=${() => this.discard()}>Discard</button>
      </div>`;
    }
    const isContested = standingOf(this.draft, this.value) === 'contested';
    if (this.trouble === 'conflict') {
      return html`<div class="contest" role="alert">
        <p>
          ${icon('warning', 16)} ${this.otherName} changed this while you were typing. Your text is
          kept; theirs is: <q>${this.value === '' ? 'empty' : this.value}</q>
        </p>
        <button type="button" class="small-button primary" @click=${() => this.saveAgain()}>
          Keep mine
        </button>
        <button type="button" class="small-button" @click=${() => this.discard()}>
          Use theirs
        </button>
      </div>`;
    }
    return isContested
      ? html`<p class="contest-hint" role="status">
          ${icon('info', 16)} ${this.otherName} just changed this to <q>${this.value}</q>
        </p>`
      : nothing;
  }

  private typed(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.draft = typed(this.draft, value, this.value, this.etag);
  }

  private keyPressed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !this.isMultiline) {
      event.preventDefault();
      void this.commit();
    }
    const canTakeBack = this.draft !== undefined && this.trouble === 'none' && !this.isMultiline;
    if (event.key === 'Escape' && canTakeBack) {
      // One Escape takes back what was typed, the next one closes the dialog.
      event.preventDefault();
      event.stopPropagation();
      this.discard();
    }
  }

  private async saveDraft(): Promise<void> {
    const { draft } = this;
    if (draft === undefined) return;
    const text = this.isMultiline ? draft.text : draft.text.trim();
    const isEmptied = this.isRequired && text === '';
    if (isEmptied || standingOf({ ...draft, text }, this.value) === 'unchanged') {
      this.draft = undefined;
      return;
    }
    await this.send(text, draft);
  }

  private async send(text: string, draft: Draft): Promise<void> {
    let outcome = await this.save(text, draft.etag);
    await this.updateComplete;
    if (outcome === 'conflict' && standingOf(draft, this.value) === 'edited') {
      // Refused for an old version although nobody touched this text: the newest version is known by now.
      outcome = await this.save(text, this.etag);
    }
    if (outcome === 'saved') {
      // Letters typed while the answer was on its way belong to the next save.
      const typedSince = this.draft?.text !== draft.text ? this.draft?.text : undefined;
      this.trouble = 'none';
      this.draft =
        typedSince === undefined
          ? undefined
          : { text: typedSince, base: this.value, etag: this.etag };
      return;
    }
    this.trouble = outcome;
  }

  private saveAgain(): void {
    if (this.draft === undefined) return;
    this.trouble = 'none';
    this.draft = { text: this.draft.text, base: this.value, etag: this.etag };
    void this.commit();
  }

  private discard(): void {
    this.draft = undefined;
    this.trouble = 'none';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'editable-text': EditableText;
  }
}
