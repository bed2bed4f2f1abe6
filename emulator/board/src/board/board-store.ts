import type { ControlClient } from '../control/control-client.js';
import type { PlannerClient } from '../graph/planner-client.js';
import { emptyBoard, type BoardEvent, type BoardState } from './board-state.js';
import { reduce } from './reduce.js';

/** The one holder of the page's state. Views read `state` and are told when it has changed. */
export interface BoardStore {
  readonly state: BoardState;
  dispatch(event: BoardEvent): void;
  /** The returned function ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** A short message for the person, gone by itself after a while. */
  tell(tone: 'success' | 'error', text: string): void;
}

export interface BoardServices {
  readonly store: BoardStore;
  readonly planner: PlannerClient;
  readonly control: ControlClient;
}

const noticeMs = { success: 5_000, error: 12_000 } as const;

export function createBoardStore(): BoardStore {
  let state = emptyBoard;
  let noticeCount = 0;
  const listeners = new Set<() => void>();

  function dispatch(event: BoardEvent): void {
    const next = reduce(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    get state() {
      return state;
    },
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(tone, text) {
      noticeCount += 1;
      const id = noticeCount;
      dispatch({ type: 'noticeShown', notice: { id, tone, text } });
      setTimeout(() => dispatch({ type: 'noticeGone', id }), noticeMs[tone]);
    },
  };
}
