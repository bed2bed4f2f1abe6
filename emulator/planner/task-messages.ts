import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { accessDenied, badRequest, notFound } from '../graph/graph-failure.js';
import { isObject } from '../schema/check-value.js';
import { cleanHtml } from '../teams/clean-html.js';
import { findTask } from './access.js';
import type { PlannerService } from './planner-service.js';
import type { TaskMention, TaskMessageRecord } from './records.js';
import { deletedAnswer } from './wire/answers.js';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Comments of the new Planner, in beta and for people only:
 * https://learn.microsoft.com/graph/api/resources/plannertaskchatmessage?view=graph-rest-beta
 */
export function listTaskMessages(
  service: PlannerService,
  call: GraphCall,
  taskId: string,
): GraphAnswer {
  requirePerson(call);
  const task = findTask(service, call.caller, taskId, 'read');
  const { pageSize } = service.settings();
  const all = service.state.messagesOfTask.recordsOf(task.id);
  const from = readPlace(call.query.get('$skiptoken') ?? call.query.get('$skipToken'));
  const page = all.slice(from, from + pageSize);
  const path = call.segments.map((segment) => encodeURIComponent(segment)).join('/');
  const next = Buffer.from(`rows:${from + pageSize}`).toString('base64url');
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#planner/tasks('${task.id}')/messages`,
      '@odata.count': all.length,
      ...(from + page.length < all.length
        ? { '@odata.nextLink': `${call.root}/${path}?$skiptoken=${next}` }
        : {}),
      value: page.map(toWire),
    }),
  };
}

export function createTaskMessage(
  service: PlannerService,
  call: GraphCall,
  taskId: string,
): GraphAnswer {
  requirePerson(call);
  const task = findTask(service, call.caller, taskId, 'write');
  const { content, mentions = [] } = readChange(call.body);
  if (content === undefined) throw badRequest("The 'content' of the message must be given.");
  const message: TaskMessageRecord = {
    id: service.newGuid(),
    taskId: task.id,
    authorId: call.caller.id,
    content,
    mentions,
    createdDateTime: service.now().toISOString(),
    editedTime: null,
    deletedTime: null,
  };
  checkMarkers(message);
  service.state.taskMessages.put(message.id, message);
  return answer(call, 201, message);
}

/** Answers the message, whatever is preferred; there is no etag. */
export function updateTaskMessage(
  service: PlannerService,
  call: GraphCall,
  taskId: string,
): GraphAnswer {
  const message = findOwn(service, call, taskId);
  const changed: TaskMessageRecord = {
    ...message,
    ...readChange(call.body),
    editedTime: service.now().toISOString(),
  };
  checkMarkers(changed);
  service.state.taskMessages.put(message.id, changed);
  return answer(call, 200, changed);
}

/** A deleted message leaves its place empty. */
export function deleteTaskMessage(
  service: PlannerService,
  call: GraphCall,
  taskId: string,
): GraphAnswer {
  const message = findOwn(service, call, taskId);
  service.state.taskMessages.put(message.id, {
    ...message,
    content: '',
    mentions: [],
    deletedTime: service.now().toISOString(),
  });
  return deletedAnswer;
}

function requirePerson({ caller }: GraphCall): void {
  if (caller.kind === 'app') throw accessDenied();
}

function findOwn(service: PlannerService, call: GraphCall, taskId: string): TaskMessageRecord {
  requirePerson(call);
  const task = findTask(service, call.caller, taskId, 'write');
  const message = service.state.taskMessages.get(call.segments.at(-1) ?? '');
  if (message?.taskId !== task.id || message.deletedTime !== null) throw notFound();
  if (message.authorId !== call.caller.id) throw accessDenied();
  return message;
}

function readChange(body: unknown): Partial<Pick<TaskMessageRecord, 'content' | 'mentions'>> {
  if (!isObject(body)) throw badRequest('The request is invalid: an object is expected.');
  for (const name of Object.keys(body)) {
    if (name !== 'content' && name !== 'mentions' && !name.includes('@')) {
      throw badRequest(`The request is invalid: '${name}' cannot be written.`);
    }
  }
  const { content, mentions } = body;
  if (content !== undefined && (typeof content !== 'string' || content.trim() === '')) {
    throw badRequest("The 'content' of the message must not be empty.");
  }
  if (mentions !== undefined && !Array.isArray(mentions)) {
    throw badRequest("The 'mentions' must be a list.");
  }
  return {
    ...(content === undefined ? {} : { content: cleanHtml(content) }),
    ...(mentions === undefined ? {} : { mentions: mentions.map(readMention) }),
  };
}

function readMention(value: unknown): TaskMention {
  const { mentioned, position, mentionType } = isObject(value) ? value : {};
  const isGood =
    typeof mentioned === 'string' &&
    GUID.test(mentioned) &&
    typeof position === 'number' &&
    Number.isInteger(position) &&
    position >= 0 &&
    mentionType === 'user';
  if (!isGood) {
    throw badRequest("A mention needs 'mentioned', 'position' and the 'mentionType' user.");
  }
  return { mentioned, position, mentionType };
}

/** `<span itemid="0" itemtype="https://schema.skype.com/Mention/Person"></span>` where the mention stands. */
function checkMarkers({ content, mentions }: TaskMessageRecord): void {
  for (const { position } of mentions) {
    const marker = `<span itemid="${position}" itemtype="https://schema.skype.com/Mention/Person">`;
    if (!content.includes(marker)) {
      throw badRequest(`The content has no marker for the mention at position ${position}.`);
    }
  }
}

function toWire(message: TaskMessageRecord): Record<string, unknown> {
  return {
    id: message.id,
    messageType: 'richTextHtml',
    content: message.content,
    createdDateTime: message.createdDateTime,
    parentEntityId: message.taskId,
    deletedTime: message.deletedTime,
    editedTime: message.editedTime,
    mentions: message.mentions,
    reactions: [],
    createdBy: { user: { id: message.authorId } },
  };
}

function answer(call: GraphCall, status: 200 | 201, message: TaskMessageRecord): GraphAnswer {
  const context = `${call.root}/$metadata#planner/tasks('${message.taskId}')/messages/$entity`;
  return { status, body: JSON.stringify({ '@odata.context': context, ...toWire(message) }) };
}

function readPlace(token: string | null): number {
  if (token === null) return 0;
  const rows = /^rows:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('latin1'))?.[1];
  if (rows === undefined) throw badRequest('The value of $skiptoken is not valid.');
  return Number(rows);
}
