import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWaitingChanges } from '../../../src/notifications/waiting-changes.js';
import { ensureSubscription } from '../../../src/subscriptions/ensure-subscription.js';
import { resyncSubscription } from '../../../src/subscriptions/resync-subscription.js';
import { aSubscriptionLab, type SubscriptionLab } from './subscription-lab.js';

let lab: SubscriptionLab;
beforeAll(async () => {
  lab = await aSubscriptionLab();
});
afterAll(() => lab.close());

const person = async (method: string, path: string, body?: unknown) =>
  (await lab.graph.asPerson(method, path, body)) as { id: string; value?: { id: string }[] };

/** Subscribes, lets something happen, looks back; answers what then waits to be delivered. */
async function missed(
  resource: string,
  happen: () => Promise<unknown>,
  more: { changeTypes?: string[] } = {},
) {
  const name = await lab.want(resource, more);
  expect(await ensureSubscription(lab.steps, name)).toMatchObject({ kind: 'standing' });
  // As if its beginning were long ago: the look back overlaps by twenty minutes. Outlook's times are whole seconds.
  const mark = await lab.steps.marks.read(name);
  await lab.steps.marks.write(name, {
    ...mark,
    coveredAt: Date.now() + 20 * 60_000 - 2_000,
    deltaPath: mark?.deltaPath ?? null,
  });
  await happen();
  const { found } = await resyncSubscription(lab.steps, name);
  const { taken } = await createWaitingChanges(lab.store).take(name, 100);
  expect(taken).toHaveLength(found);
  return {
    name,
    changes: taken.map(({ changeType, resource: path }) => `${changeType} ${path}`),
    abouts: taken.map(({ about }) => about),
  };
}

describe('looking for what was missed', () => {
  it('finds new and changed mail, once', async () => {
    const resource = `users/${lab.personId()}/messages`;
    let id = '';
    const { name, changes, abouts } = await missed(resource, async () => {
      ({ id } = await person('POST', '/me/messages', { subject: 'Offer' }));
    });
    expect(changes).toContain(`created ${resource}/${id}`);
    expect(abouts).toContainEqual(
      expect.objectContaining({ kind: 'mail', resourceId: id, watched: resource }),
    );
    expect(await resyncSubscription(lab.steps, name)).toEqual({ found: 0 });
  });

  it('finds only kinds of change that were asked for', async () => {
    const { changes } = await missed(
      `users/${lab.personId()}/mailFolders/drafts/messages`,
      () => person('POST', '/me/mailFolders/drafts/messages', { subject: 'Offer' }),
      { changeTypes: ['deleted'] },
    );
    expect(changes).toEqual([]);
  });

  it('finds events', async () => {
    const resource = `users/${lab.personId()}/events`;
    let id = '';
    const { changes } = await missed(resource, async () => {
      ({ id } = await person('POST', '/me/events', {
        subject: 'Review',
        start: { dateTime: '2030-01-01T10:00:00', timeZone: 'UTC' },
        end: { dateTime: '2030-01-01T11:00:00', timeZone: 'UTC' },
      }));
    });
    expect(changes).toContain(`created ${resource}/${id}`);
  });

  it('finds To Do tasks', async () => {
    const lists = await person('GET', '/me/todo/lists');
    const list = lists.value?.[0]?.id ?? '';
    const resource = `users/${lab.personId()}/todo/lists/${list}/tasks`;
    let id = '';
    const { changes } = await missed(resource, async () => {
      ({ id } = await person('POST', `/me/todo/lists/${list}/tasks`, { title: 'Call' }));
    });
    expect(changes).toContain(`created ${resource}/${id}`);
  });

  it('finds messages of a chat', async () => {
    const chats = await person('GET', '/me/chats');
    const chat = chats.value?.[0]?.id ?? '';
    const resource = `chats/${chat}/messages`;
    let id = '';
    const { changes } = await missed(resource, async () => {
      ({ id } = await person('POST', `/chats/${chat}/messages`, { body: { content: 'Hello' } }));
    });
    expect(changes).toContain(`created ${resource}/${id}`);
  });

  it('finds posts of a channel', async () => {
    const teams = await person('GET', '/me/joinedTeams');
    const team = teams.value?.[0]?.id ?? '';
    const channels = await person('GET', `/teams/${team}/channels`);
    const path = `/teams/${team}/channels/${channels.value?.[0]?.id ?? ''}/messages`;
    let id = '';
    const { changes } = await missed(path, async () => {
      ({ id } = await person('POST', path, { body: { content: 'Hello' } }));
    });
    expect(changes).toContain(`created ${path.slice(1)}/${id}`);
  });

  it('finds people who came, changed and went, by the delta that began with the subscription', async () => {
    let id = '';
    const { name, changes } = await missed('users', async () => {
      const made = (await lab.control('POST', '/users', { displayName: 'Nova Lind' })) as {
        id: string;
      };
      ({ id } = made);
    });
    expect(changes).toContain(`updated users/${id}`);
    await lab.steps.forgetChanges(name);
    await lab.control('DELETE', `/users/${id}`);
    await resyncSubscription(lab.steps, name);
    const { taken } = await createWaitingChanges(lab.store).take(name, 100);
    expect(taken).toMatchObject([{ changeType: 'deleted', resource: `users/${id}` }]);
  });

  it('takes everybody for changed where the delta has ended', async () => {
    await lab.graph.settings({ deltaTokenDays: 0 });
    try {
      const { changes } = await missed('groups', async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
      });
      expect(changes.length).toBeGreaterThan(0);
    } finally {
      await lab.graph.settings({ deltaTokenDays: 7 });
    }
  });

  it('takes a single thing for changed, and says nothing where Graph has no way to ask', async () => {
    const one = `users/${lab.personId()}`;
    expect((await missed(one, async () => {})).changes).toEqual([`updated ${one}`]);
    expect((await missed('chats/getAllMessages', async () => {})).changes).toEqual([]);
  });
});
