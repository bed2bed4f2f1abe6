import type { Person } from '../../entra/directory.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { checkBody } from '../../odata/check-body.js';
import { textIn, type Entity } from '../../odata/entity.js';
import { findTypeProblem, isObject } from '../../schema/check-value.js';
import { findPerson } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { readAttachment, requireRoom } from './attachments/attachment-body.js';
import type { AttachmentParts } from './attachments/attachment-record.js';
import { EXTENDED, readExtendedProperties } from './extended-properties.js';
import { readFlag } from './followup-flag.js';
import type {
  EmailAddress,
  ItemBody,
  MessageHeader,
  MessageItem,
  Recipient,
} from './message-record.js';

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
  'internetMessageHeaders',
  'internetMessageId',
  'replyTo',
  'sender',
  'subject',
  'toRecipients',
];

const ATTACHMENTS = 'attachments';

/** The properties of a message that a request body gives, in the form they are stored in; not its attachments. */
export function readMessageBody(service: OutlookService, body: unknown): Partial<MessageItem> {
  const checked = checkBody(withoutLinks(body), {
    typeName: 'message',
    writable: [...ALWAYS_WRITABLE, ...WRITABLE_IN_DRAFTS],
    code: 'RequestBodyRead',
  });
  const extended = isObject(body) ? body[EXTENDED] : undefined;
  return {
    ...Object.fromEntries(
      Object.entries(checked).map(([name, value]) => [name, stored(service, name, value)]),
    ),
    ...(extended === undefined ? {} : { [EXTENDED]: readExtendedProperties(extended) }),
  };
}

/** The attachments that come with a new message. */
export function readAttachmentsOf(service: OutlookService, message: unknown): AttachmentParts[] {
  const given = isObject(message) ? message[ATTACHMENTS] : undefined;
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw badOutlookBody("The property 'attachments' must be an array.");
  const parts = given.map((each: unknown) => readAttachment(service, each));
  requireRoom(service, parts);
  return parts;
}

/** Without what is read by itself. */
function withoutLinks(body: unknown): unknown {
  return isObject(body)
    ? Object.fromEntries(
        Object.entries(body).filter(([name]) => name !== ATTACHMENTS && name !== EXTENDED),
      )
    : body;
}

/** A change of a message: once it is sent, its text and its recipients stand. */
export function readMessagePatch(
  service: OutlookService,
  body: unknown,
  isDraft: boolean,
): Partial<MessageItem> {
  if (isObject(body) && Object.hasOwn(body, ATTACHMENTS)) {
    throw badOutlookBody(
      "The navigation property 'attachments' cannot be written with its message.",
    );
  }
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
      return readFlag(value as Entity | null);
    case 'internetMessageHeaders':
      return readHeaders((value ?? []) as readonly Entity[]);
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

/** Recipients that stand beside a message, in the parameters of an action. */
export function toRecipients(service: OutlookService, value: unknown): Recipient[] {
  const problem = findTypeProblem('Collection(recipient)', false, value);
  if (problem !== undefined) throw badOutlookBody(`The parameter 'ToRecipients' ${problem}.`);
  return (value as readonly Entity[]).map((each) => toRecipient(service, each));
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

const HEADERS_MAX = 5;

/** Only headers of one's own making: https://learn.microsoft.com/graph/api/resources/message */
function readHeaders(headers: readonly Entity[]): MessageHeader[] {
  const named = headers.map((header) => ({
    name: textIn(header, 'name', ''),
    value: textIn(header, 'value', ''),
  }));
  const wrong = named.find(({ name }) => !name.toLowerCase().startsWith('x-'));
  if (wrong !== undefined) {
    throw new GraphFailure(
      400,
      'InvalidInternetMessageHeader',
      `The internet message header name '${wrong.name}' should start with 'x-' or 'X-'.`,
    );
  }
  if (named.length > HEADERS_MAX) {
    throw new GraphFailure(
      400,
      'InvalidInternetMessageHeaderCollection',
      `Maximum number of headers in one message should be less than or equal to ${HEADERS_MAX}.`,
    );
  }
  return named;
}
