import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { assignmentPatch } from '../board/apply-patch.js';
import type { BoardState } from '../board/board-state.js';
import { appliedLabels, categories, categoryName, type Category } from '../board/category.js';
import { shownTask } from '../board/select.js';
import type { GraphTask } from '../graph/shapes.js';
import { personAvatar } from './avatar.js';
import type { BoardContext } from './board-context.js';
import { icon } from './icons.js';
import { labelDot, labelPill } from './label-pill.js';
import { LightElement } from './light-element.js';
import type { MenuEntry } from './menu-button.js';
import './menu-button.js';

/** The people and the labels of the open task. */
@customElement('task-people')
export class TaskPeople extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) shown!: BoardState;
  @property({ attribute: false }) task!: GraphTask;

  override render(): TemplateResult {
    return html`<div class="chip-rows">
      <ul class="chips" aria-label="Assigned people">
        ${Object.keys(this.task.assignments).map((id) => this.renderPerson(id))}
        <li>
          <menu-button
            .label=${'Assign people'}
            .buttonClass=${'chip-button'}
            .content=${html`${icon('personAdd', 16)} Assign`}
            .entries=${() => this.peopleEntries()}
          ></menu-button>
        </li>
      </ul>
      <ul class="chips" aria-label="Labels">
        ${appliedLabels(this.task.appliedCategories).map((label) => this.renderLabel(label))}
        <li>
          <menu-button
            .label=${'Add label'}
            .buttonClass=${'chip-button'}
            .content=${html`${icon('tag')} Add label`}
            .entries=${() => this.labelEntries()}
          ></menu-button>
        </li>
      </ul>
    </div>`;
  }

  private renderPerson(id: string): TemplateResult {
    const person = this.shown.people.find((each) => each.id === id) ?? {
      id,
      displayName: 'Somebody outside this directory',
    };
    return html`<li class="chip">
      ${personAvatar(person, 24)}${person.displayName}
      <button
        type="button"
        class="quiet-button tiny"
        aria-label="Unassign ${person.displayName}"
        title="Unassign"
        @click=${() => this.toggleAssignee(id)}
      >
        ${icon('dismiss', 12)}
      </button>
    </li>`;
  }

  private renderLabel(label: Category): TemplateResult {
    const name = categoryName(label, this.shown.categoryNames);
    return html`<li class="label-chip">
      ${labelPill(label, this.shown.categoryNames)}
      <button
        type="button"
        class="quiet-button tiny"
        aria-label="Remove label ${name}"
        title="Remove label"
        @click=${() => this.toggleLabel(label)}
      >
        ${icon('dismiss', 12)}
      </button>
    </li>`;
  }

  private peopleEntries(): readonly MenuEntry[] {
    return this.shown.people.map((person) => ({
      kind: 'toggle',
      name: person.displayName,
      start: personAvatar(person, 24),
      isChecked: this.task.assignments[person.id] !== undefined,
      choose: () => this.toggleAssignee(person.id),
    }));
  }

  private labelEntries(): readonly MenuEntry[] {
    return categories.map((label) => ({
      kind: 'toggle',
      name: categoryName(label, this.shown.categoryNames),
      start: labelDot(label),
      isChecked: this.task.appliedCategories[label.key] === true,
      choose: () => this.toggleLabel(label),
    }));
  }

  private toggleAssignee(id: string): void {
    // The newest known task: two quick choices must not undo each other.
    const task = shownTask(this.board.store.state, this.task.id) ?? this.task;
    const wanted = new Set(Object.keys(task.assignments));
    if (!wanted.delete(id)) wanted.add(id);
    void this.board.actions.update(task.id, assignmentPatch(task, wanted));
  }

  private toggleLabel({ key }: Category): void {
    const task = shownTask(this.board.store.state, this.task.id) ?? this.task;
    const isApplied = task.appliedCategories[key] === true;
    void this.board.actions.update(task.id, { appliedCategories: { [key]: !isApplied } });
  }
}
