import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { actorName } from '../board/activity-text.js';
import type { Highlight } from '../board/board-state.js';
import { formatAge, formatDay, isOverdue } from '../board/calendar-day.js';
import { appliedLabels, type CategoryNames } from '../board/category.js';
import { priorityOf } from '../board/priority.js';
import { progressOf } from '../board/progress.js';
import type { Activity, Person } from '../control/activity.js';
import type { GraphTask } from '../graph/shapes.js';
import { actorAvatar, personAvatar } from './avatar.js';
import { icon } from './icons.js';
import { labelPill } from './label-pill.js';
import { LightElement } from './light-element.js';
import type { MenuEntry } from './menu-button.js';
import './menu-button.js';

const avatarsShown = 4;

/** Callbacks are new with every drawing of the column and never a reason to draw the card again. */
const callback = { attribute: false, hasChanged: () => false } as const;

/** One task on the board. Says everything twice: by sight and in words. */
@customElement('task-card')
export class TaskCard extends LightElement {
  @property({ attribute: false }) task!: GraphTask;
  @property({ attribute: false }) people: ReadonlyMap<string, Person> = new Map();
  @property({ attribute: false }) categoryNames: CategoryNames = {};
  @property({ attribute: false }) lastChange: Activity | undefined;
  @property({ attribute: false }) highlight: Highlight | undefined;
  @property({ attribute: false }) now = new Date();
  @property({ attribute: false }) locale = 'en';
  /** The one card of its column that Tab reaches. */
  @property({ attribute: false }) reachable = false;
  @property({ attribute: false }) address = '';
  @property(callback) open: () => void = () => {};
  @property(callback) setPercent: (percent: number) => void = () => {};
  @property(callback) menu: () => readonly MenuEntry[] = () => [];

  override render(): TemplateResult {
    const { task, highlight } = this;
    const progress = progressOf(task.percentComplete);
    const classes = [
      'card',
      progress.value === 'completed' ? 'done' : '',
      highlight === undefined ? '' : `lit ${highlight.actorKind} ${highlight.seq % 2 ? 'odd' : ''}`,
      highlight?.isNew === true ? 'new' : '',
    ];
    return html`<article
      class=${classes.join(' ').trim()}
      aria-labelledby="title-${task.id}"
      data-changed=${highlight?.fields.join(' ') ?? nothing}
    >
      ${this.renderLabels()}
      <div class="card-head">
        ${this.renderProgressButton()}
        <a
          class="card-title"
          id="title-${task.id}"
          href=${this.address}
          draggable="false"
          tabindex=${this.reachable ? 0 : -1}
          aria-describedby="facts-${task.id} card-keys"
          @click=${(event: MouseEvent) => this.followed(event)}
          >${task.title}</a
        >
        <menu-button
          class="card-menu"
          .label=${`More options for ${task.title}`}
          .content=${icon('more')}
          .entries=${this.menu}
          .reachable=${this.reachable}
        ></menu-button>
      </div>
      <div id="facts-${task.id}">${this.renderFacts()}${this.renderLastChange()}</div>
    </article>`;
  }

  private renderLabels(): TemplateResult | typeof nothing {
    const labels = appliedLabels(this.task.appliedCategories);
    if (labels.length === 0) return nothing;
    return html`<ul class="card-labels" aria-label="Labels">
      ${labels.map((label) => html`<li>${labelPill(label, this.categoryNames)}</li>`)}
    </ul>`;
  }

  private renderProgressButton(): TemplateResult {
    const progress = progressOf(this.task.percentComplete);
    const isDone = progress.value === 'completed';
    const label = isDone ? 'Mark as not completed' : 'Mark as completed';
    return html`<button
      type="button"
      class="progress-button ${progress.value}"
      title="${progress.name}. ${label}"
      aria-label="${label}: ${this.task.title}"
      tabindex=${this.reachable ? 0 : -1}
      @click=${() => this.setPercent(isDone ? 0 : 100)}
    >
      ${icon(progress.icon)}
    </button>`;
  }

