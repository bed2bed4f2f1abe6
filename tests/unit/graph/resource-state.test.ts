import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../src/graph/resources/resource-shape.js';
import { toResourceState } from '../../../src/graph/resources/resource-state.js';

const mail = shapeOf(['users', 'u', 'messages', 'm']);

describe('the state of a resource', () => {
  it('has what its shape names, and neither etags nor bodies', () => {
    const entity = {
      '@odata.context': 'https://graph.example.com/$metadata',
      '@odata.etag': 'W/"7"',
      id: 'm',
      subject: 'Offer',
      body: { content: 'Long' },
      from: { '@odata.type': '#x', emailAddress: { address: 'a@example.com' } },
      lastModifiedDateTime: '2026-11-26T10:00:00Z',
    };
    expect(toResourceState(entity, mail)).toEqual({
      data: {
        id: 'm',
        subject: 'Offer',
        from: { emailAddress: { address: 'a@example.com' } },
        lastModifiedDateTime: '2026-11-26T10:00:00Z',
      },
      etag: 'W/"7"',
      modifiedAt: Date.parse('2026-11-26T10:00:00Z'),
    });
  });

  it('knows messages of mail from those of chats and channels', () => {
    expect(mail?.name).toBe('message');
    expect(shapeOf(['chats', 'c', 'messages', 'm'])?.name).toBe('chatMessage');
    expect(shapeOf(['teams', 't', 'channels', 'c', 'messages', 'm', 'replies', 'r'])?.name).toBe(
      'chatMessage',
    );
    expect(shapeOf(['users', 'u', 'todo', 'lists', 'l', 'tasks', 't'])?.name).toBe('todoTask');
    expect(shapeOf(['planner', 'tasks', 't'])).toBeNull();
  });

  it('of something unknown is everything, unless that is too long for every listener', () => {
    const long = { id: 'x', text: 'x'.repeat(70_000) };
    expect(toResourceState({ id: 'x', more: 1 }, null)?.data).toEqual({ id: 'x', more: 1 });
    expect(toResourceState(long, null)).toMatchObject({ data: null });
  });

  it('is none of what is no entity, and never holds an annotation', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('a', '@odata.etag', 'b@odata.type') }),
        (json) => {
          const state = toResourceState(json, null);
          if (state === null) return;
          const names = [...JSON.stringify(state.data).matchAll(/"([^"]*@odata\.[^"]*)":/g)];
          expect(names).toEqual([]);
        },
      ),
    );
    expect([null, 7, 'x', []].map((json) => toResourceState(json, mail))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
