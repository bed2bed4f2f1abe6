import { expect, it } from 'vitest';
import { transactionIdOf } from '../../../src/operations/calendar/transaction-id.js';

it('an event is known by caller, calendar and key, as a GUID', () => {
  const ids = [
    transactionIdOf('k', { actor: 'ana', personId: 'a' }),
    transactionIdOf('k', { actor: 'ben', personId: 'a' }),
    transactionIdOf('k', { actor: 'ana', personId: 'b' }),
    transactionIdOf('l', { actor: 'ana', personId: 'a' }),
    transactionIdOf(undefined, { actor: 'ana', personId: 'a' }),
    transactionIdOf(undefined, { actor: 'ana', personId: 'a' }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(transactionIdOf('k', { actor: 'ana', personId: 'a' })).toBe(ids[0]);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});
