import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardState } from '../board/board-state.js';
import { personAvatar } from './avatar.js';
import type { BoardContext } from './board-context.js';
import { icon, type IconName } from './icons.js';
import { LightElement } from './light-element.js';
import type { MenuEntry } from './menu-button.js';
import type { ThemeChoice } from './theme.js';
import './menu-button.js';

const themes: readonly { choice: ThemeChoice; name: string; icon: IconName }[] = [
  { choice: 'system', name: 'As the system', icon: 'system' },
  { choice: 'light', name: 'Light', icon: 'sun' },
  { choice: 'dark', name: 'Dark', icon: 'moon' },
];

/** Which plan, acting as whom, filtered by what, connected or not. */
@customElement('board-header')
export class BoardHeader extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) shown!: BoardState;
  @property({ attribute: false }) taskCount = 0;
  @property({ attribute: false }) showsActivity = false;
  @property({ attribute: false }) toggleActivity: () => void = () => {};

  override render(): TemplateResult {
    const { plan } = this.shown;
    return html`<header class="header">
      <div class="header-plan">
        <span class="logo" aria-hidden="true">${icon('board', 20)}</span>
        <div class="plan-words">
          <h1>
            <menu-button
              .label=${`Plan: ${plan?.title ?? 'none'}. Choose another plan`}
              .buttonClass=${'plan-button'}
              .content=${html`<span class="plan-title">${plan?.title ?? 'Board'}</span>${icon(
                  'chevronDown',
                )}`}
              .entries=${() => this.planEntries()}
            ></menu-button>
          </h1>
          ${this.renderConnection()}
        </div>
      </div>
      ${this.renderFilter()}
      <div class="header-tools">
        <button
          type="button"
          class="quiet-button ${this.showsActivity ? 'pressed' : ''}"
          title="Who did what"
          aria-label="Who did what"
          aria-pressed=${this.showsActivity}
          @click=${() => this.toggleActivity()}
        >
          ${icon('history')}
        </button>
        <menu-button
          .label=${'Light or dark'}
          .content=${icon(this.themeIcon())}
          .entries=${() => this.themeEntries()}
        ></menu-button>
        ${this.renderPerson()}
      </div>
    </header>`;
  }

  focusFilter(): void {
    this.querySelector<HTMLElement>('fluent-text-input')?.focus();
  }

  private renderConnection(): TemplateResult {
    const { connection } = this.shown;
    const words = {
      connecting: 'Connecting…',
      live: 'Live',
      lost: 'Connection lost. Trying again…',
    }[connection];
    return html`<span class="connection ${connection}" data-connection=${connection}
      ><span class="connection-dot" aria-hidden="true"></span>${words}</span
    >`;
  }

  private renderFilter(): TemplateResult {
    const { filter } = this.shown;
    return html`<div class="header-filter" role="search">
      <fluent-text-input
        appearance="filled-lighter"
        placeholder="Filter by title, label, person, priority"
        autocomplete="off"
        .value=${filter}
        @input=${(event: InputEvent) => this.filtered(event)}
        @keydown=${(event: KeyboardEvent) => this.filterKey(event)}
      >
        <span class="hidden-words">Filter tasks</span>
        <span slot="start" class="filter-icon">${icon('search')}</span>
        ${
          filter === ''
            ? nothing
            : html`<button
                slot="end"
                type="button"
                class="quiet-button tiny"
                aria-label="Clear filter"
                title="Clear filter"
                @click=${() => this.setFilter('')}
              >
                ${icon('dismiss')}
              </button>`
        }
      </fluent-text-input>
      ${
        filter.trim() === ''
          ? nothing
          : html`<span class="filter-count" role="status"
              >${this.taskCount} of ${this.shown.tasks.size}</span
            >`
      }
    </div>`;
  }

  private renderPerson(): TemplateResult | typeof nothing {
    const person = this.shown.people.find(({ id }) => id === this.shown.actingAs);
    if (person === undefined) return nothing;
    return html`<menu-button
      .label=${`Acting as ${person.displayName}. Choose another person`}
      .buttonClass=${'person-button'}
      .content=${html`${personAvatar(person, 32)}<span class="person-words"
          ><span class="person-role">Acting as </span
          ><span class="person-name">${person.displayName}</span></span
        >${icon('chevronDown')}`}
      .entries=${() => this.personEntries()}
    ></menu-button>`;
  }

  private planEntries(): readonly MenuEntry[] {
    const { plans, plan } = this.shown;
    return [
      { kind: 'heading', name: 'Plans' },
      ...plans.map(({ id, title }): MenuEntry => ({
        kind: 'choice',
        name: title,
        isChecked: id === plan?.id,
        choose: () => void this.board.session.goTo({ planId: id, taskId: undefined }),
      })),
    ];
  }

  private personEntries(): readonly MenuEntry[] {
    return [
      { kind: 'heading', name: 'Act as' },
      ...this.shown.people.map((person): MenuEntry => ({
        kind: 'choice',
        name: person.displayName,
        start: personAvatar(person, 24),
        ...(person.jobTitle ? { hint: person.jobTitle } : {}),
        isChecked: person.id === this.shown.actingAs,
        choose: () => this.board.session.actAs(person.id),
      })),
    ];
  }

  private themeIcon(): IconName {
    return themes.find(({ choice }) => choice === this.board.theme.choice)?.icon ?? 'system';
  }

  private themeEntries(): readonly MenuEntry[] {
    return themes.map(({ choice, name, icon: iconName }): MenuEntry => ({
      kind: 'choice',
      name,
      start: icon(iconName),
      isChecked: choice === this.board.theme.choice,
      choose: () => {
        this.board.theme.choose(choice);
        this.requestUpdate();
      },
    }));
  }

  private filtered(event: InputEvent): void {
    this.setFilter((event.currentTarget as HTMLInputElement).value);
  }

  private filterKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.setFilter('');
  }

  private setFilter(text: string): void {
    this.board.store.dispatch({ type: 'filterChanged', text });
    if (text === '') this.focusFilter();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-header': BoardHeader;
  }
}
