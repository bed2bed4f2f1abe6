import { EventEmitter, once } from 'node:events';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentPatch } from '../../../emulator/board/src/board/apply-patch.js';
import { addRow, checklistRows, moveRow } from '../../../emulator/board/src/board/checklist.js';
import { addLink, links, removeLink } from '../../../emulator/board/src/board/links.js';
import { createWriteClock } from '../../../emulator/board/src/board/write-clock.js';
import { createGraphClient } from '../../../emulator/board/src/graph/graph-client.js';
import { GraphFailure, kindOfFailure } from '../../../emulator/board/src/graph/graph-failure.js';
import { createPlannerClient } from '../../../emulator/board/src/graph/planner-client.js';
import {
  fromReferenceKey,
  toReferenceKey,
  toWebAddress,
} from '../../../emulator/board/src/graph/reference-key.js';
import { aTask, theDetails } from './a-board.js';

describe('References', () => {
  it("are kept under Graph's encoded keys and come back unchanged", () => {
    expect(toReferenceKey('https://contoso.sharepoint.com/a/b.pptx')).toBe(
      'https%3A//contoso%2Esharepoint%2Ecom/a/b%2Epptx',
    );
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(toReferenceKey(url)).not.toMatch(/[.:@#]/);
        expect(fromReferenceKey(toReferenceKey(url))).toBe(url);
      }),
    );
  });

  it('are web addresses only; a missing https is added', () => {
    expect(toWebAddress(' example.com/page ')).toBe('https://example.com/page');
    expect(toWebAddress('http://localhost:8000/')).toBe('http://localhost:8000/');
    for (const wrong of ['', 'javascript:alert(1)', 'file:///etc/hosts', 'word', 'https://']) {
      expect(toWebAddress(wrong)).toBeUndefined();
    }
  });

  it('show their name, or the address where they have none', () => {
    const key = toReferenceKey('https://a.example/');
    expect(links(theDetails({ references: { [key]: { alias: ' ' } } }))).toEqual([
      { url: 'https://a.example/', name: 'https://a.example/' },
    ]);
    expect(addLink('https://a.example/', ' Name ').references?.[key]).toMatchObject({
      alias: 'Name',
    });
    expect(removeLink('https://a.example/')).toEqual({ references: { [key]: null } });
  });
});

