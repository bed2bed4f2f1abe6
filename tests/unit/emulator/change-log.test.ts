import { expect, it } from 'vitest';
import { createChangeLog, type PlannerChange } from '../../../emulator/planner/change-log.js';
import { createCollection } from '../../../emulator/state/collection.js';

const caller = {
  kind: 'app',
  id: 'app-1',
  appId: 'app-1',
  displayName: 'Tandem',
  permissions: new Set<string>(),
  tokenExpiresAt: 0,
  order: 0,
  understandsClaims: false,
  objectId: 'app-1',
} as const;

it('the activity keeps the last 500 changes and counts on after a restart', () => {
  const stored = createCollection<PlannerChange>('changes');
  const open = () => createChangeLog(stored, () => new Date(0));
  const add = (log: ReturnType<typeof open>, title: string): void =>
    log.add(caller, {
      planId: 'plan',
      entity: 'task',
      id: title,
      operation: 'created',
      fields: [],
      title,
    });
  const first = open();
  for (let index = 1; index <= 503; index += 1) add(first, `Task ${index}`);
  add(open(), 'After the restart');
  const kept = open().latest({ limit: 1000 });
  expect(kept).toHaveLength(500);
  expect(kept[0]).toMatchObject({ seq: 504, title: 'After the restart' });
  expect(kept.at(-1)).toMatchObject({ seq: 5, title: 'Task 5' });
});
