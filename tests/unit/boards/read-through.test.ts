import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readThrough, type Source } from '../../../src/boards/read-through.js';

/** A list of numbers that gives as many as it is asked for. */
function aSource(key: string, rows: readonly number[]): Source<number> {
  return {
    key,
    page(limit, cursor) {
      const from = cursor === undefined ? 0 : Number(cursor);
      const end = from + limit;
      const nextCursor = end < rows.length ? String(end) : null;
      return Promise.resolve({ rows: rows.slice(from, end), nextCursor });
    },
  };
}

async function readAll(sources: readonly Source<number>[], limit: number): Promise<number[]> {
  const all: number[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await readThrough(sources, { limit, cursor: cursor ?? undefined });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    all.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

describe('several lists read as one', () => {
  it('give every row once and in order, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(), { maxLength: 7 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 6 }),
        async (lists, limit) => {
          const sources = lists.map((rows, at) => aSource(String(at), rows));
          expect(await readAll(sources.toReversed(), limit)).toEqual(lists.flat());
        },
      ),
    );
  });

  it('go on where they were when a list has gone or come meanwhile', async () => {
    const [a, b, c] = [aSource('a', [1, 2]), aSource('b', [3, 4]), aSource('c', [5])];
    const first = await readThrough([a, b], { limit: 3 });
    expect(first.rows).toEqual([1, 2, 3]);
    const cursor = first.nextCursor ?? undefined;
    expect((await readThrough([a, b, c], { limit: 9, cursor })).rows).toEqual([4, 5]);
    expect((await readThrough([a, c], { limit: 9, cursor })).rows).toEqual([5]);
  });

  it('refuse a cursor that is none of theirs', async () => {
    for (const cursor of ['x', Buffer.from('{"k":1}').toString('base64url')]) {
      await expect(readThrough([], { limit: 1, cursor })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });
});
