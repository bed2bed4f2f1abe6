import type { ItemBody } from '../outlook/mail/message-record.js';
import type { Recurrence } from '../outlook/calendar/recurrence.js';
import type { Tracked } from '../state/change-history.js';

export interface TodoListRecord extends Tracked {
  readonly id: string;
  readonly ownerId: string;
  readonly displayName: string;
  readonly wellknownListName: 'none' | 'defaultList' | 'flaggedEmails';
}

export interface TodoTaskRecord extends Tracked {
  readonly id: string;
  readonly listId: string;
  readonly ownerId: string;
  readonly item: TodoTaskItem;
  readonly checklistItems: readonly PartOfTask[];
  readonly linkedResources: readonly PartOfTask[];
}

/** Graph's own property names and values; times are in UTC. */
export type TodoTaskItem = {
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly bodyLastModifiedDateTime: string;
  readonly title: string;
  readonly body: ItemBody;
  readonly importance: string;
  readonly status: string;
  readonly isReminderOn: boolean;
  readonly categories: readonly string[];
  readonly dueDateTime: UtcTime | null;
  /** Whose clocks show the due date: days are counted there. Not answered. Absent: UTC. */
  readonly dueZone?: string;
  readonly startDateTime: UtcTime | null;
  readonly reminderDateTime: UtcTime | null;
  readonly completedDateTime: UtcTime | null;
  readonly recurrence: Recurrence | null;
};

export type UtcTime = { readonly dateTime: string; readonly timeZone: 'UTC' };

/** A checklist item or a linked resource: its id, and the properties of its type. */
export type PartOfTask = { readonly id: string; readonly [name: string]: unknown };
