import { describe, expect, it } from 'vitest';
import { createChat } from '../../../src/graph/teams/chats.js';
import { isGuest, membersOf } from '../../../src/operations/teams/chat-members.js';
import { ProblemError } from '../../../src/domain/problem.js';

describe('whether somebody is a guest', () => {
  const foreign = 'ana_fabrikam.example#EXT#@contoso.example';

  it.each([
    [{ userType: 'Guest', userPrincipalName: foreign }, true],
    [{ userType: 'Member', userPrincipalName: foreign }, false],
    [{ userType: null, userPrincipalName: foreign }, true],
    [{ userPrincipalName: 'maya@contoso.example' }, false],
    [{}, false],
  ])('%j: %s', (user, expected) => {
    expect(isGuest(user)).toBe(expected);
  });
});

it('a guest comes to a chat as one, and whoever may not be looked up as an owner', async () => {
  const users = new Map([
    ['a', { userType: 'Guest' }],
    ['m', { userType: 'Member' }],
  ]);
  const read = async (_resource: string, id: string) => {
    const user = users.get(id);
    if (user === undefined) throw new ProblemError('graph_forbidden', 'No');
    return { json: JSON.stringify(user) };
  };
  const members = await membersOf({ metadata: { read } as never }, ['m', 'a', 'x']);
  const bodies: unknown[] = [];
  await createChat(
    {
      send: async ({ body }) => {
        bodies.push(body);
        return { status: 201, body: { id: '19:c' } };
      },
      toLink: (path) => `https://graph.example/v1.0${path}`,
    },
    { members, topic: null },
  );
  expect(bodies).toMatchObject([
    {
      chatType: 'group',
      members: [
        { roles: ['owner'], 'user@odata.bind': "https://graph.example/v1.0/users('m')" },
        { roles: ['guest'], 'user@odata.bind': "https://graph.example/v1.0/users('a')" },
        { roles: ['owner'] },
      ],
    },
  ]);
});