  private renderFacts(): TemplateResult | typeof nothing {
    const { task } = this;
    const priority = priorityOf(task.priority);
    const progress = progressOf(task.percentComplete);
    const facts = [
      html`<span class="hidden-words">${progress.name}.</span>`,
      priority.value === 'medium'
        ? nothing
        : html`<span class="fact priority ${priority.value}" title="${priority.name} priority"
            >${icon(priority.icon, 16)}<span class="hidden-words"
              >${priority.name} priority.</span
            ></span
          >`,
      this.renderDue(),
      task.checklistItemCount === 0 ? nothing : this.renderChecklist(),
      task.hasDescription
        ? html`<span class="fact" title="Has notes"
            >${icon('notes')}<span class="hidden-words">Has notes.</span></span
          >`
        : nothing,
      task.referenceCount === 0
        ? nothing
        : html`<span class="fact" title="${task.referenceCount} attached"
            >${icon('attachment')}${task.referenceCount}<span class="hidden-words"
              >attached.</span
            ></span
          >`,
    ];
    const assigned = this.renderPeople();
    const isBare = facts.slice(1).every((fact) => fact === nothing) && assigned === nothing;
    return html`<div class="card-facts ${isBare ? 'bare' : ''}">${facts}${assigned}</div>`;
  }

  private renderDue(): TemplateResult | typeof nothing {
    const { dueDateTime, percentComplete } = this.task;
    if (dueDateTime === null) return nothing;
    const isLate = isOverdue(dueDateTime, percentComplete, this.now);
    return html`<span class="fact due ${isLate ? 'overdue' : ''}" title="Due date"
      >${icon('calendar')}<span class="hidden-words">${isLate ? 'Overdue since' : 'Due'}</span>
      ${formatDay(dueDateTime, this.now, this.locale)}</span
    >`;
  }

  private renderChecklist(): TemplateResult {
    const { checklistItemCount: all, activeChecklistItemCount: left } = this.task;
    return html`<span class="fact checklist ${left === 0 ? 'all-checked' : ''}" title="Checklist"
      >${icon('checklist')}<span aria-hidden="true">${all - left}/${all}</span
      ><span class="hidden-words">${all - left} of ${all} checklist items done.</span></span
    >`;
  }

  private renderPeople(): TemplateResult | typeof nothing {
    const ids = Object.keys(this.task.assignments);
    if (ids.length === 0) return nothing;
    const assigned = ids.map(
      (id) => this.people.get(id) ?? { id, displayName: 'Somebody outside this directory' },
    );
    const names = assigned.map(({ displayName }) => displayName).join(', ');
    return html`<span class="card-people" title="Assigned to ${names}">
      ${assigned.slice(0, avatarsShown).map((person) => personAvatar(person, 24))}
      ${
        assigned.length > avatarsShown
          ? html`<span class="avatar more size-24" aria-hidden="true"
              >+${assigned.length - avatarsShown}</span
            >`
          : nothing
      }
      <span class="hidden-words">Assigned to ${names}.</span>
    </span>`;
  }

  private renderLastChange(): TemplateResult | typeof nothing {
    const change = this.lastChange;
    if (change === undefined) return nothing;
    return html`<div class="card-last ${change.by.kind}">
      ${actorAvatar(change.by, 20)}
      <span
        ><span class="hidden-words"
          >Last ${change.operation === 'created' ? 'added' : 'changed'} by
          ${change.by.kind === 'app' ? 'the app' : ''}</span
        ><b>${actorName(change.by)}</b> · ${formatAge(change.at, this.now, this.locale)}</span
      >
    </div>`;
  }

  /** A plain click opens the task here; with a modifier the browser opens the address in a new tab. */
  private followed(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.open();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-card': TaskCard;
  }
}
