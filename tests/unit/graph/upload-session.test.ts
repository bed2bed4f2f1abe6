import { describe, expect, it } from 'vitest';
import { openUploadSession } from '../../../src/graph/mail/upload-session.js';

const url = new URL('https://outlook.office.com/api/v2.0/sessions/s?authtoken=t');

/** Outlook, which says to each request what the list says; null: nothing. */
function outlook(...answers: readonly (Response | null)[]) {
  const waiting = [...answers];
  const methods: string[] = [];
  const httpFetch = (_url: unknown, init?: RequestInit): Promise<Response> => {
    methods.push(init?.method ?? 'GET');
    const next = waiting.shift();
    return next == null ? Promise.reject(new TypeError('lost')) : Promise.resolve(next);
  };
  return { methods, session: openUploadSession(url, httpFetch) };
}

describe('a piece of a file', () => {
  it.each(['NextExpectedRanges', 'nextExpectedRanges'])(
    'whose answer was lost is not sent again where %s says that it is there',
    async (name) => {
      const { methods, session } = outlook(null, Response.json({ [name]: ['4'] }));
      await session.put(Buffer.from('abcd'), 0, 8);
      expect(methods).toEqual(['PUT', 'GET']);
    },
  );

  it('is sent again where it is missing', async () => {
    const missing = Response.json({ NextExpectedRanges: ['0'] });
    const { methods, session } = outlook(null, missing, Response.json({}));
    await session.put(Buffer.from('abcd'), 0, 8);
    expect(methods).toEqual(['PUT', 'GET', 'PUT']);
  });

  it('that is too much at once is told as that, without the address', async () => {
    const { session } = outlook(new Response('', { status: 429 }));
    const error: unknown = await session.put(Buffer.from('abcd'), 0, 8).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'throttled' });
    expect(String(error)).not.toContain('authtoken');
  });
});

it('a session is opened at no address without https, and the address is not told', () => {
  const open = () => openUploadSession(new URL('http://outlook.office.com/s?authtoken=t'));
  expect(open).toThrow(/^(?!.*authtoken).*not https/);
});
