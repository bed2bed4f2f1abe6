import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announcement } from '../board/announcement.js';
import type { BoardState } from '../board/board-state.js';
import { columns, shownTask, type Column } from '../board/select.js';
import type { Person } from '../control/activity.js';
import { boardStyles } from '../styles/board-styles.js';
import { liveRegion, withWords, type Announcement } from './announcer.js';
import type { BoardContext } from './board-context.js';
import { commandOf } from './board-keys.js';
import { icon } from './icons.js';
import './activity-panel.js';
import './add-bucket.js';
import './board-column.js';
import './board-header.js';
import './delete-dialog.js';
import './task-dialog.js';

/** How often "5 min ago" is looked at again. */
const clockMs = 20_000;
const announceMs = 1_000;

/** The page: header, columns, who did what, the open task, and everything that is said aloud. */
@customElement('tandem-board')
export class TandemBoard extends LitElement {
  static override styles = boardStyles;

  @property({ attribute: false }) board: BoardContext | undefined;
  @state() private now = new Date();
  @state() private showsActivity = matchMedia('(min-width: 1200px)').matches;
  @state() private activeTaskId: string | undefined;
  @state() private announced: readonly Announcement[] = [];
  private announcedSeq = 0;
  private saidNoticeId = 0;
  private listenedPlanId: string | undefined;
  private readonly stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const clock = setInterval(() => (this.now = new Date()), clockMs);
    const announcer = setInterval(() => this.announce(), announceMs);
    const { store } = this.board ?? {};
    if (store !== undefined) {
      this.stops.push(
        store.subscribe(() => {
          this.listen(store.state);
          this.sayNotice(store.state);
          this.now = new Date();
          this.requestUpdate();
        }),
      );
    }
    this.stops.push(
      () => clearInterval(clock),
      () => clearInterval(announcer),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops.splice(0)) stop();
  }

  override render(): TemplateResult {
    const { board } = this;
    if (board === undefined) return html`${nothing}`;
    const { state } = board.store;
    const shownColumns = columns(state);
    const count = shownColumns.reduce(
      (sum, { open, completed }) => sum + open.length + completed.length,
      0,
    );
    return html`<board-header
        .board=${board}
        .shown=${state}
        .taskCount=${count}
        .showsActivity=${this.showsActivity}
        .toggleActivity=${() => (this.showsActivity = !this.showsActivity)}
      ></board-header>
      <div class="page">
        <main aria-label="Board" aria-busy=${state.phase === 'loading'}>
          <div
            class="board"
            @keydown=${(event: KeyboardEvent) => this.keyPressed(event, shownColumns)}
            @focusin=${(event: FocusEvent) => this.focused(event)}
          >
            <p id="card-keys" hidden>
              Arrow keys go from card to card. Alt and an arrow key moves the card. Shift and F10
              opens its menu.
            </p>
            ${this.renderBoard(board, state, shownColumns)}
          </div>
          ${this.renderDialogs(board, state)}
        </main>
        ${
          this.showsActivity
            ? html`<activity-panel
                .board=${board}
                .shown=${state}
                .now=${this.now}
                .close=${() => (this.showsActivity = false)}
              ></activity-panel>`
            : nothing
        }
      </div>
      ${this.renderNotices(state)} ${liveRegion(this.announced)}`;
  }

  protected override willUpdate(): void {
    const place = this.focusedPlace();
    if (place === undefined) return;
    // A card that changes its column is drawn anew there: the focus follows it.
    requestAnimationFrame(() => this.keepFocus(place));
  }

  private renderBoard(
    board: BoardContext,
    state: BoardState,
    shown: readonly Column[],
  ): TemplateResult {
    if (state.phase === 'loading') return renderSkeleton();
    if (state.phase === 'failed') {
      return renderFailure(state.failure);
    }
    const people = new Map(state.people.map((person): [string, Person] => [person.id, person]));
    return html`${
      shown.length === 0
        ? html`<div class="empty">
            <span class="empty-picture">${icon('board', 48)}</span>
            <h2>This plan has no buckets yet</h2>
            <p>Buckets are the columns of the board. Add the first one to begin.</p>
            <add-bucket .board=${board}></add-bucket>
          </div>`
        : nothing
    }
    ${repeat(
      shown,
      ({ bucket }) => bucket.id,
      (column) =>
        html`<board-column
          .board=${board}
          .shown=${state}
          .column=${column}
          .people=${people}
          .now=${this.now}
          .activeTaskId=${this.activeTaskId}
        ></board-column>`,
    )}
    ${shown.length === 0 ? nothing : html`<add-bucket .board=${board}></add-bucket>`}`;
  }

  private renderDialogs(board: BoardContext, state: BoardState): TemplateResult {
    const deleting =
      state.deletingTaskId === null ? undefined : shownTask(state, state.deletingTaskId);
    return html`${
      state.openTaskId === null
        ? nothing
        : repeat(
            [state.openTaskId],
            (id) => id,
            (id) =>
              html`<task-dialog
                .board=${board}
                .shown=${state}
                .taskId=${id}
                .now=${this.now}
              ></task-dialog>`,
          )
    }
    ${
      deleting === undefined
        ? nothing
        : html`<delete-dialog
            .board=${board}
            .taskId=${deleting.id}
            .taskTitle=${deleting.title}
          ></delete-dialog>`
    }`;
  }

  private renderNotices({ notices }: BoardState): TemplateResult {
    return html`<div class="notices" popover="manual" role="region" aria-label="Messages">
      ${repeat(
        notices,
        ({ id }) => id,
        ({ id, tone, text }) =>
          html`<div class="notice ${tone}">
            ${icon(tone === 'error' ? 'warning' : 'completed')}<span>${text}</span>
            <button
              type="button"
              class="quiet-button tiny"
              aria-label="Dismiss message"
              @click=${() => this.board?.store.dispatch({ type: 'noticeGone', id })}
            >
              ${icon('dismiss')}
            </button>
          </div>`,
      )}
    </div>`;
  }

  protected override updated(): void {
    const notices = this.renderRoot.querySelector<HTMLElement>('.notices');
    const count = this.board?.store.state.notices.length ?? 0;
    // Shown anew for each message, so that it stands above a dialog that was opened meanwhile.
    if (notices?.matches(':popover-open') === true) notices.hidePopover();
    if (count > 0) notices?.showPopover();
  }

  /** What was there when the plan was loaded is not news. */
  private listen(state: BoardState): void {
    if (state.plan?.id === this.listenedPlanId || state.phase !== 'ready') return;
    this.listenedPlanId = state.plan?.id;
    this.announcedSeq = newestSeq(state);
  }

  private sayNotice({ notices }: BoardState): void {
    const newest = notices.at(-1);
    if (newest === undefined || newest.id <= this.saidNoticeId) return;
    this.saidNoticeId = newest.id;
    this.say(newest.text);
  }

  private announce(): void {
    const { state } = this.board?.store ?? {};
    if (state === undefined || state.plan?.id !== this.listenedPlanId) return;
    const changes = state.activity.filter(({ seq }) => seq > this.announcedSeq).toReversed();
    this.announcedSeq = Math.max(newestSeq(state), this.announcedSeq);
    this.say(announcement(changes, state.actingAs));
  }

  private say(words: string): void {
    this.announced = withWords(this.announced, words);
  }

  private focused(event: FocusEvent): void {
    const taskId = (event.target as Element).closest<HTMLElement>('[data-task]')?.dataset['task'];
    if (taskId !== undefined) this.activeTaskId = taskId;
  }

  private focusedPlace(): { readonly taskId: string; readonly bucketId: string } | undefined {
    const place = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-task]');
    const taskId = place?.dataset['task'];
    const bucketId = place?.closest<HTMLElement>('[data-bucket]')?.dataset['bucket'];
    return taskId === undefined || bucketId === undefined ? undefined : { taskId, bucketId };
  }

  private keepFocus(place: { readonly taskId: string; readonly bucketId: string }): void {
    const active = this.shadowRoot?.activeElement ?? null;
    if (active !== null || this.board?.store.state.openTaskId !== null) return;
    const card = this.cardTitle(place.taskId);
    const column = this.renderRoot.querySelector(`[data-bucket="${CSS.escape(place.bucketId)}"]`);
    const fallback = column?.querySelector<HTMLElement>('.card-title, .add-task-button');
    (card ?? fallback)?.focus();
  }

  private cardTitle(taskId: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`title-${taskId}`)}`);
  }

  private keyPressed(event: KeyboardEvent, shown: readonly Column[]): void {
    const target = event.target as Element;
    const taskId = target.closest<HTMLElement>('[data-task]')?.dataset['task'];
    if (taskId === undefined || !target.matches('.card-title')) return;
    const command = commandOf(event, taskId, shown);
    if (command === undefined) return;
    event.preventDefault();
    switch (command.kind) {
      case 'focus':
        this.cardTitle(command.taskId)?.focus();
        break;
      case 'menu':
        void target.closest('.card')?.querySelector('menu-button')?.open();
        break;
      case 'move':
        void this.board?.actions.move(taskId, command.place);
        this.say(this.describePlace(taskId));
        break;
    }
  }

  /** Where a card stands now, for somebody who cannot see it. */
  private describePlace(taskId: string): string {
    const { state } = this.board?.store ?? {};
    if (state === undefined) return '';
    const column = columns(state).find(({ open }) => open.some(({ id }) => id === taskId));
    if (column === undefined) return '';
    const position = column.open.findIndex(({ id }) => id === taskId) + 1;
    return `Moved to ${column.bucket.name}, position ${position} of ${column.open.length}.`;
  }
}

function newestSeq({ activity }: BoardState): number {
  return Math.max(0, ...activity.map(({ seq }) => seq));
}

function renderFailure(failure: BoardState['failure']): TemplateResult {
  const [title, advice] =
    failure === 'refused'
      ? [
          'This plan cannot be shown',
          'It is not there, or the person you act as may not see it. Choose another plan or person.',
        ]
      : [
          'The board cannot be reached',
          'Is the emulator running? This page tries again by itself.',
        ];
  return html`<div class="empty">
    <span class="empty-picture">${icon('disconnected', 48)}</span>
    <h2>${title}</h2>
    <p>${advice}</p>
  </div>`;
}

function renderSkeleton(): TemplateResult {
  return html`<span class="hidden-words" role="status">Loading the board…</span>
    ${[[96, 72, 120], [72, 104], [112, 72, 88], [80]].map(renderSkeletonColumn)}`;
}

function renderSkeletonColumn(heights: readonly number[]): TemplateResult {
  return html`<div class="column skeleton">
    <span class="bone title"></span>
    ${heights.map((height) => html`<span class="bone" style="height:${height}px"></span>`)}
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-board': TandemBoard;
  }
}
