import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from './conformance.js';
import {
  etagOf,
  makeTask,
  patch,
  startFixture,
  type Fixture,
  type GraphJson,
  text,
} from './graph-fixture.js';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture({ expandDetails: true });
});
afterAll(() => fixture.close());

describe('answers, measured against Microsoft’s schema', () => {
  it('hold every property of their type, no other, and each of its type', async () => {
    const planId = fixture.emulator.defaultPlanId;
    const task = await makeTask(fixture, planId, {
      startDateTime: '2026-12-01T10:00:00Z',
      percentComplete: 100,
      appliedCategories: { category1: true },
      assignments: {
        [fixture.personId('Maya')]: {
          '@odata.type': 'microsoft.graph.plannerAssignment',
          orderHint: ' !',
        },
      },
    });
    const path = `/planner/tasks/${text(task['id'])}`;
    const details = await fixture.app('GET', `${path}/details`);
    const filled = await patch(fixture.app, `${path}/details`, etagOf(details.body), {
      description: 'x',
      checklist: {
        [randomUUID()]: { '@odata.type': 'microsoft.graph.plannerChecklistItem', title: 'x' },
      },
      references: {
        'https%3A//a%2Eexample': {
          '@odata.type': 'microsoft.graph.plannerExternalReference',
          alias: 'x',
        },
      },
    });
    const plan = `/planner/plans/${planId}`;
    const expected: [string, GraphJson][] = [
      ['plannerTask', task],
      ['plannerTask', (await fixture.app('GET', path)).body],
      ['plannerTaskDetails', filled.body],
      ['plannerPlan', (await fixture.app('GET', plan)).body],
      ['plannerPlanDetails', (await fixture.app('GET', `${plan}/details`)).body],
      ...(await rows('plannerTask', `${plan}/tasks?$expand=details`)),
      ...(await rows('plannerBucket', `${plan}/buckets`)),
      ...(await format(
        'plannerAssignedToTaskBoardTaskFormat',
        `${path}/assignedToTaskBoardFormat`,
      )),
      ...(await format('plannerBucketTaskBoardTaskFormat', `${path}/bucketTaskBoardFormat`)),
      ...(await format('plannerProgressTaskBoardTaskFormat', `${path}/progressTaskBoardFormat`)),
      ...inner('plannerAssignment', task['assignments']),
      ...inner('plannerChecklistItem', filled.body['checklist']),
      ...inner('plannerExternalReference', filled.body['references']),
    ];
    expect(expected.length).toBeGreaterThan(20);
    for (const [typeName, entity] of expected) {
      expect([typeName, problemsOf(typeName, entity)]).toEqual([typeName, []]);
      expect([typeName, missingIn(typeName, entity)]).toEqual([typeName, []]);
    }
  });
});

async function rows(typeName: string, path: string): Promise<[string, GraphJson][]> {
  const { body } = await fixture.app('GET', path);
  return Object.values(body['value'] ?? {}).flatMap((row): [string, GraphJson][] => {
    const details = row['details'];
    return [
      [typeName, row],
      ...(details === undefined ? [] : [['plannerTaskDetails', details] as [string, GraphJson]]),
    ];
  });
}

async function format(typeName: string, path: string): Promise<[string, GraphJson][]> {
  return [[typeName, (await fixture.app('GET', path)).body]];
}

function inner(typeName: string, map: GraphJson | undefined): [string, GraphJson][] {
  return Object.values(map ?? {}).map((value) => [typeName, value]);
}
