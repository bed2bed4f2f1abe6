import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import type { PostRecord, ThreadRecord } from './conversation-records.js';

/** What groups talk about by mail. */
export interface ConversationsState {
  readonly threads: Collection<ThreadRecord>;
  readonly posts: Collection<PostRecord>;
  readonly threadsOf: GroupIndex<ThreadRecord>;
  readonly postsOf: GroupIndex<PostRecord>;
}

export function createConversationsState(): ConversationsState {
  const threads = createCollection<ThreadRecord>('conversationThreads');
  const posts = createCollection<PostRecord>('conversationPosts');
  return {
    threads,
    posts,
    threadsOf: createGroupIndex(threads, (thread) => thread.groupId),
    postsOf: createGroupIndex(posts, (post) => post.threadId),
  };
}
