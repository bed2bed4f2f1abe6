import type { Person } from '../../entra/directory.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { checkBody } from '../../odata/check-body.js';
import { textIn, type Entity } from '../../odata/entity.js';
import { findPerson } from '../mailbox.js';
import type { OutlookService } from '../outlook-service.js';
import type { EmailAddress, FollowupFlag, ItemBody, Recipient } from './message-record.js';
import type { MessageItem } from './message-record.js';

const ALWAYS_WRITABLE = [
  'categories',
  'flag',
  'importance',
  'inferenceClassification',
  'isDeliveryReceiptRequested',
  'isRead',
  'isReadReceiptRequested',
];
/** https://learn.microsoft.com/graph/api/message-update: "Updatable only if isDraft = true." */
const WRITABLE_IN_DRAFTS = [
  'bccRecipients',
  'body',
  'ccRecipients',
  'from',
  'internetMessageId',
  'replyTo',
  'sender',
  'subject',
  'toRecipients',
];

/** The properties of a message that a request body gives, in the form they are stored in. */
export function readMessageBody(service: OutlookService, body: unknown): Partial<MessageItem> {
  const checked = checkBody(body, {
    typeName: 'message',
    writable: [...ALWAYS_WRITABLE, ...WRITABLE_IN_DRAFTS],
    code: 'RequestBodyRead',
  });
  return Object.fromEntries(
    Object.entries(checked).map(([name, value]) => [name, stored(service, name, value)]),
  );
}

/** A change of a message: once it is sent, its text and its recipients stand. */
export function readMessagePatch(
  service: OutlookService,
  body: unknown,
  isDraft: boolean,
): Partial<MessageItem> {
  const change = readMessageBody(service, body);
  const fixed = Object.keys(change).find((name) => WRITABLE_IN_DRAFTS.includes(name));
  if (fixed !== undefined && !isDraft) {
    throw new GraphFailure(
      400,
      'ErrorInvalidPropertyUpdateSentMessage',
      'Update operation is invalid for property after a message is sent.',
    );
  }
  return change;
}

export function recipientOf({ displayName, mail }: Person): Recipient {
  return { emailAddress: { name: displayName, address: mail } };
}

function stored(service: OutlookService, name: string, value: unknown): unknown {
  switch (name) {
    case 'body':
      return toItemBody(value as Entity | null);
    case 'from':
    case 'sender':
      return value === null ? null : toRecipient(service, value as Entity);
    case 'bccRecipients':
    case 'ccRecipients':
    case 'replyTo':
    case 'toRecipients':
      return ((value ?? []) as readonly Entity[]).map((each) => toRecipient(service, each));
    case 'flag':
      return toFlag(value as Entity | null);
    case 'subject':
      return value ?? '';
    case 'categories':
      return value ?? [];
    case 'importance':
      return value ?? 'normal';
    default:
      return value;
  }
}

export function toItemBody(body: Entity | null): ItemBody {
  const type = textIn(body, 'contentType', 'text').toLowerCase();
  return {
    contentType: type === 'html' ? 'html' : 'text',
    content: textIn(body, 'content', ''),
  };
}

/** A recipient; a name that is not given is looked up in the directory. */
export function toRecipient(service: OutlookService, recipient: Entity): Recipient {
  const { name, address } = (recipient['emailAddress'] ?? {}) as Partial<EmailAddress>;
  const known = address === undefined ? undefined : findPerson(service, address);
  return {
    emailAddress: {
      name: name ?? known?.displayName ?? address ?? '',
      address: known?.mail ?? address ?? '',
    },
  };
}

function toFlag(flag: Entity | null): FollowupFlag {
  return { ...flag, flagStatus: textIn(flag, 'flagStatus', 'notFlagged') };
}
