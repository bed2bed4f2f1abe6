import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  addRow,
  changeRow,
  checklistRows,
  moveRow,
  removeRow,
  type ChecklistRow,
} from '../board/checklist.js';
import type { Outcome } from '../board/task-actions.js';
import type { DetailsPatch, GraphTaskDetails } from '../graph/shapes.js';
import { formText } from './form-text.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';
import { sendForm } from './send-form.js';
import './editable-text.js';

/** A task's checklist: add, check, rename, move, remove. */
@customElement('checklist-editor')
export class ChecklistEditor extends LightElement {
  @property({ attribute: false }) details!: GraphTaskDetails;
  @property({ attribute: false }) otherName = 'Somebody';
  @property({ attribute: false }) save: (patch: DetailsPatch, etag?: string) => Promise<Outcome> =
    () => Promise.resolve('failed');

  override render(): TemplateResult {
    const rows = checklistRows(this.details);
    const done = rows.filter(({ isChecked }) => isChecked).length;
    return html`<section class="task-section" aria-labelledby="checklist-title">
      <h3 id="checklist-title">
        Checklist
        ${rows.length === 0 ? '' : html`<span class="count">${done} / ${rows.length}</span>`}
      </h3>
      <ul class="checklist-rows">
        ${repeat(
          rows,
          ({ id }) => id,
          (row, index) => this.renderRow(row, index, rows.length),
        )}
      </ul>
      <form class="row-form" @submit=${(event: SubmitEvent) => void this.added(event)}>
        ${icon('add')}
        <input
          class="text-field"
          name="title"
          aria-label="New checklist item"
          placeholder="Add an item"
          maxlength="100"
          autocomplete="off"
        />
        <button type="submit" class="small-button">Add</button>
      </form>
    </section>`;
  }

  private renderRow(row: ChecklistRow, index: number, count: number): TemplateResult {
    return html`<li class="checklist-row ${row.isChecked ? 'checked' : ''}">
      <input
        type="checkbox"
        aria-label=${`Done: ${row.title}`}
        .checked=${live(row.isChecked)}
        @change=${(event: Event) =>
          void this.save(
            changeRow(row.id, { isChecked: (event.target as HTMLInputElement).checked }),
          )}
      />
      <editable-text
        .label=${`Checklist item ${index + 1}`}
        .value=${row.title}
        .etag=${this.details['@odata.etag']}
        .isRequired=${true}
        .maxLength=${100}
        .otherName=${this.otherName}
        .save=${(title: string, etag: string) => this.save(changeRow(row.id, { title }), etag)}
      ></editable-text>
      <span class="row-tools">
        ${this.renderMove(row, -1, index === 0)} ${this.renderMove(row, 1, index === count - 1)}
        <button
          type="button"
          class="quiet-button tiny"
          aria-label=${`Remove ${row.title}`}
          title="Remove"
          @click=${() => void this.save(removeRow(row.id))}
        >
          ${icon('dismiss')}
        </button>
      </span>
    </li>`;
  }

  private renderMove(row: ChecklistRow, step: -1 | 1, isAtEdge: boolean): TemplateResult {
    const name = step === -1 ? 'up' : 'down';
    return html`<button
      type="button"
      class="quiet-button tiny"
      aria-label=${`Move ${row.title} ${name}`}
      title="Move ${name}"
      aria-disabled=${isAtEdge}
      @click=${() => this.moved(row, step)}
    >
      ${icon(name)}
    </button>`;
  }

  private moved(row: ChecklistRow, step: -1 | 1): void {
    const patch = moveRow(this.details, row.id, step);
    if (patch !== undefined) void this.save(patch);
  }

  private async added(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const title = formText(form, 'title');
    if (title === '') return;
    await sendForm(form, () => this.save(addRow(this.details, crypto.randomUUID(), title)));
  }
}
