import type { ResourcePath } from './resource-path.js';

/** What is read of a resource: headers and previews, no bodies of mails and events. */
export interface ResourceShape {
  readonly name: string;
  readonly properties: readonly string[];
  /** Graph takes `$select` for it. */
  readonly canSelect: boolean;
  /** It can be read with an id that stays when it is moved, the one that mail_* tools show. */
  readonly hasImmutableId?: true;
}

/** Null: a resource of which everything is read. */
export function shapeOf(path: ResourcePath): ResourceShape | null {
  const collection = path.at(-2);
  switch (collection) {
    case 'messages':
    case 'replies':
      return path.some((part) => part === 'chats' || part === 'channels') ? chatMessage : message;
    case 'events':
      return event;
    case 'tasks':
      return path.includes('todo') ? todoTask : null;
    case 'users':
      return user;
    case 'groups':
      return group;
    case 'teams':
      return team;
    case 'channels':
      return channel;
    case 'chats':
      return chat;
    case 'members':
      return path.some((part) => part === 'chats' || part === 'teams') ? member : null;
    default:
      return null;
  }
}

function shape(name: string, properties: string, canSelect = true): ResourceShape {
  return { name, properties: properties.split(' '), canSelect };
}

/** https://learn.microsoft.com/graph/api/resources/message */
const message: ResourceShape = {
  ...shape(
    'message',
    'id conversationId parentFolderId internetMessageId subject bodyPreview from sender toRecipients ccRecipients ' +
      'receivedDateTime sentDateTime createdDateTime lastModifiedDateTime isRead isDraft hasAttachments importance categories flag webLink',
  ),
  hasImmutableId: true,
};

/** https://learn.microsoft.com/graph/api/resources/event */
const event = shape(
  'event',
  'id subject bodyPreview start end isAllDay location organizer attendees isCancelled showAs type seriesMasterId ' +
    'responseStatus importance categories webLink createdDateTime lastModifiedDateTime',
);

/** https://learn.microsoft.com/graph/api/resources/todotask */
const todoTask = shape(
  'todoTask',
  'id title status importance isReminderOn reminderDateTime startDateTime dueDateTime completedDateTime categories ' +
    'hasAttachments createdDateTime lastModifiedDateTime',
);

/** Takes no query options, and has no preview: https://learn.microsoft.com/graph/api/chatmessage-get */
const chatMessage = shape(
  'chatMessage',
  'id chatId channelIdentity replyToId messageType createdDateTime lastModifiedDateTime lastEditedDateTime deletedDateTime ' +
    'subject summary importance from body mentions webUrl',
  false,
);

/** https://learn.microsoft.com/graph/api/resources/user */
const user = shape(
  'user',
  'id displayName givenName surname mail userPrincipalName jobTitle department officeLocation preferredLanguage accountEnabled userType',
);

/** https://learn.microsoft.com/graph/api/resources/group */
const group = shape(
  'group',
  'id displayName description mail mailNickname visibility groupTypes resourceProvisioningOptions createdDateTime',
);

/** https://learn.microsoft.com/graph/api/resources/team */
const team = shape(
  'team',
  'id displayName description visibility isArchived webUrl createdDateTime',
);

/** https://learn.microsoft.com/graph/api/resources/channel */
const channel = shape(
  'channel',
  'id displayName description membershipType isArchived webUrl createdDateTime',
);

/** Takes `$expand` only: https://learn.microsoft.com/graph/api/chat-get */
const chat = shape('chat', 'id topic chatType createdDateTime lastUpdatedDateTime webUrl', false);

/** https://learn.microsoft.com/graph/api/resources/conversationmember */
const member = shape('conversationMember', 'id displayName roles userId email', false);
