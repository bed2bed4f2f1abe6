import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Dialog } from '@fluentui/web-components/dialog/class.js';
import {
  actorName,
  describeFields,
  groupActivity,
  isTask,
  type ActivityEntry,
} from '../board/activity-text.js';
import type { BoardState } from '../board/board-state.js';
import { formatAge } from '../board/calendar-day.js';
import { progressOf } from '../board/progress.js';
import { shownDetails, shownTask } from '../board/select.js';
import type { DetailsPatch, GraphTask } from '../graph/shapes.js';
import { liveRegion, type Announcement } from './announcer.js';
import { actorAvatar } from './avatar.js';
import type { BoardContext } from './board-context.js';
import { hasClosed } from './dialog-toggle.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';
import './checklist-editor.js';
import './editable-text.js';
import './link-editor.js';
import './task-fields.js';
import './task-people.js';

const historyShown = 6;

/** One task in full. Everything saves itself; closing waits for texts that are not saved yet. */
@customElement('task-dialog')
export class TaskDialog extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) shown!: BoardState;
  @property({ attribute: false }) taskId = '';
  @property({ attribute: false }) now = new Date();
  /** What the page says aloud; its own voice is silent while a dialog is open. */
  @property({ attribute: false }) announced: readonly Announcement[] = [];
  private isLeaving = false;

  protected override firstUpdated(): void {
    this.dialog()?.show();
  }

  override render(): TemplateResult {
    const task = shownTask(this.shown, this.taskId);
    return html`<fluent-dialog
      type="modal"
      class="task-dialog"
      aria-label=${task === undefined ? 'Task' : `Task ${task.title}`}
      @keydown=${(event: KeyboardEvent) => this.keyPressed(event)}
      @toggle=${(event: Event) => this.toggled(event)}
    >
      <div class="dialog-body">
        <div class="dialog-bar">
          <span class="dialog-path">${this.shown.plan?.title}</span>
          <button
            type="button"
            class="quiet-button"
            aria-label="Close task"
            title="Close"
            @click=${() => void this.leave()}
          >
            ${icon('dismiss', 20)}
          </button>
        </div>
        ${task === undefined ? this.renderMissing() : this.renderTask(task)}
        ${liveRegion(this.announced)}
      </div>
    </fluent-dialog>`;
  }

  private renderMissing(): TemplateResult {
    const last = this.shown.lastChange.get(this.taskId);
    return last?.operation === 'deleted'
      ? html`<div class="dialog-missing">
          <p><b>${actorName(last.by)}</b> has deleted this task.</p>
        </div>`
      : html`<div class="dialog-missing"><fluent-spinner></fluent-spinner></div>`;
  }

  private renderTask(task: GraphTask): TemplateResult {
    const { actions } = this.board;
    const progress = progressOf(task.percentComplete);
    const isDone = progress.value === 'completed';
    return html`<div class="dialog-title">
        <button
          type="button"
          class="progress-button ${progress.value}"
          aria-label=${isDone ? 'Mark as not completed' : 'Mark as completed'}
          title=${progress.name}
          @click=${() => void actions.update(task.id, { percentComplete: isDone ? 0 : 100 })}
        >
          ${icon(progress.icon, 24)}
        </button>
        <editable-text
          .label=${'Title'}
          .value=${task.title}
          .etag=${task['@odata.etag']}
          .isRequired=${true}
          .fieldClass=${'title-field'}
          .otherName=${this.otherName()}
          .save=${(title: string, etag: string) => actions.update(task.id, { title }, etag)}
        ></editable-text>
      </div>
      <task-people .board=${this.board} .shown=${this.shown} .task=${task}></task-people>
      <task-fields
        .board=${this.board}
        .shown=${this.shown}
        .task=${task}
        .now=${this.now}
      ></task-fields>
      ${this.renderDetails()} ${this.renderHistory()}
      <div class="dialog-foot">
        <button
          type="button"
          class="small-button danger"
          @click=${() => this.board.session.askDelete(task.id)}
        >
          ${icon('delete', 16)} Delete task
        </button>
        <span class="saved">Changes are saved as you make them</span>
      </div>`;
  }

  private renderDetails(): TemplateResult {
    const details = shownDetails(this.shown, this.taskId);
    if (details === undefined) {
      return html`<div class="skeleton-lines" aria-label="Loading details" role="status">
        <span></span><span></span><span></span>
      </div>`;
    }
    const { actions } = this.board;
    const save = (patch: DetailsPatch, etag?: string) =>
      actions.updateDetails(this.taskId, patch, etag);
    return html`<section class="task-section" aria-labelledby="notes-title">
        <h3 id="notes-title">Notes</h3>
        <editable-text
          .label=${'Notes'}
          .value=${details.description ?? ''}
          .etag=${details['@odata.etag']}
          .isMultiline=${true}
          .placeholder=${'Type a description or add notes here'}
          .fieldClass=${'framed notes-field'}
          .otherName=${this.otherName()}
          .save=${(description: string, etag: string) => save({ description }, etag)}
        ></editable-text>
      </section>
      <checklist-editor
        .details=${details}
        .otherName=${this.otherName()}
        .save=${save}
      ></checklist-editor>
      <link-editor .details=${details} .save=${save}></link-editor>`;
  }

  private renderHistory(): TemplateResult | typeof nothing {
    const changes = this.shown.activity.filter(
      (change) => isTask(change) && change.id === this.taskId,
    );
    const entries = groupActivity(changes).slice(0, historyShown);
    if (entries.length === 0) return nothing;
    return html`<section class="task-section" aria-labelledby="history-title">
      <h3 id="history-title">Who did what</h3>
      <ol class="history">
        ${entries.map((entry) => this.renderHistoryEntry(entry))}
      </ol>
    </section>`;
  }

  private renderHistoryEntry({ latest, operation, fields }: ActivityEntry): TemplateResult {
    const what = operation === 'created' ? 'added the task' : `changed ${describeFields(fields)}`;
    return html`<li class="history-entry ${latest.by.kind}">
      ${actorAvatar(latest.by, 24)}
      <span
        ><b>${actorName(latest.by)}</b>${
          latest.by.kind === 'app' ? html`<span class="app-badge">App</span>` : nothing
        }
        ${what}</span
      >
      <time datetime=${latest.at}>${formatAge(latest.at, this.now, this.board.locale)}</time>
    </li>`;
  }

  private dialog(): Dialog | null {
    return this.querySelector<Dialog>('fluent-dialog');
  }

  private otherName(): string {
    const change = this.shown.activity.find(
      ({ id, by }) => id === this.taskId && by.id !== this.shown.actingAs,
    );
    return change === undefined ? 'Somebody' : actorName(change.by);
  }

  private keyPressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // The browser would close at once; a text that cannot be saved must stay on the screen.
    event.preventDefault();
    void this.leave();
  }

  private toggled(event: Event): void {
    if (hasClosed(event, this.dialog())) void this.leave();
  }

  /** Saves every text, then closes; with something unsaved the dialog stays, or comes back. */
  private async leave(): Promise<void> {
    if (this.isLeaving) return;
    this.isLeaving = true;
    const texts = [...this.querySelectorAll('editable-text')];
    const areSaved = await Promise.all(texts.map((text) => text.commit()));
    this.isLeaving = false;
    const dialog = this.dialog();
    const isOpen = dialog?.shadowRoot?.querySelector('dialog')?.open === true;
    if (areSaved.every(Boolean)) {
      if (isOpen) dialog?.hide();
      this.board.session.closeTask();
    } else if (!isOpen) {
      dialog?.show();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-dialog': TaskDialog;
  }
}
