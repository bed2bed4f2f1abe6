import { describe, expect, it } from 'vitest';
import { markOf, toldAsUnknown } from '../../../../src/operations/mail/send-once.js';
import { toOwnError } from '../../../../src/graph/gateway/graph-failure.js';

const mailbox = (path: string) => ({ graph: {} as never, path });

describe('what a sending is known by', () => {
  it('is another one for another caller, operation, mailbox or key, and the same again', () => {
    const mark = (actor: string, operation: string, path: string, idempotencyKey: string) =>
      markOf(operation, { idempotencyKey, mailbox: mailbox(path) }, { actor });
    const marks = [
      mark('ana', 'mail_send', '/users/a', 'k'),
      mark('ben', 'mail_send', '/users/a', 'k'),
      mark('ana', 'mail_reply', '/users/a', 'k'),
      mark('ana', 'mail_send', '/users/b', 'k'),
      mark('ana', 'mail_send', '/users/a', 'l'),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    expect(mark('ana', 'mail_send', '/users/a', 'k')).toBe(marks[0]);
  });

  it('is of the key that came with the call, where the input has none', () => {
    const whose = { mailbox: mailbox('/users/a') };
    const said = markOf('mail_send', { ...whose, idempotencyKey: 'k' }, { actor: 'ana' });
    expect(markOf('mail_send', whose, { actor: 'ana', idempotencyKey: 'k' })).toBe(said);
    expect(markOf('mail_send', whose, { actor: 'ana' })).toBeNull();
  });
});

it('a lost answer is told as an unknown outcome only where nothing can find it again', () => {
  const lost = toOwnError('unavailable', 'No answer', 'unknown');
  const told = (mark: string | null): unknown => {
    try {
      return toldAsUnknown({ mark, effect: 'Send "x"' })(lost);
    } catch (error) {
      return error;
    }
  };
  expect(told('m')).toBe(lost);
  expect(told(null)).not.toBe(lost);
  expect(String(told(null))).toContain('Send "x"');
});
