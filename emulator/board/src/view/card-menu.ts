import { html } from 'lit';
import { progressOf, progressSteps } from '../board/progress.js';
import {
  columns,
  noBucketId,
  placeBeside,
  shownTask,
  topOf,
  type Column,
} from '../board/select.js';
import { writeAddress } from '../board/board-address.js';
import type { GraphTask } from '../graph/shapes.js';
import type { BoardContext } from './board-context.js';
import { icon } from './icons.js';
import type { MenuEntry } from './menu-button.js';

/** Everything a card can do, moving included: what the mouse does by dragging, the menu does for everybody. */
export function cardMenu(board: BoardContext, taskId: string): readonly MenuEntry[] {
  const { session, actions, store } = board;
  const task = shownTask(store.state, taskId);
  if (task === undefined) return [];
  const shown = columns(store.state);
  const progress = progressOf(task.percentComplete);
  return [
    {
      kind: 'action',
      name: 'Open',
      start: icon('open'),
      hint: 'Enter',
      choose: () => void session.openTask(task.id),
    },
    {
      kind: 'action',
      name: 'Copy link',
      start: icon('link'),
      choose: () => void copyLink(board, task),
    },
    { kind: 'heading', name: 'Progress' },
    ...progressSteps.map((step): MenuEntry => ({
      kind: 'choice',
      name: step.name,
      start: html`<span class="progress-mark ${step.value}">${icon(step.icon)}</span>`,
      isChecked: step.value === progress.value,
      choose: () => {
        if (step.value !== progress.value) {
          void actions.update(task.id, { percentComplete: step.percent });
        }
      },
    })),
    { kind: 'heading', name: 'Move to' },
    ...shown
      .filter(({ bucket }) => bucket.id !== noBucketId)
      .map(({ bucket }): MenuEntry => ({
        kind: 'choice',
        name: bucket.name,
        start: icon('column'),
        isChecked: bucket.id === task.bucketId,
        choose: () => {
          if (bucket.id === task.bucketId) return;
          void actions.move(task.id, topOf(shown, bucket.id));
          store.tell('success', `Moved to ${bucket.name}`);
        },
      })),
    ...moveSteps(board, task, shown),
    { kind: 'divider' },
    {
      kind: 'danger',
      name: 'Delete task…',
      start: icon('delete'),
      choose: () => session.askDelete(task.id),
    },
  ];
}

function moveSteps(
  { actions }: BoardContext,
  task: GraphTask,
  shown: readonly Column[],
): readonly MenuEntry[] {
  return (['up', 'down'] as const).flatMap((direction): MenuEntry[] => {
    const place = placeBeside(shown, task.id, direction);
    if (place === undefined) return [];
    return [
      {
        kind: 'action',
        name: direction === 'up' ? 'Move up' : 'Move down',
        start: icon(direction),
        hint: direction === 'up' ? 'Alt ↑' : 'Alt ↓',
        choose: () => void actions.move(task.id, place),
      },
    ];
  });
}

async function copyLink({ store }: BoardContext, task: GraphTask): Promise<void> {
  const address = writeAddress({ planId: task.planId, taskId: task.id });
  try {
    await navigator.clipboard.writeText(new URL(address, location.href).href);
    store.tell('success', 'Link copied');
  } catch {
    store.tell('error', 'The browser does not let this page use the clipboard.');
  }
}
