/** The `resource` of a subscription, taken apart. */
export interface ResourcePath {
  /** Canonical: keywords in Graph's own case, keys as segments, `me` left as it is. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

const KEYWORDS = new Map(
  [
    'me',
    'users',
    'groups',
    'messages',
    'mailFolders',
    'inbox',
    'drafts',
    'sentitems',
    'deleteditems',
    'archive',
    'junkemail',
    'outbox',
    'events',
    'contacts',
    'conversations',
    'owners',
    'members',
    'todo',
    'lists',
    'tasks',
    'planner',
    'plans',
    'teams',
    'channels',
    'chats',
    'getAllMessages',
    'getAllChannels',
    'getAllMembers',
  ].map((word) => [word.toLowerCase(), word]),
);

/** `/Users('x')/mailfolders('Inbox')/messages?$select=id` and `users/x/mailFolders/inbox/messages` are the same path. */
export function readResourcePath(resource: string): ResourcePath {
  const at = resource.indexOf('?');
  const path = at < 0 ? resource : resource.slice(0, at);
  const segments = path
    .replace(/\('([^']*)'\)/g, '/$1')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => KEYWORDS.get(part.toLowerCase()) ?? part);
  return { segments, query: new URLSearchParams(at < 0 ? '' : resource.slice(at + 1)) };
}
