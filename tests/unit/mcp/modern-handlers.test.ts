import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { expect, it } from 'vitest';
import { callerOfConfiguredKey } from '../../../src/access/caller-of-key.js';
import type { Caller } from '../../../src/domain/access/caller.js';
import { createModernHandlers } from '../../../src/mcp/modern-handlers.js';

const one = callerOfConfiguredKey('one');
const maya: Caller = { ...one, person: { oid: 'maya', tid: 't' } };

function someHandlers() {
  const made: Caller[] = [];
  const handlers = createModernHandlers({
    make: () => createMcpHandler(() => Promise.reject(new Error('Nobody asks'))),
    updatesFor(caller) {
      made.push(caller);
      return { publish: () => undefined, subscribe: () => () => undefined };
    },
  });
  return { handlers, made };
}

const aResponse = (): ServerResponse => Object.assign(new EventEmitter(), {}) as ServerResponse;

it('listeners who may hear the same share one handler, and nobody else’s', () => {
  const { handlers, made } = someHandlers();
  const ofOne = handlers.listening(one, aResponse());
  expect(handlers.listening(callerOfConfiguredKey('two'), aResponse())).toBe(ofOne);
  const others: readonly Caller[] = [
    maya,
    { ...maya, person: { oid: 'jonas', tid: 't' } },
    { ...one, plans: new Set(['p']) },
    { ...one, plans: new Set() },
    { ...one, scopes: new Set(['tasks:read']) },
  ];
  const found = others.map((caller) => handlers.listening(caller, aResponse()));
  expect(new Set([ofOne, handlers.answering, ...found]).size).toBe(others.length + 2);
  expect(made).toEqual([one, ...others]);
});

it('a handler is forgotten when its last listener has gone', () => {
  const { handlers } = someHandlers();
  const [first, second] = [aResponse(), aResponse()];
  const shared = handlers.listening(maya, first);
  handlers.listening(maya, second);
  first.emit('close');
  expect(handlers.listening(maya, aResponse())).toBe(shared);
  const { handlers: others } = someHandlers();
  const only = aResponse();
  const once = others.listening(maya, only);
  only.emit('close');
  expect(others.listening(maya, aResponse())).not.toBe(once);
});
