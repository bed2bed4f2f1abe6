import { afterEach, describe, expect, it } from 'vitest';
import { createChanges, type FoundChange } from '../../../src/graph/subscriptions/changed-since.js';
import { startFakeGraph, type FakeGraph, type Reply } from './fake-graph.js';

let graph: FakeGraph | null = null;
afterEach(async () => {
  await graph?.close();
  graph = null;
});

const since = Date.parse('2026-11-20T00:00:00Z');
const changeTypes = ['created', 'updated', 'deleted'] as const;

async function looking(reply: (path: string) => Reply) {
  const started = await startFakeGraph(({ path }) => reply(path));
  graph = started;
  const changes = createChanges(started.gateway);
  return {
    changes,
    async found(resource: string, deltaPath: string | null = null): Promise<FoundChange[]> {
      const all: FoundChange[] = [];
      const pages = changes.since({ resource, changeTypes, since, deltaPath });
      for await (const page of pages) all.push(...page.changes);
      return all;
    },
  };
}

const refusal = (status: number, code: string): Reply => ({
  status,
  body: { error: { code, message: 'No.' } },
});

describe('a look at what changed in the directory', () => {
  it.each([
    [410, 'syncStateNotFound'],
    [410, 'resyncRequired'],
    [410, 'Gone'],
    [400, 'Directory_ExpiredPageToken'],
  ])('sees everybody where the delta has ended (%i %s)', async (status, code) => {
    const { found } = await looking((path) =>
      path.includes('old') ? refusal(status, code) : { body: { value: [{ id: 'u1' }] } },
    );
    expect(await found('users', '/users/delta?$deltatoken=old')).toEqual([
      { changeType: 'updated', resource: 'users/u1', resourceId: 'u1', version: null },
    ]);
  });

  it('can begin without a delta where Graph has none for us', async () => {
    for (const status of [403, 405, 501]) {
      const { changes } = await looking(() => refusal(status, 'Request_BadRequest'));
      expect(await changes.beginDelta('users')).toBeNull();
      await graph?.close();
    }
  });
});

it('who belongs to a group is looked for at the group, which Graph can be asked for', async () => {
  const { found } = await looking(() => refusal(400, 'Request_BadRequest'));
  expect(await found('groups/g1/members')).toEqual([
    { changeType: 'updated', resource: 'groups/g1', resourceId: 'g1', version: null },
  ]);
});