describe('The checklist', () => {
  const details = theDetails({
    checklist: {
      two: { title: 'Two', isChecked: false, orderHint: 'B' },
      one: { title: 'One', isChecked: true, orderHint: 'A' },
    },
  });

  it('stands in board order, a new row at the end', () => {
    expect(checklistRows(details).map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(addRow(details, 'three', 'Three').checklist?.['three']).toMatchObject({
      orderHint: 'B !',
    });
  });

  it('moves a row by naming its new neighbours, and not beyond the edge', () => {
    expect(moveRow(details, 'two', -1)?.checklist?.['two']).toMatchObject({ orderHint: ' A!' });
    expect(moveRow(details, 'one', 1)?.checklist?.['one']).toMatchObject({ orderHint: 'B !' });
    expect(moveRow(details, 'one', -1)).toBeUndefined();
  });
});

describe('Assignments', () => {
  it('name only who is added or removed', () => {
    const task = aTask({ assignments: { stays: { orderHint: 'A' }, goes: { orderHint: 'B' } } });
    const { assignments } = assignmentPatch(task, new Set(['stays', 'comes']));
    expect(assignments).toEqual({
      goes: null,
      comes: { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
    });
  });
});

function answering(...answers: Response[]) {
  const sent: Request[] = [];
  const graph = createGraphClient({
    getToken: (isRefused) => Promise.resolve(isRefused ? 'fresh' : 'stale'),
    fetch: (input, init) => {
      sent.push(
        new Request(
          new URL(input instanceof Request ? input.url : input, 'http://board.example'),
          init,
        ),
      );
      return Promise.resolve(answers.shift() ?? new Response(null, { status: 500 }));
    },
  });
  return { graph, sent, planner: createPlannerClient(graph) };
}

describe('The Graph client', () => {
  it('sends the token, the etag and asks for the changed task back', async () => {
    const { planner, sent } = answering(Response.json(aTask()));
    await planner.updateTask('t1', 'W/"7"', { title: 'New' });
    const [request] = sent;
    expect(request?.headers.get('authorization')).toBe('Bearer stale');
    expect(request?.headers.get('if-match')).toBe('W/"7"');
    expect(request?.headers.get('prefer')).toBe('return=representation');
    expect(await request?.json()).toEqual({ title: 'New' });
  });

  it('asks once for a fresh token when the old one is refused', async () => {
    const { planner, sent } = answering(
      new Response('{}', { status: 401 }),
      Response.json(aTask()),
    );
    await planner.task('t1');
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer stale',
      'Bearer fresh',
    ]);
  });

  it('follows next links on its own origin, wherever they point', async () => {
    const { planner, sent } = answering(
      Response.json({
        value: [aTask({ id: 'a' })],
        '@odata.nextLink': 'https://localhost:8443/v1.0/planner/plans/p1/tasks?$skiptoken=x%20y',
      }),
      Response.json({ value: [aTask({ id: 'b' })] }),
    );
    expect((await planner.tasks('p1')).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(sent[1]?.url).toBe('http://board.example/v1.0/planner/plans/p1/tasks?$skiptoken=x%20y');
  });

  it.each([
    [409, '', 'conflict'],
    [412, '', 'conflict'],
    [404, '', 'gone'],
    [403, 'MaximumTasksInProject', 'limit'],
    [403, '', 'denied'],
    [429, '', 'throttled'],
    [400, '', 'invalid'],
    [500, '', 'server'],
  ])('reads %i with code "%s" as %s', async (status, code, kind) => {
    expect(kindOfFailure(status, code)).toBe(kind);
    const { planner } = answering(Response.json({ error: { code, message: 'Why' } }, { status }));
    await expect(planner.task('t1')).rejects.toMatchObject({ kind, message: 'Why' });
  });

  it('says that Graph is away when there is no answer at all', async () => {
    const graph = createGraphClient({
      getToken: () => Promise.resolve(''),
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await expect(graph.send({ method: 'GET', path: '/' })).rejects.toEqual(
      new GraphFailure('unreachable', 'Failed to fetch'),
    );
  });
});

describe('Reads and writes of one task', () => {
  it('take turns: a second write waits for the first one’s answer', async () => {
    const clock = createWriteClock();
    const order: string[] = [];
    const gate = new EventEmitter();
    const first = clock.write('t1', () => once(gate, 'open'));
    const second = clock.write('t1', async () => void order.push('second'));
    const other = clock.write('t2', async () => void order.push('other task'));
    await other;
    expect(order).toEqual(['other task']);
    order.push('first');
    gate.emit('open');
    await Promise.all([first, second]);
    expect(order).toEqual(['other task', 'first', 'second']);
  });

  it('go on after a write that failed', async () => {
    const clock = createWriteClock();
    await expect(clock.write('t1', () => Promise.reject(new Error('No')))).rejects.toThrow('No');
    expect(await clock.write('t1', () => Promise.resolve('yes'))).toBe('yes');
  });

  it('never end with an answer that is older than a write', async () => {
    const clock = createWriteClock();
    let value = 'old';
    const gate = new EventEmitter();
    let reads = 0;
    const reading = clock.read('t1', async () => {
      reads += 1;
      const seen = value;
      if (reads === 1) await once(gate, 'open');
      return seen;
    });
    // The first read is on its way with the old value when the write begins and ends.
    await expect.poll(() => reads).toBe(1);
    await clock.write('t1', async () => {
      value = 'new';
    });
    gate.emit('open');
    expect(await reading).toBe('new');
  });
});
