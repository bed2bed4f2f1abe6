import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fromDay } from '../board/calendar-day.js';
import type { Person } from '../control/activity.js';
import { personAvatar } from './avatar.js';
import type { BoardContext } from './board-context.js';
import { formText } from './form-text.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';
import type { MenuEntry } from './menu-button.js';
import './menu-button.js';

/** The button at the top of a column that becomes a small form, as on Planner's own board. */
@customElement('add-task')
export class AddTask extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) bucket: { readonly id: string; readonly name: string } = {
    id: '',
    name: '',
  };
  @property({ attribute: false }) people: readonly Person[] = [];
  @state() private isOpen = false;
  @state() private isSending = false;
  @state() private assigneeIds: readonly string[] = [];

  override render(): TemplateResult {
    return this.isOpen ? this.renderForm() : this.renderButton();
  }

  /** Opens the form and puts the focus into the title. */
  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('input')?.focus();
  }

  private renderButton(): TemplateResult {
    return html`<button
      type="button"
      class="add-task-button"
      aria-label="Add task to ${this.bucket.name}"
      @click=${() => void this.open()}
    >
      ${icon('add')} Add task
    </button>`;
  }

  private renderForm(): TemplateResult {
    return html`<form
      class="add-task-form"
      aria-label="New task in ${this.bucket.name}"
      @submit=${(event: SubmitEvent) => void this.submitted(event)}
      @keydown=${(event: KeyboardEvent) => this.keyPressed(event)}
    >
      <input
        class="text-field framed"
        name="title"
        aria-label="Task name"
        placeholder="Enter a task name"
        maxlength="255"
        autocomplete="off"
        required
      />
      <div class="add-task-more">
        <input class="text-field framed" type="date" name="due" aria-label="Due date" />
        <menu-button
          .label=${this.assignLabel()}
          .buttonClass=${'field-button'}
          .content=${this.renderAssigned()}
          .entries=${() => this.assignEntries()}
        ></menu-button>
      </div>
      <button type="submit" class="wide-button primary" ?disabled=${this.isSending}>
        ${this.isSending ? 'Adding…' : 'Add task'}
      </button>
    </form>`;
  }

  private assigned(): readonly Person[] {
    return this.people.filter(({ id }) => this.assigneeIds.includes(id));
  }

  private assignLabel(): string {
    const names = this.assigned().map(({ displayName }) => displayName);
    return names.length === 0 ? 'Assign' : `Assigned to ${names.join(', ')}`;
  }

  private renderAssigned(): TemplateResult {
    const assigned = this.assigned();
    return assigned.length === 0
      ? html`${icon('personAdd')} Assign`
      : html`${assigned.map((person) => personAvatar(person, 20))}`;
  }

  private assignEntries(): readonly MenuEntry[] {
    return this.people.map((person) => ({
      kind: 'toggle',
      name: person.displayName,
      start: personAvatar(person, 24),
      isChecked: this.assigneeIds.includes(person.id),
      choose: () => {
        this.assigneeIds = this.assigneeIds.includes(person.id)
          ? this.assigneeIds.filter((id) => id !== person.id)
          : [...this.assigneeIds, person.id];
      },
    }));
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const title = formText(form, 'title');
    if (title === '' || this.isSending) return;
    this.isSending = true;
    const dueDateTime = fromDay(formText(form, 'due'));
    const id = await this.board.actions.create({
      bucketId: this.bucket.id,
      title,
      assigneeIds: this.assigneeIds,
      ...(dueDateTime === null ? {} : { dueDateTime }),
    });
    this.isSending = false;
    await this.updateComplete;
    // A refused task keeps what was typed; an accepted one makes room for the next, as people add several in a row.
    if (id === undefined) return;
    form.reset();
    this.assigneeIds = [];
    this.board.store.tell('success', `Added “${title}” to ${this.bucket.name}`);
    form.querySelector('input')?.focus();
  }

  private keyPressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    void this.close();
  }

  private async close(): Promise<void> {
    this.isOpen = false;
    this.assigneeIds = [];
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }
}
