import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DueQueue } from '../../../workflows/plan-watch/due-queue.js';

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l');

test('the queue names the earliest of all ids, whatever was set, changed and deleted before', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), id: ids, at: fc.nat(50) }),
    fc.record({ kind: fc.constant('delete' as const), id: ids }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const queue = new DueQueue();
      const expected = new Map<string, number>();
      for (const one of steps) {
        if (one.kind === 'set') {
          queue.set(one.id, one.at);
          expected.set(one.id, one.at);
        } else {
          queue.delete(one.id);
          expected.delete(one.id);
        }
        const earliest = queue.first();
        expect(queue.size).toBe(expected.size);
        if (expected.size === 0) expect(earliest).toBeUndefined();
        else {
          expect(earliest?.at).toBe(Math.min(...expected.values()));
          expect(expected.get(earliest?.id ?? '')).toBe(earliest?.at);
        }
      }
      const left = [...expected.values()].toSorted((one, other) => one - other);
      for (const at of left) {
        expect(queue.first()?.at).toBe(at);
        queue.delete(queue.first()?.id ?? '');
      }
    }),
  );
});
