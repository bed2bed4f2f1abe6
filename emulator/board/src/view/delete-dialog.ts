import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Dialog } from '@fluentui/web-components/dialog/class.js';
import type { BoardContext } from './board-context.js';
import { hasClosed } from './dialog-toggle.js';
import { LightElement } from './light-element.js';

/** The one question before a task is gone for everybody. */
@customElement('delete-dialog')
export class DeleteDialog extends LightElement {
  @property({ attribute: false }) board!: BoardContext;
  @property({ attribute: false }) taskId = '';
  @property({ attribute: false }) taskTitle = '';

  protected override firstUpdated(): void {
    this.dialog()?.show();
  }

  override render(): TemplateResult {
    return html`<fluent-dialog
      type="alert"
      class="delete-dialog"
      aria-label="Delete ${this.taskTitle}?"
      @toggle=${(event: Event) => {
        if (hasClosed(event, this.dialog())) this.answer();
      }}
    >
      <div class="dialog-body">
        <h2>Delete this task?</h2>
        <p>“${this.taskTitle}” will be deleted for everybody, the agents included.</p>
        <div class="dialog-actions">
          <fluent-button autofocus role="button" @click=${() => this.close()}>Cancel</fluent-button>
          <fluent-button
            appearance="primary"
            role="button"
            class="danger"
            @click=${() => void this.confirmed()}
            >Delete</fluent-button
          >
        </div>
      </div>
    </fluent-dialog>`;
  }

  private dialog(): Dialog | null {
    return this.querySelector<Dialog>('fluent-dialog');
  }

  private close(): void {
    this.dialog()?.hide();
  }

  private answer(): void {
    this.board.store.dispatch({ type: 'deleteAnswered' });
  }

  private async confirmed(): Promise<void> {
    const { board, taskId, taskTitle } = this;
    this.close();
    const outcome = await board.actions.delete(taskId);
    if (outcome !== 'saved') return;
    if (board.store.state.openTaskId === taskId) board.session.closeTask();
    board.store.tell('success', `Deleted “${taskTitle}”`);
  }
}
