import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollection, type Collection } from '../../../emulator/state/collection.js';
import { openStateStore, type StateStore } from '../../../emulator/state/state-store.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(): { store: StateStore; things: Collection<unknown> } {
  const things = createCollection<unknown>('things');
  return { store: openStateStore(folder, [things]), things };
}

const file = (): string => join(folder, 'state.jsonl');

describe('stored state', () => {
  it('holds what was committed, in the order of creation, and nothing that was not', () => {
    const { store, things } = open();
    things.put('a', 1);
    things.put('b', 2);
    things.put('c', 3);
    store.commit();
    things.remove('b');
    things.put('a', 4);
    store.commit();
    things.put('lost', 5);
    expect([...open().things.entries()]).toEqual([
      ['a', 4],
      ['c', 3],
    ]);
  });

  it('writes a step as one line, and none for a step without changes', () => {
    const { store, things } = open();
    things.put('a', 1);
    things.put('b', 2);
    things.put('a', 3);
    store.commit();
    store.commit();
    expect(readFileSync(file(), 'utf8')).toBe('[["things","a",3],["things","b",2]]\n');
  });

  it('drops a torn last line and goes on', () => {
    const { store, things } = open();
    things.put('a', 1);
    store.commit();
    appendFileSync(file(), '[["things","b",');
    const second = open();
    second.things.put('c', 3);
    second.store.commit();
    expect([...open().things.entries()]).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('is rewritten at opening, so that it does not grow for ever', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `[["things","a",${index}]]\n`);
    writeFileSync(file(), lines.join(''));
    const { things } = open();
    expect([...things.entries()]).toEqual([['a', 999]]);
    expect(readFileSync(file(), 'utf8')).toBe('[["things","a",999]]\n');
  });

  it('ignores what comes after closing', () => {
    const { store, things } = open();
    store.close();
    things.put('late', 1);
    store.commit();
    expect(open().things.size).toBe(0);
  });
});
