import { fromDocument, type BoardTask } from '../../../src/boards/board-task.js';
import type { TaskContent, TaskDocument } from '../../../src/domain/task.js';
import { aContent } from '../domain/a-content.js';

export function aDocument(content: Partial<TaskContent> = {}): TaskDocument {
  return {
    ...aContent(content),
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    planId: 'plan',
    createdAt: '2026-11-26T08:00:00Z',
    createdBy: { kind: 'agent', id: 'tester' },
    updatedAt: '2026-11-26T08:00:00Z',
    updatedBy: { kind: 'agent', id: 'tester' },
    rev: 3,
    sync: {
      state: 'pending',
      plannerId: null,
      syncedRev: null,
      syncedAt: null,
      webUrl: null,
      error: null,
    },
  };
}

export function aBoardTask(content: Partial<TaskContent> = {}): BoardTask {
  return fromDocument(aDocument(content));
}
