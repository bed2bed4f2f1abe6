import { expect, it } from 'vitest';
import { createLegacyCalls } from '../../../src/mcp/calls/legacy-calls.js';

const cancelled = (requestId: unknown) => ({
  jsonrpc: '2.0',
  method: 'notifications/cancelled',
  params: { requestId },
});

it('a call is taken back by its own session, owner and id, and by nobody else', () => {
  const calls = createLegacyCalls();
  const taken: string[] = [];
  calls.open({ session: 's', owner: 'maya', id: 1 }, () => void taken.push('number'));
  calls.open({ session: 's', owner: 'maya', id: '1' }, () => void taken.push('text'));
  calls.open({ session: null, owner: 'maya', id: 2 }, () => void taken.push('none'));
  calls.take('s', 'jonas', cancelled(1));
  calls.take('other', 'maya', cancelled(1));
  calls.take(null, 'maya', cancelled(2));
  calls.take('s', 'maya', { ...cancelled(1), method: 'notifications/progress' });
  calls.take('s', 'maya', cancelled({}));
  expect(taken).toEqual([]);
  calls.take('s', 'maya', cancelled(1));
  expect(taken).toEqual(['number']);
});

it('a call that is over cannot be taken back, nor the next one of its id by forgetting it', () => {
  const calls = createLegacyCalls();
  const taken: string[] = [];
  const call = { session: 's', owner: 'maya', id: 1 };
  const forget = calls.open(call, () => void taken.push('first'));
  calls.open(call, () => void taken.push('second'));
  forget();
  calls.take('s', 'maya', cancelled(1));
  expect(taken).toEqual(['second']);
});
