import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { BoardState } from '../board/board-state.js';
import { fromDay, isOverdue, toDay } from '../board/calendar-day.js';
import { priorityLevels, priorityOf } from '../board/priority.js';
import { progressOf, progressSteps } from '../board/progress.js';
import { columns, topOf } from '../board/select.js';
import type { GraphTask } from '../graph/shapes.js';
import type { BoardContext } from './board-context.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';
import type { MenuEntry } from './menu-button.js';
import './menu-button.js';

interface ChoiceField {
  readonly name: string;
  readonly value: string;
  readonly content: TemplateResult;
  readonly entries: () => readonly MenuEntry[];
}

/** Bucket, progress, priority and dates of the open task. A choice is saved at once. */
@customElement('task-fields')
export class TaskFields extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) shown!: BoardState;
  @property({ attribute: false }) task!: GraphTask;
  @property({ attribute: false }) now = new Date();
  @state() private dateError = '';

  override render(): TemplateResult {
    const { task } = this;
    const isLate = isOverdue(task.dueDateTime, task.percentComplete, this.now);
    return html`<div class="field-grid">
      ${this.renderChoice(this.bucketField())} ${this.renderChoice(this.progressField())}
      ${this.renderChoice(this.priorityField())} ${this.renderDate('startDateTime', 'Start date')}
      ${this.renderDate('dueDateTime', 'Due date', isLate)}
      ${
        this.dateError === ''
          ? nothing
          : html`<p class="field-error" role="alert">${this.dateError}</p>`
      }
    </div>`;
  }

  private renderChoice({ name, value, content, entries }: ChoiceField): TemplateResult {
    return html`<div class="field">
      <span class="field-name" aria-hidden="true">${name}</span>
      <menu-button
        .label=${`${name}: ${value}`}
        .buttonClass=${'field-button'}
        .content=${html`<span class="field-value">${content}</span>${icon('chevronDown')}`}
        .entries=${entries}
      ></menu-button>
    </div>`;
  }

  private renderDate(
    field: 'startDateTime' | 'dueDateTime',
    name: string,
    isLate = false,
  ): TemplateResult {
    const moment = this.task[field];
    return html`<label class="field">
      <span class="field-name">${name}${isLate ? ' (overdue)' : ''}</span>
      <input
        class="text-field framed ${isLate ? 'overdue' : ''}"
        type="date"
        max="9999-12-31"
        .value=${live(moment === null ? '' : toDay(moment))}
        @change=${(event: Event) => this.dateChosen(field, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private bucketField(): ChoiceField {
    const { buckets } = this.shown;
    const name = buckets.find(({ id }) => id === this.task.bucketId)?.name ?? 'No bucket';
    return {
      name: 'Bucket',
      value: name,
      content: html`${name}`,
      entries: () =>
        buckets.map((bucket) => ({
          kind: 'choice',
          name: bucket.name,
          isChecked: bucket.id === this.task.bucketId,
          choose: () => {
            if (bucket.id === this.task.bucketId) return;
            void this.board.actions.move(this.task.id, topOf(columns(this.shown), bucket.id));
          },
        })),
    };
  }

  private progressField(): ChoiceField {
    const current = progressOf(this.task.percentComplete);
    return {
      name: 'Progress',
      value: current.name,
      content: html`<span class="progress-mark ${current.value}">${icon(current.icon, 16)}</span
        >${current.name}`,
      entries: () =>
        progressSteps.map((step) => ({
          kind: 'choice',
          name: step.name,
          start: html`<span class="progress-mark ${step.value}">${icon(step.icon, 16)}</span>`,
          isChecked: step.value === current.value,
          choose: () => {
            if (step.value === current.value) return;
            void this.board.actions.update(this.task.id, { percentComplete: step.percent });
          },
        })),
    };
  }

  private priorityField(): ChoiceField {
    const current = priorityOf(this.task.priority);
    return {
      name: 'Priority',
      value: current.name,
      content: html`<span class="priority ${current.value}">${icon(current.icon, 16)}</span
        >${current.name}`,
      entries: () =>
        priorityLevels.map((level) => ({
          kind: 'choice',
          name: level.name,
          start: html`<span class="priority ${level.value}">${icon(level.icon, 16)}</span>`,
          isChecked: level.value === current.value,
          choose: () => {
            if (level.value === current.value) return;
            void this.board.actions.update(this.task.id, { priority: level.number });
          },
        })),
    };
  }

  private dateChosen(field: 'startDateTime' | 'dueDateTime', day: string): void {
    const start = field === 'startDateTime' ? fromDay(day) : this.task.startDateTime;
    const due = field === 'dueDateTime' ? fromDay(day) : this.task.dueDateTime;
    const isBackwards = start !== null && due !== null && toDay(start) > toDay(due);
    this.dateError = isBackwards ? 'The start date must not be after the due date.' : '';
    // Asking again draws the field with its old value: the refused one does not stay.
    if (isBackwards) this.requestUpdate();
    else void this.board.actions.update(this.task.id, { [field]: fromDay(day) });
  }
}
