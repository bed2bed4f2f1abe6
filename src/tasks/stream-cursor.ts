import { ProblemError } from '../domain/problem.js';

/** The id of an entry of the event stream, `<ms>-<number>`. */
export type StreamCursor = string & { readonly __brand: 'StreamCursor' };

export const streamStart = '0-0' as StreamCursor;

/** ProblemError invalid_cursor (400) when it is none; `1712-0` may be written `1712`. */
export function toStreamCursor(text: string): StreamCursor {
  const [, ms, number] = /^(\d{1,16})(?:-(\d{1,16}))?$/.exec(text) ?? [];
  if (ms === undefined) {
    throw new ProblemError('invalid_cursor', 'The cursor is not the id of an event');
  }
  return `${ms}-${number ?? '0'}` as StreamCursor;
}

export function isLater(cursor: StreamCursor, other: StreamCursor): boolean {
  const [ms, number] = parts(cursor);
  const [otherMs, otherNumber] = parts(other);
  return ms === otherMs ? number > otherNumber : ms > otherMs;
}

function parts(cursor: StreamCursor): readonly [number, number] {
  const dash = cursor.indexOf('-');
  return [Number(cursor.slice(0, dash)), Number(cursor.slice(dash + 1))];
}
