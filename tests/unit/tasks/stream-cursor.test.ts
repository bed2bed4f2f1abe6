import { describe, expect, it } from 'vitest';
import { isLater, toStreamCursor } from '../../../src/tasks/stream-cursor.js';

describe('a cursor of the event stream', () => {
  it('is the id of an event, whose second part may be left out', () => {
    expect(toStreamCursor('1764547200000-7')).toBe('1764547200000-7');
    expect(toStreamCursor('0')).toBe('0-0');
  });

  it.each(['', '-', '1-', '-1', '$', '+', '1-2-3', ' 1-0', '1.5-0', '9'.repeat(17)])(
    'is not %j',
    (text) => {
      expect(() => toStreamCursor(text)).toThrow(
        expect.objectContaining({ code: 'invalid_cursor', status: 400 }),
      );
    },
  );

  it('is later by its numbers, not by its letters', () => {
    expect(later('1000-0', '999-9')).toBe(true);
    expect(later('5-10', '5-9')).toBe(true);
    expect(later('5-9', '5-9')).toBe(false);
    expect(later('4-9', '5-0')).toBe(false);
  });
});

function later(a: string, b: string): boolean {
  return isLater(toStreamCursor(a), toStreamCursor(b));
}
