import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from './light-element.js';
import { placeBeside } from './place-beside.js';

/** One line of a menu. A `toggle` leaves the menu open, so that several can be set in one go. */
export type MenuEntry =
  | {
      readonly kind: 'action' | 'danger';
      readonly name: string;
      readonly start?: TemplateResult;
      readonly hint?: string;
      readonly choose: () => void;
    }
  | {
      readonly kind: 'choice' | 'toggle';
      readonly name: string;
      readonly isChecked: boolean;
      readonly start?: TemplateResult;
      readonly hint?: string;
      readonly choose: () => void;
    }
  | { readonly kind: 'heading'; readonly name: string }
  | { readonly kind: 'divider' };

type ChosenEntry = Exclude<MenuEntry, { kind: 'heading' | 'divider' }>;

const roles = {
  action: 'menuitem',
  danger: 'menuitem',
  choice: 'menuitemradio',
  toggle: 'menuitemcheckbox',
} as const;

/** A button that opens a menu. The menu exists only while it is open, so a thousand cards cost a thousand buttons. */
@customElement('menu-button')
export class MenuButton extends LightElement {
  /** What a screen reader says for the button. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) buttonClass = 'quiet-button';
  @property({ attribute: false }) content: TemplateResult | typeof nothing = nothing;
  @property({ attribute: false }) entries: () => readonly MenuEntry[] = () => [];
  @property({ attribute: false }) reachable = true;
  @state() private isOpen = false;

  override render(): TemplateResult {
    return html`<button
        type="button"
        class=${this.buttonClass}
        title=${this.label}
        aria-label=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        tabindex=${this.reachable ? 0 : -1}
        @click=${() => this.toggle()}
        @keydown=${(event: KeyboardEvent) => this.openByArrow(event)}
      >
        ${this.content}</button
      >${this.isOpen ? this.renderMenu() : nothing}`;
  }

  /** Opens the menu under its button and puts the focus on the first line. */
  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    const menu = this.menu();
    const button = this.querySelector('button');
    if (menu === null || button === null) return;
    menu.showPopover();
    placeBeside(menu, button);
    // Fluent gathers a menu's lines in its own next turn; before that there is nothing to focus.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const first =
      menu.querySelector<HTMLElement>('[role="menuitemradio"][checked]') ??
      menu.querySelector<HTMLElement>('fluent-menu-item');
    first?.focus();
  }

  private menu(): HTMLElement | null {
    return this.querySelector<HTMLElement>('fluent-menu-list');
  }

  private toggle(): void {
    if (this.isOpen) this.menu()?.hidePopover();
    else void this.open();
  }

  private openByArrow(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || event.altKey || this.isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    void this.open();
  }

  private renderMenu(): TemplateResult {
    return html`<fluent-menu-list
      popover="auto"
      role="menu"
      aria-label=${this.label}
      @toggle=${(event: ToggleEvent) => this.toggled(event)}
      @keydown=${this.keyPressed}
    >
      ${this.entries().map((entry) => this.renderEntry(entry))}
    </fluent-menu-list>`;
  }

  private renderEntry(entry: MenuEntry): TemplateResult {
    if (entry.kind === 'heading') {
      return html`<div class="menu-heading" role="presentation">${entry.name}</div>`;
    }
    if (entry.kind === 'divider') return html`<hr class="menu-divider" />`;
    const isChecked = 'isChecked' in entry && entry.isChecked;
    return html`<fluent-menu-item
      role=${roles[entry.kind]}
      class=${entry.kind}
      aria-checked=${'isChecked' in entry ? String(isChecked) : nothing}
      ?checked=${isChecked}
      @click=${() => this.chosen(entry)}
    >
      ${entry.start === undefined ? nothing : html`<span slot="start">${entry.start}</span>`}
      ${entry.name}
      ${
        entry.hint === undefined
          ? nothing
          : html`<span slot="end" class="menu-hint">${entry.hint}</span>`
      }
    </fluent-menu-item>`;
  }

  private chosen(entry: ChosenEntry): void {
    if (entry.kind !== 'toggle') this.closeMenu();
    entry.choose();
  }

  /** Fluent invokes a line by Enter and Space without a click; taken before it, so that a click is what counts for all. */
  private readonly keyPressed = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (event.key === 'Tab') this.menu()?.hidePopover();
      if (event.key === 'Escape') {
        // Closes the menu and nothing around it.
        event.preventDefault();
        event.stopPropagation();
        this.closeMenu();
      }
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      (event.target as HTMLElement).closest<HTMLElement>('fluent-menu-item')?.click();
    },
  };

  /** Back to the button at once: what is chosen may open a dialog, and that returns the focus to where it was. */
  private closeMenu(): void {
    this.menu()?.hidePopover();
    this.querySelector('button')?.focus();
  }

  private toggled(event: ToggleEvent): void {
    event.stopPropagation();
    if (event.newState === 'closed' && event.target === this.menu()) this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'menu-button': MenuButton;
  }
}
