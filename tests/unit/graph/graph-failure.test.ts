import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGraphError } from '../../../src/graph/gateway/graph-failure.js';
import type { GraphRequest } from '../../../src/graph/gateway/graph-request.js';
import { parseRetryAfter } from '../../../src/domain/retry-after.js';

const request: GraphRequest = {
  method: 'PATCH',
  path: '/planner/tasks/t1/details?$skiptoken=hidden',
  headers: { 'If-Match': 'W/"JzEtVGFzayA="' },
  body: {
    title: 'Sell the moon',
    references: { 'https%3A//moon%2Eexample': { alias: 'Deed' } },
  },
};

function answer(status: number, error: object = {}) {
  return { status, body: { error }, retryAfter: null, requestId: null };
}

describe('what an error says', () => {
  it('names request, status, code and the words of Graph, without their full stop: advice follows', () => {
    const words = 'The attempted changes conflicted with already accepted changes';
    const error = toGraphError(request, answer(409, { code: '', message: `${words}.` }));
    expect(error.message).toBe(
      `Microsoft Graph answered 409 to PATCH /planner/tasks/t1/details: ${words}`,
    );
  });

  it('keeps the code of a limit and advises on that limit', () => {
    const error = toGraphError(
      request,
      answer(403, { code: 'MaximumTasksInProject', message: '' }),
    );
    expect(error).toMatchObject({ code: 'limit_reached', limit: 'MaximumTasksInProject' });
    expect(error.advice).toContain('The plan');
  });

  it('tells a missing right from a limit', () => {
    const error = toGraphError(request, answer(403, { code: '', message: 'You do not have …' }));
    expect(error).toMatchObject({ code: 'forbidden', limit: null });
    expect(error.advice).toContain('Tasks.ReadWrite.All');
  });

  it.each([
    [400, 'ErrorInvalidIdMalformed', 'from a list or search'],
    [400, 'ErrorInvalidId', 'from a list or search'],
    [404, 'ErrorItemNotFound', 'Check the id'],
    [404, 'MailboxNotEnabledForRESTAPI', 'no mailbox'],
    [403, 'MailboxNotSupportedForRESTAPI', 'no mailbox'],
  ])('%i %s is nothing that is there', (status, code, advice) => {
    const sent = { method: 'GET', path: '/users/u/messages/m' } as const;
    const error = toGraphError(sent, answer(status, { code, message: 'x' }));
    expect(error.code).toBe('not_found');
    expect(error.advice).toContain(advice);
  });

  it('speaks of Planner only where Planner is asked', () => {
    const sent = { method: 'GET', path: '/users/u/messages/m' } as const;
    for (const status of [400, 404, 409, 412, 413, 423, 429, 503, 507]) {
      expect(toGraphError(sent, answer(status)).advice).not.toMatch(/Planner|task|bucket|plan\b/);
    }
  });

  it('takes the request id from the body where the headers have none', () => {
    const inner = { 'request-id': 'r-1' };
    expect(toGraphError(request, answer(400, { innerError: inner })).requestId).toBe('r-1');
  });

  it.each([
    "The value 'Sell the moon' is not allowed.",
    'Etag W/"JzEtVGFzayA=" is old.',
    'Reference https%3A//moon%2Eexample is not allowed.',
    'See https://moon.example for more.',
    'Alias Deed is taken.',
    'Token eyJhbGciOi… is old.',
  ])('does not repeat what was sent: %s', (message) => {
    const error = toGraphError(request, answer(400, { code: 'BadRequest', message }));
    expect(error.message).toBe(
      'Microsoft Graph answered 400 BadRequest to PATCH /planner/tasks/t1/details',
    );
  });

  it('never holds a text of the body, whatever Graph answers', () => {
    const text = fc
      .string({ minLength: 3, maxLength: 40 })
      .filter((value) => value.trim() === value);
    fc.assert(
      fc.property(text, fc.string(), (title, around) => {
        const body = { title, checklist: { a: { title } } };
        const sent = { method: 'POST', path: '/', body } as const;
        const message = `${around}${title}${around}`;
        const own = toGraphError(sent, answer(400)).message;
        expect(toGraphError(sent, answer(400, { message })).message).toBe(own);
      }),
    );
  });

  it.each([null, 'text', 7, [], { error: 'text' }, { error: { code: 7, message: {} } }])(
    'can be made of any body: %j',
    (body) => {
      const outcome = { status: 500, body, retryAfter: null, requestId: null };
      expect(toGraphError(request, outcome).code).toBe('unavailable');
    },
  );
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');

  it.each([
    ['10', 10_000],
    [10, 10_000],
    ['0', 1_000],
    ['1.5', 1_500],
    ['Sun, 22 Nov 2026 10:02:00 GMT', 120_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 1_000],
    ['99999999', 86_400_000],
    ['soon', null],
    ['-5', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j means %j ms', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });
});
