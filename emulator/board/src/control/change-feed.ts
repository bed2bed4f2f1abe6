import type { Activity } from './activity.js';

export interface ChangeListener {
  onOpen(): void;
  onChange(change: Activity): void;
  onLost(): void;
}

const firstPauseMs = 500;
const longestPauseMs = 5_000;

/**
 * Follows the plan's changes until the returned function is called. A browser gives an EventSource up for good after
 * an answer that is not a stream (an emulator that is starting), so a closed one is opened anew, with a growing pause.
 */
export function followChanges(planId: string, listener: ChangeListener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = firstPauseMs;
  let isStopped = false;

  function open(): void {
    source = new EventSource(`/control/changes?planId=${encodeURIComponent(planId)}`);
    source.addEventListener('open', () => {
      pauseMs = firstPauseMs;
      listener.onOpen();
    });
    source.addEventListener('change', (event: MessageEvent<string>) => {
      listener.onChange(JSON.parse(event.data) as Activity);
    });
    source.addEventListener('error', () => {
      if (isStopped) return;
      listener.onLost();
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }

  open();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
