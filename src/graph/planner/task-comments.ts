import * as z from 'zod';
import type { Etag } from '../../domain/planner.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';

/** A post of a group's conversation: https://learn.microsoft.com/graph/api/resources/post */
export interface Post {
  readonly id: string;
  readonly contentType: string;
  readonly content: string;
  /** UTC. */
  readonly at: string | null;
  readonly from: { readonly name: string | null; readonly address: string | null };
}

/**
 * The comments of a task: a thread of the group that holds its plan, named by the task's `conversationThreadId`. For
 * people alone: apps may not write to conversations. Every failure is a GraphError.
 */
export interface TaskComments {
  threadOf(plannerId: string): Promise<{ readonly threadId: string | null; readonly etag: Etag }>;
  list(
    groupId: string,
    threadId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<Post>>;
  /** `/graph/api/conversationthread-reply` */
  reply(groupId: string, threadId: string, html: string): Promise<void>;
  /** `/graph/api/group-post-threads`; answers the thread's id. */
  begin(
    groupId: string,
    thread: { readonly topic: string; readonly html: string },
  ): Promise<string>;
  tie(plannerId: string, etag: Etag, threadId: string): Promise<void>;
}

const text = z.string().nullish().catch(undefined);
const post = z
  .object({
    id: z.string().min(1),
    receivedDateTime: text,
    createdDateTime: text,
    body: z.object({ contentType: text, content: text }).nullish().catch(undefined),
    from: z
      .object({ emailAddress: z.object({ name: text, address: text }).nullish() })
      .nullish()
      .catch(undefined),
  })
  .transform(({ id, receivedDateTime, createdDateTime, body, from }): Post => ({
    id,
    contentType: body?.contentType?.toLowerCase() ?? 'text',
    content: body?.content ?? '',
    at: receivedDateTime ?? createdDateTime ?? null,
    from: {
      name: from?.emailAddress?.name ?? null,
      address: from?.emailAddress?.address ?? null,
    },
  }));
const tied = z.object({ '@odata.etag': z.string().min(1), conversationThreadId: text });
const made = z.object({ id: z.string().min(1) });

export function createTaskComments(graph: Pick<GraphGateway, 'send'>): TaskComments {
  return {
    async threadOf(plannerId) {
      const { body } = await graph.send({ method: 'GET', path: taskPath(plannerId) });
      const task = parseAnswer(tied, body, 'no');
      return {
        threadId: task.conversationThreadId ?? null,
        etag: task['@odata.etag'] as Etag,
      };
    },
    list: (groupId, threadId, page) =>
      readPage(graph, post, { path: `${threadPath(groupId, threadId)}/posts`, ...page }),
    async reply(groupId, threadId, html) {
      await graph.send({
        method: 'POST',
        path: `${threadPath(groupId, threadId)}/reply`,
        body: { post: { body: { contentType: 'html', content: html } } },
      });
    },
    async begin(groupId, { topic, html }) {
      const { body } = await graph.send({
        method: 'POST',
        path: `/groups/${graphSegment(groupId)}/threads`,
        body: { topic, posts: [{ body: { contentType: 'html', content: html } }] },
      });
      return parseAnswer(made, body, 'unknown').id;
    },
    async tie(plannerId, etag, threadId) {
      await graph.send({
        method: 'PATCH',
        path: taskPath(plannerId),
        headers: { 'If-Match': etag },
        body: { conversationThreadId: threadId },
      });
    },
  };
}

function taskPath(plannerId: string): string {
  return `/planner/tasks/${graphSegment(plannerId)}`;
}

function threadPath(groupId: string, threadId: string): string {
  return `/groups/${graphSegment(groupId)}/threads/${graphSegment(threadId)}`;
}
