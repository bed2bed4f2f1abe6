import { describe, expect, it } from 'vitest';
import { taskIdIn, treatmentOf } from '../../../src/backup/key-treatment.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { taskId } from './a-backup.js';

const keys = createKeys('annika');
const of = (fullName: string) => treatmentOf(fullName.slice('annika:'.length));

describe('how a key goes into a backup', () => {
  it('is with its task, where it is one of a task', () => {
    for (const name of [keys.task(taskId), keys.state(taskId), keys.tombstone(taskId)]) {
      expect(of(name)).toBe('task');
      expect(taskIdIn(name.slice('annika:'.length))).toBe(taskId);
    }
    expect(taskIdIn(`planner:id_map:${taskId}`)).toBe(taskId);
    expect(taskIdIn('planner:id_map:aPlannerId')).toBeNull();
    expect(of(keys.detailsEtag('aPlannerId'))).toBe('planner');
    expect(of(keys.index)).toBe('tasks');
    expect(of(keys.planUnsynced('P'))).toBe('tasks');
  });

  it('is not at all for secrets, whatever their names hold', () => {
    expect(of(keys.tokens('app:tenant'))).toBe('secret');
    expect(of(keys.oauthState('x'))).toBe('secret');
    expect(of(keys.apiKey('0a'))).toBe('secret');
  });

  it('is as it is for kinds that nobody knows yet', () => {
    expect(of('annika:sync:history:x')).toBe('plain');
    expect(of('annika:plans:P:something')).toBe('plain');
    expect(of(keys.stream)).toBe('plain');
  });
});
