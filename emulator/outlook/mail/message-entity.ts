import type { GraphCall } from '../../graph/exchange.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { changeKeyOf, etagOf } from '../outlook-ids.js';
import { previewOf, textOfHtml, uniqueBodyOf } from './mail-text.js';
import { meetingProperties, typeAnnotation } from './meeting-message.js';
import type { ItemBody, MessageRecord } from './message-record.js';

export const messageKind: EntityKind = { typeName: 'message', badQuery: badOutlookQuery };

/** How a caller sees messages: by its permissions and its `Prefer` header. */
export interface MessageView {
  readonly usesImmutableIds: boolean;
  readonly prefersText: boolean;
  /** `Mail.ReadBasic` shows no bodies. */
  readonly hidesBodies: boolean;
}

export const plainView: MessageView = {
  usesImmutableIds: false,
  prefersText: false,
  hidesBodies: false,
};

const READERS_OF_BODIES = ['Mail.Read', 'Mail.ReadWrite'];

export function viewOf(call: GraphCall): MessageView {
  return {
    usesImmutableIds: wantsImmutableIds(call),
    prefersText: /outlook\.body-content-type\s*=\s*"?text"?/i.test(call.header('prefer') ?? ''),
    hidesBodies: !READERS_OF_BODIES.some((name) => call.caller.permissions.has(name)),
  };
}

/** `Prefer: IdType="ImmutableId"` */
function wantsImmutableIds(call: GraphCall): boolean {
  return /idtype\s*=\s*"?immutableid"?/i.test(call.header('prefer') ?? '');
}

/** The message as Graph answers it; what is only given when selected is there when `select` names it. */
export function messageEntity(
  record: MessageRecord,
  view: MessageView,
  select?: readonly string[],
): Entity {
  const { item } = record;
  const changeKey = changeKeyOf(record.mailboxId, record.changed);
  const body = view.prefersText ? asText(item.body) : item.body;
  const entity: Record<string, unknown> = {
    ...typeAnnotation(item),
    '@odata.etag': etagOf(changeKey),
    id: view.usesImmutableIds ? record.immutableId : record.id,
    createdDateTime: item.createdDateTime,
    lastModifiedDateTime: item.lastModifiedDateTime,
    changeKey,
    categories: item.categories,
    receivedDateTime: item.receivedDateTime,
    sentDateTime: item.sentDateTime,
    hasAttachments: item.hasAttachments ?? false,
    internetMessageId: item.internetMessageId,
    subject: item.subject,
    importance: item.importance,
    parentFolderId: record.folderId,
    conversationId: item.conversationId,
    conversationIndex: item.conversationIndex,
    isDeliveryReceiptRequested: item.isDeliveryReceiptRequested,
    isReadReceiptRequested: item.isReadReceiptRequested,
    isRead: item.isRead,
    isDraft: item.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(record.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: item.inferenceClassification,
    sender: item.sender,
    from: item.from,
    toRecipients: item.toRecipients,
    ccRecipients: item.ccRecipients,
    bccRecipients: item.bccRecipients,
    replyTo: item.replyTo,
    flag: item.flag,
    ...meetingProperties(item),
  };
  if (!view.hidesBodies) {
    entity['bodyPreview'] = previewOf(item.body);
    entity['body'] = body;
    if (select?.includes('uniqueBody') === true) {
      const unique = uniqueBodyOf(item.body);
      entity['uniqueBody'] = view.prefersText ? asText(unique) : unique;
    }
  }
  if (select?.includes('internetMessageHeaders') === true) {
    entity['internetMessageHeaders'] = item.internetMessageHeaders ?? [
      { name: 'Message-ID', value: item.internetMessageId },
    ];
  }
  return entity;
}

function asText(body: ItemBody): ItemBody {
  return body.contentType === 'text'
    ? body
    : { contentType: 'text', content: textOfHtml(body.content) };
}
