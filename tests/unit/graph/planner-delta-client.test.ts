import { describe, expect, it } from 'vitest';
import type { GraphGateway } from '../../../src/graph/gateway/graph-gateway.js';
import type { GraphRequest } from '../../../src/graph/gateway/graph-request.js';
import { createPlannerDelta } from '../../../src/graph/planner/planner-delta-client.js';

const root = 'https://graph.microsoft.com/beta';

/** Answers every request with the same body. */
function aDelta(body: unknown) {
  const sent: GraphRequest[] = [];
  const gateway: Pick<GraphGateway, 'send' | 'toPath'> = {
    send: async (request) => {
      sent.push(request);
      return { status: 200, body };
    },
    toPath: (link, version) => link.replace(`https://graph.microsoft.com/${version ?? ''}`, ''),
  };
  return { sent, delta: createPlannerDelta(gateway as GraphGateway) };
}

const end = { '@odata.deltaLink': `${root}/planner/plans('p')/tasks?$deltatoken=t` };

describe('the delta of a plan', () => {
  it('asks for what application permissions allow, in beta', async () => {
    const { delta, sent } = aDelta({ value: [], ...end });
    const page = await delta.begin("p'1");
    expect(sent).toEqual([
      {
        method: 'GET',
        path: "/planner/tasks/delta?$filter=planId%20eq%20'p''1'&$select=percentComplete,assignments,creationSource",
        version: 'beta',
        lane: 'sweep',
      },
    ]);
    expect(page).toEqual({
      hints: [],
      next: { kind: 'round', link: "/planner/plans('p')/tasks?$deltatoken=t" },
    });
  });

  it('reads the items that apps get, and removed ones', async () => {
    const { delta } = aDelta({
      value: [
        { '@odata.etag': 'W/"1"', percentComplete: 50, assignments: {}, id: 'task' },
        { '@removed': { reason: 'deleted' }, id: 'gone' },
      ],
      ...end,
    });
    expect((await delta.follow('/x' as never)).hints).toEqual([
      { kind: 'task', id: 'task', planId: null, isRemoved: false, etag: 'W/"1"' },
      { kind: 'task', id: 'gone', planId: null, isRemoved: true, etag: null },
    ]);
  });

  it.each([
    ['neither link', {}],
    ['both links', { '@odata.nextLink': `${root}/a`, '@odata.deltaLink': `${root}/b` }],
    ['itself as the next page', { '@odata.nextLink': `${root}/x` }],
  ])('does not believe an answer with %s', async (_, links) => {
    const { delta } = aDelta({ value: [], ...links });
    await expect(delta.follow('/x' as never)).rejects.toMatchObject({ code: 'unexpected' });
  });
});

describe('a hint', () => {
  it('is read in both shapes: with types, bare ids of people, details inline, pure order', async () => {
    const { delta } = aDelta({
      value: [
        {
          '@odata.type': '#microsoft.graph.plannerTask',
          '@odata.etag': 'W/"2"',
          createdBy: 'b40c85a0-1a66-4fa3-932f-cc9249ce8c29',
          planId: 'p',
          version: '1-Task  @@@@@@@@@@@@@@@H',
          details: { id: 'a' },
          id: 'a',
        },
        { '@odata.type': '#microsoft.taskServices.task', title: 'x', id: 'b' },
        { '@odata.type': '#microsoft.graph.plannerTaskDetails', '@odata.etag': 'W/"d"', id: 'c' },
        { '@odata.type': '#microsoft.graph.plannerTask', orderHint: '85871', id: 'd' },
        {
          '@odata.type': '#microsoft.graph.plannerBucketTaskBoardTaskFormat',
          orderHint: 'x',
          id: 'e',
        },
        { '@odata.type': '#microsoft.graph.plannerBucket', name: 'Later', id: 'f' },
        { '@odata.type': '#microsoft.graph.plannerPlanDetails', id: 'p' },
        { '@odata.type': '#microsoft.graph.plannerGoal', id: 'g' },
        'nonsense',
      ],
      ...end,
    });
    const { hints } = await delta.begin('p');
    expect(hints.map(({ kind, id }) => `${kind} ${id ?? '?'}`)).toEqual([
      'task a',
      'task b',
      'task c',
      'order d',
      'order e',
      'names f',
      'names p',
      'unknown g',
      'unknown ?',
    ]);
    // The etag of details says nothing about the task's.
    expect(hints.map(({ etag }) => etag).filter((etag) => etag !== null)).toEqual(['W/"2"']);
    expect(hints[0]?.planId).toBe('p');
  });
});
