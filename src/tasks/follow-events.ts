import { setTimeout as delay } from 'node:timers/promises';
import { ProblemError } from '../domain/problem.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import type { LiveEvents } from './live-events.js';
import { isLater, type StreamCursor } from './stream-cursor.js';

/** `json` is the whole message, ready to send on. */
export type FollowItem =
  | { readonly kind: 'event'; readonly cursor: string; readonly json: string }
  | { readonly kind: 'gap'; readonly oldest: string | null };

export interface Following {
  readonly log: EventLog;
  readonly live: LiveEvents;
  /** null: from now on. */
  readonly from: StreamCursor | null;
  readonly signal: AbortSignal;
}

const pageSize = 200;
/** A reader this far behind is served from the durable stream instead of from memory. */
const mostWaiting = 1_000;
const retryMs = 500;

/**
 * Reads the durable stream up to its end and then hands on live events, and goes back to the stream whenever live
 * ones may have been missed. What was handed on already is known by its cursor, so nothing comes twice.
 */
export async function* followEvents(following: Following): AsyncGenerator<FollowItem> {
  const { log, live, from, signal } = following;
  const inbox = createInbox(signal);
  const leave = live.listen(inbox);
  try {
    let cursor = from ?? (await patiently(() => log.end(), signal));
    await settled(live.whenListening(), signal);
    // Only now does every new event reach the inbox: what came before is in the stream.
    inbox.onMissed();
    while (!signal.aborted) {
      if (!inbox.isBehind()) {
        const entry = inbox.take();
        if (entry === null) await inbox.whenChanged();
        else if (isLater(entry.cursor, cursor)) {
          cursor = entry.cursor;
          yield { kind: 'event', cursor, json: entry.json };
        }
        continue;
      }
      inbox.catchUp();
      let page;
      do {
        const after: StreamCursor = cursor;
        page = await patiently(() => log.after(after, pageSize), signal);
        if (page.gap !== null) yield { kind: 'gap', oldest: page.gap.oldest };
        for (const { cursor: at, json } of page.entries) {
          if (signal.aborted) return;
          yield { kind: 'event', cursor: at, json };
        }
        // After a gap the stream may have begun anew, with smaller cursors than ours.
        cursor = page.next;
      } while (page.entries.length === pageSize && !signal.aborted);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    leave();
  }
}

/** Tries until Redis is back; rejects when `signal` aborts. */
async function patiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  while (true) {
    signal.throwIfAborted();
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'redis_unavailable') throw error;
      await delay(retryMs, undefined, { signal });
    }
  }
}

async function settled(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  signal.throwIfAborted();
  await Promise.race([promise, aborted]);
  signal.throwIfAborted();
}

/** One reader's live events, waiting; bounded: a slow reader is sent back to the stream. */
function createInbox(signal: AbortSignal) {
  let waiting: LoggedEvent[] = [];
  let isBehind = false;
  let wake: (() => void) | null = null;
  const changed = () => {
    wake?.();
    wake = null;
  };
  signal.addEventListener('abort', changed, { once: true });
  const fallBehind = () => {
    waiting = [];
    isBehind = true;
    changed();
  };
  return {
    onEvent(entry: LoggedEvent) {
      if (isBehind) return; // the stream has it
      if (waiting.length >= mostWaiting) fallBehind();
      else {
        waiting.push(entry);
        changed();
      }
    },
    onMissed: fallBehind,
    isBehind: () => isBehind,
    /** From here on live events wait again, while the reader reads the stream. */
    catchUp() {
      isBehind = false;
    },
    take: () => waiting.shift() ?? null,
    whenChanged: () =>
      new Promise<void>((resolve) => {
        if (waiting.length > 0 || isBehind || signal.aborted) resolve();
        else wake = resolve;
      }),
  };
}
