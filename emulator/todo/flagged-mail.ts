import { changeMessage } from '../outlook/mail/mail-store.js';
import { messageEntity, plainView } from '../outlook/mail/message-entity.js';
import type { FollowupFlag, MessageRecord } from '../outlook/mail/message-record.js';
import { itemId } from '../outlook/outlook-ids.js';
import type { OutlookService } from '../outlook/outlook-service.js';
import { isObject } from '../schema/check-value.js';
import { textIn } from '../odata/entity.js';
import { toUtc } from '../outlook/time-zones.js';
import { toUtcTime } from './task-body.js';
import type { PartOfTask, TodoListRecord, TodoTaskItem, TodoTaskRecord } from './todo-records.js';
import type { TodoService } from './todo-service.js';
import { addTask, changeTask, removeTask } from './todo-store.js';

/**
 * Flagged mail is also a task of the list "Flagged Emails", with a link to the message, and what is done to one is done to
 * the other: completing the task completes the flag, deleting it takes the flag away.
 * https://support.microsoft.com/office/use-microsoft-to-do-with-flagged-emails
 */
export function mirrorFlaggedMail(service: TodoService, outlook: OutlookService): void {
  const follow = (message: MessageRecord): void => {
    const list = flaggedList(service, message.mailboxId);
    if (list === undefined) return;
    const task = service.todo.tasks.get(taskIdOf(message));
    const isFlagged = message.item.flag.flagStatus !== 'notFlagged';
    if (!isFlagged) {
      if (task !== undefined) removeTask(service, task);
      return;
    }
    const item = itemOf(message);
    const linkedResources = [linkTo(message, task)];
    if (task === undefined) {
      addTask(service, list, { item, linkedResources }, uniqueOf(message));
    } else if (differs(task, item, linkedResources)) {
      changeTask(service, task, { item: { ...task.item, ...item }, linkedResources });
    }
  };

  for (const message of outlook.outlook.messages.values()) follow(message);
  outlook.outlook.messages.observe((_id, before, after) => {
    if (after !== undefined) follow(after);
    else if (before !== undefined) {
      const task = service.todo.tasks.get(taskIdOf(before));
      if (task !== undefined) removeTask(service, task);
    }
  });
  service.todo.tasks.observe((_id, before, after) => {
    const task = after ?? before;
    if (task === undefined || !isFlaggedList(service, task.listId)) return;
    const message = messageOf(outlook, task);
    if (message === undefined) return;
    const wanted = after === undefined ? 'notFlagged' : flagOf(after);
    const { flagStatus } = message.item.flag;
    if (flagStatus !== wanted) changeMessage(outlook, message, { flag: { flagStatus: wanted } });
  });
}

function flagOf({ item }: TodoTaskRecord): string {
  return item.status === 'completed' ? 'complete' : 'flagged';
}

function itemOf({ item: { subject, importance, flag } }: MessageRecord): Partial<TodoTaskItem> {
  return {
    title: subject,
    importance,
    status: flag.flagStatus === 'complete' ? 'completed' : 'notStarted',
    dueDateTime: timeIn(flag, 'dueDateTime'),
    startDateTime: timeIn(flag, 'startDateTime'),
  };
}

function timeIn(flag: FollowupFlag, name: string): TodoTaskItem['dueDateTime'] {
  const time = flag[name];
  if (!isObject(time)) return null;
  const utc = toUtc(textIn(time, 'dateTime', ''), textIn(time, 'timeZone', 'UTC'));
  return utc === undefined ? null : toUtcTime(utc);
}

function linkTo(message: MessageRecord, task: TodoTaskRecord | undefined): PartOfTask {
  const { webLink } = messageEntity(message, plainView);
  return {
    id: task?.linkedResources[0]?.id ?? message.immutableId.slice(-36),
    webUrl: webLink,
    applicationName: 'Outlook',
    displayName: message.item.subject,
    externalId: message.id,
  };
}

/** Whether the task is not yet as the message has it; a task may be anything that is not completed. */
function differs(
  task: TodoTaskRecord,
  item: Partial<TodoTaskItem>,
  [link]: readonly PartOfTask[],
): boolean {
  const isDone = task.item.status === 'completed';
  return (
    task.item.title !== item.title ||
    isDone !== (item.status === 'completed') ||
    task.item.dueDateTime?.dateTime !== item.dueDateTime?.dateTime ||
    task.linkedResources[0]?.['externalId'] !== link?.['externalId']
  );
}

function uniqueOf({ immutableId }: MessageRecord): string {
  return `flagged ${immutableId}`;
}

/** As `addTask` makes it of the same unique name. */
function taskIdOf(message: MessageRecord): string {
  return itemId(message.mailboxId, `todo ${uniqueOf(message)}`);
}

function messageOf(outlook: OutlookService, task: TodoTaskRecord): MessageRecord | undefined {
  return outlook.outlook.messagesOf
    .recordsOf(task.ownerId)
    .find((message) => taskIdOf(message) === task.id);
}

function flaggedList(service: TodoService, ownerId: string): TodoListRecord | undefined {
  return service.todo.listsOf
    .recordsOf(ownerId)
    .find(({ wellknownListName }) => wellknownListName === 'flaggedEmails');
}

function isFlaggedList(service: TodoService, listId: string): boolean {
  return service.todo.lists.get(listId)?.wellknownListName === 'flaggedEmails';
}
