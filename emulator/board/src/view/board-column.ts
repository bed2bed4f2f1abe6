import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BoardState } from '../board/board-state.js';
import { writeAddress } from '../board/board-address.js';
import { noBucketId, type Column } from '../board/select.js';
import type { Person } from '../control/activity.js';
import type { GraphTask } from '../graph/shapes.js';
import type { BoardContext } from './board-context.js';
import { cardMenu } from './card-menu.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';
import './add-task.js';
import './task-card.js';

/** So many cards of a column are drawn at first; the rest on demand. */
const firstCards = 60;

/** What a dragged card carries: the task's id. */
const taskMimeType = 'application/x-tandem-task';

/** One bucket with its cards. Cards can be dropped between any two open ones. */
@customElement('board-column')
export class BoardColumn extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) shown!: BoardState;
  @property({ attribute: false }) column!: Column;
  @property({ attribute: false }) people: ReadonlyMap<string, Person> = new Map();
  @property({ attribute: false }) now = new Date();
  @property({ attribute: false }) activeTaskId: string | undefined;
  @state() private showsCompleted = false;
  @state() private cardLimit = firstCards;
  /** The card under the drop line; null is the end, undefined no drag. */
  @state() private dropBeforeId: string | null | undefined;

  override render(): TemplateResult {
    const { bucket, open, completed } = this.column;
    const drawn = open.slice(0, this.cardLimit);
    return html`<section
      class="column ${this.dropBeforeId === undefined ? '' : 'drop-target'}"
      aria-labelledby="bucket-${bucket.id}"
      data-bucket=${bucket.id}
      @dragover=${(event: DragEvent) => this.draggedOver(event)}
      @dragleave=${(event: DragEvent) => this.dragLeft(event)}
      @drop=${(event: DragEvent) => this.dropped(event)}
    >
      <header class="column-head">
        <h2 id="bucket-${bucket.id}">${bucket.name}</h2>
        <span class="count" aria-label="${open.length} open tasks" role="img">${open.length}</span>
      </header>
      ${
        bucket.id === noBucketId
          ? nothing
          : html`<add-task
              .board=${this.board}
              .bucket=${bucket}
              .people=${this.shown.people}
            ></add-task>`
      }
      <div class="column-body">
        ${open.length === 0 ? this.renderEmpty() : nothing}
        <ul class="cards" aria-label="Tasks in ${bucket.name}">
          ${repeat(
            drawn,
            ({ id }) => id,
            (task) => this.renderCard(task),
          )}
          ${this.dropBeforeId === null ? html`<li class="drop-line" aria-hidden="true"></li>` : nothing}
        </ul>
        ${
          open.length > drawn.length
            ? html`<button
                type="button"
                class="wide-button"
                @click=${() => (this.cardLimit += firstCards)}
              >
                Show ${Math.min(firstCards, open.length - drawn.length)} more
              </button>`
            : nothing
        }
        ${completed.length === 0 ? nothing : this.renderCompleted(completed)}
      </div>
    </section>`;
  }

  private renderCompleted(completed: readonly GraphTask[]): TemplateResult {
    const { name } = this.column.bucket;
    return html`<button
        type="button"
        class="wide-button completed-toggle"
        aria-expanded=${this.showsCompleted}
        @click=${() => (this.showsCompleted = !this.showsCompleted)}
      >
        ${icon(this.showsCompleted ? 'chevronDown' : 'chevronRight')} Completed tasks
        <span class="count">${completed.length}</span>
      </button>
      ${
        this.showsCompleted
          ? html`<ul class="cards" aria-label="Completed tasks in ${name}">
              ${repeat(
                completed.slice(0, this.cardLimit),
                ({ id }) => id,
                (task) => this.renderCard(task),
              )}
            </ul>`
          : nothing
      }`;
  }

  private renderEmpty(): TemplateResult {
    const isFiltered = this.shown.filter.trim() !== '';
    return html`<p class="column-empty">
      ${isFiltered ? 'Nothing here matches the filter.' : 'No open tasks. Drop one here.'}
    </p>`;
  }

  private renderCard(task: GraphTask): TemplateResult {
    const { board, shown } = this;
    const all = [...this.column.open, ...(this.showsCompleted ? this.column.completed : [])];
    const active = all.some(({ id }) => id === this.activeTaskId) ? this.activeTaskId : all[0]?.id;
    return html`${
        this.dropBeforeId === task.id
          ? html`<li class="drop-line" aria-hidden="true"></li>`
          : nothing
      }
      <li
        class="card-place"
        draggable="true"
        data-task=${task.id}
        @dragstart=${(event: DragEvent) => this.dragStarted(event, task)}
        @dragend=${(event: DragEvent) => (event.currentTarget as Element).classList.remove('dragged')}
      >
        <task-card
          .task=${task}
          .people=${this.people}
          .categoryNames=${shown.categoryNames}
          .lastChange=${shown.lastChange.get(task.id)}
          .highlight=${shown.highlights.get(task.id)}
          .now=${this.now}
          .locale=${board.locale}
          .reachable=${task.id === active}
          .address=${writeAddress({ planId: task.planId, taskId: task.id })}
          .open=${() => void board.session.openTask(task.id)}
          .setPercent=${(percentComplete: number) =>
            void board.actions.update(task.id, { percentComplete })}
          .menu=${() => cardMenu(board, task.id)}
        ></task-card>
      </li>`;
  }

  private dragStarted(event: DragEvent, task: GraphTask): void {
    event.dataTransfer?.setData(taskMimeType, task.id);
    event.dataTransfer?.setData('text/plain', task.title);
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
    const place = event.currentTarget as Element;
    // The picture under the pointer is taken from the card as it is now; only then it fades in its place.
    requestAnimationFrame(() => place.classList.add('dragged'));
  }

  private draggedOver(event: DragEvent): void {
    const isTask = event.dataTransfer?.types.includes(taskMimeType) === true;
    if (!isTask || this.column.bucket.id === noBucketId) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
    const before = this.placesOfOpenCards().find((place) => {
      const { top, height } = place.getBoundingClientRect();
      return event.clientY < top + height / 2;
    });
    this.dropBeforeId = before?.dataset['task'] ?? null;
  }

  private placesOfOpenCards(): readonly HTMLElement[] {
    const list = this.querySelector('.cards');
    return list === null ? [] : [...list.querySelectorAll<HTMLElement>('.card-place')];
  }

  private dragLeft(event: DragEvent): void {
    const isInside = event.relatedTarget instanceof Node && this.contains(event.relatedTarget);
    if (!isInside) this.dropBeforeId = undefined;
  }

  private dropped(event: DragEvent): void {
    const taskId = event.dataTransfer?.getData(taskMimeType) ?? '';
    const beforeId = this.dropBeforeId ?? undefined;
    this.dropBeforeId = undefined;
    if (taskId === '' || taskId === beforeId) return;
    event.preventDefault();
    void this.board.actions.move(taskId, { bucketId: this.column.bucket.id, beforeId });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-column': BoardColumn;
  }
}
