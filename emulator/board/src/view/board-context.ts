import type { BoardStore } from '../board/board-store.js';
import type { Session } from '../board/session.js';
import type { TaskActions } from '../board/task-actions.js';
import type { ThemeSwitch } from './theme.js';

/** What every component may use. Built once in main and handed down. */
export interface BoardContext {
  readonly store: BoardStore;
  readonly session: Session;
  readonly actions: TaskActions;
  readonly theme: ThemeSwitch;
  readonly locale: string;
}
