import type { Entity, EntityKind } from '../odata/entity.js';
import { badOutlookQuery } from '../outlook/outlook-failures.js';
import { changeKeyOf, etagOf } from '../outlook/outlook-ids.js';
import type { TodoListRecord, TodoTaskRecord } from './todo-records.js';

export const listKind: EntityKind = { typeName: 'todoTaskList', badQuery: badOutlookQuery };
export const taskKind: EntityKind = { typeName: 'todoTask', badQuery: badOutlookQuery };

export function listEntity(list: TodoListRecord): Entity {
  return {
    '@odata.etag': etagOf(changeKeyOf(list.ownerId, list.changed)),
    displayName: list.displayName,
    isOwner: true,
    isShared: false,
    wellknownListName: list.wellknownListName,
    id: list.id,
  };
}

/** To Do leaves out what a task does not have. */
export function taskEntity(task: TodoTaskRecord, expanded: readonly string[] = []): Entity {
  const { item } = task;
  const optional = {
    dueDateTime: item.dueDateTime,
    startDateTime: item.startDateTime,
    reminderDateTime: item.reminderDateTime,
    completedDateTime: item.completedDateTime,
    recurrence: item.recurrence,
  };
  return {
    '@odata.etag': etagOf(changeKeyOf(task.ownerId, task.changed)),
    importance: item.importance,
    isReminderOn: item.isReminderOn,
    status: item.status,
    title: item.title,
    createdDateTime: item.createdDateTime,
    lastModifiedDateTime: item.lastModifiedDateTime,
    hasAttachments: false,
    categories: item.categories,
    id: task.id,
    body: item.body,
    bodyLastModifiedDateTime: item.bodyLastModifiedDateTime,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
    ...(expanded.includes('checklistItems') ? { checklistItems: task.checklistItems } : {}),
    ...(expanded.includes('linkedResources') ? { linkedResources: task.linkedResources } : {}),
  };
}
