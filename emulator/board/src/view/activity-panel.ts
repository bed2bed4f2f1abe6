import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  actorName,
  describeOperation,
  groupActivity,
  isTask,
  type ActivityEntry,
} from '../board/activity-text.js';
import { formatAge } from '../board/calendar-day.js';
import type { BoardState } from '../board/board-state.js';
import { actorAvatar } from './avatar.js';
import type { BoardContext } from './board-context.js';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';

const audiences = [
  { value: 'all', name: 'All' },
  { value: 'app', name: 'Agents' },
  { value: 'person', name: 'People' },
] as const;

type Audience = (typeof audiences)[number]['value'];

/** Who did what, newest first, apps told apart from people. */
@customElement('activity-panel')
export class ActivityPanel extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) shown!: BoardState;
  @property({ attribute: false }) now = new Date();
  @property({ attribute: false }) close: () => void = () => {};
  @state() private audience: Audience = 'all';

  override render(): TemplateResult {
    const changes = this.shown.activity.filter(
      ({ by }) => this.audience === 'all' || by.kind === this.audience,
    );
    const entries = groupActivity(changes);
    return html`<aside class="activity" aria-labelledby="activity-title">
      <header class="activity-head">
        <h2 id="activity-title">Who did what</h2>
        <button
          type="button"
          class="quiet-button"
          aria-label="Close who did what"
          title="Close"
          @click=${() => this.close()}
        >
          ${icon('dismiss')}
        </button>
      </header>
      <div class="segments" role="group" aria-label="Show changes of">
        ${audiences.map(
          ({ value, name }) =>
            html`<button
              type="button"
              aria-pressed=${this.audience === value}
              @click=${() => (this.audience = value)}
            >
              ${name}
            </button>`,
        )}
      </div>
      ${
        entries.length === 0
          ? html`<div class="activity-empty">
              ${icon('history', 32)}
              <p>
                Nothing yet. As soon as a person or an agent changes this plan, it appears here.
              </p>
            </div>`
          : html`<ol class="activity-list" tabindex="0" aria-label="Changes, newest first">
              ${repeat(
                entries,
                ({ latest }) => latest.seq,
                (entry) => this.renderEntry(entry),
              )}
            </ol>`
      }
    </aside>`;
  }

  private renderEntry(entry: ActivityEntry): TemplateResult {
    const { latest } = entry;
    const { by } = latest;
    return html`<li class="activity-entry ${by.kind}">
      ${actorAvatar(by, 32)}
      <div>
        <p>
          <b>${actorName(by)}</b
          >${by.kind === 'app' ? html`<span class="app-badge">App</span>` : nothing}
          ${describeOperation(entry)} ${this.renderThing(entry)}
        </p>
        <time datetime=${latest.at}>${formatAge(latest.at, this.now, this.board.locale)}</time>
      </div>
    </li>`;
  }

  private renderThing({ latest }: ActivityEntry): TemplateResult {
    const title = latest.title ?? this.shown.tasks.get(latest.id)?.title ?? latest.entity;
    const isThere = isTask(latest) && this.shown.tasks.has(latest.id);
    return isThere
      ? html`<button
          type="button"
          class="text-link"
          @click=${() => void this.board.session.openTask(latest.id)}
        >
          ${title}
        </button>`
      : html`<span class="thing">${title}</span>`;
  }
}
