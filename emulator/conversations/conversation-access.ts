import type { Group } from '../entra/directory.js';
import type { GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { accessDenied } from '../outlook/outlook-failures.js';
import type { PostRecord, ThreadRecord } from './conversation-records.js';
import type { ConversationsService } from './conversations-service.js';

const READERS = ['Group.Read.All', 'Group.ReadWrite.All'];
const WRITERS = ['Group.ReadWrite.All'];

/** The group of a path, for an app or one of its members. */
export function openForReading(service: ConversationsService, call: GraphCall): Group {
  return open(service, call, READERS);
}

/** Apps post nothing: https://learn.microsoft.com/graph/api/group-post-threads */
export function openForPosting(service: ConversationsService, call: GraphCall): Group {
  if (call.caller.kind === 'app') throw accessDenied();
  return open(service, call, WRITERS);
}

export function findThread(
  service: ConversationsService,
  call: GraphCall,
  group: Group,
): ThreadRecord {
  const id = call.segments[call.segments.indexOf('threads') + 1] ?? '';
  const thread = service.conversations.threads.get(id);
  if (thread?.groupId !== group.id) throw notFound();
  return thread;
}

export function findPost(
  service: ConversationsService,
  call: GraphCall,
  thread: ThreadRecord,
): PostRecord {
  const id = call.segments[call.segments.indexOf('posts') + 1] ?? '';
  const post = service.conversations.posts.get(id);
  if (post?.threadId !== thread.id) throw notFound();
  return post;
}

function open(
  service: ConversationsService,
  { caller, segments }: GraphCall,
  permissions: readonly string[],
): Group {
  if (!permissions.some((name) => caller.permissions.has(name))) throw accessDenied();
  const id = segments[1] ?? '';
  const group = service.groups.get(id.toLowerCase());
  if (group === undefined) {
    throw new GraphFailure(404, 'ResourceNotFound', 'Resource could not be discovered.');
  }
  if (caller.kind === 'person' && !group.memberIds.includes(caller.id)) throw accessDenied();
  return group;
}

function notFound(): GraphFailure {
  return new GraphFailure(
    404,
    'ErrorItemNotFound',
    'The specified object was not found in the store.',
  );
}
