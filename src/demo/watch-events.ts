import { setTimeout as delay } from 'node:timers/promises';
import type { TaskEvent, UpdateEvent } from '../domain/task.js';
import type { Agent } from './agent.js';
import { DemoError } from './options.js';

const pollMs = 100;

/** Follows the agent's event stream by polling, as every MCP client of today can. */
export interface EventWatch {
  /** Resolves when `isDone` says so after an event; throws DemoError after `timeoutMs`. */
  until(
    isDone: (event: TaskEvent) => boolean,
    limits: { readonly timeoutMs: number; readonly what: string },
  ): Promise<TaskEvent>;
}

export function watchEvents(agent: Agent, from: string): EventWatch {
  let cursor = from;
  let unread: readonly UpdateEvent[] = [];
  return {
    async until(isDone, { timeoutMs, what }) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        for (const [index, event] of unread.entries()) {
          if (event.action === 'plan_updated' || !isDone(event)) continue;
          unread = unread.slice(index + 1);
          return event;
        }
        if (performance.now() > deadline) {
          throw new DemoError(`Waited ${Math.round(timeoutMs / 1000)} s for ${what}.`);
        }
        const page = await agent.eventsSince(cursor);
        unread = page.events;
        cursor = page.cursor;
        if (unread.length === 0) await delay(pollMs);
      }
    },
  };
}
