import type { GraphAnswer, GraphCall } from '../../../graph/exchange.js';
import { GraphFailure } from '../../../graph/graph-failure.js';
import { createdAnswer, entityAnswer, noContent } from '../../../odata/answers.js';
import { listAnswer } from '../../../odata/list.js';
import { project, readSelect } from '../../../odata/select.js';
import { itemNotFound, malformedId } from '../../outlook-failures.js';
import { isOutlookId } from '../../outlook-ids.js';
import type { OutlookService } from '../../outlook-service.js';
import { readAttachment, requireRoom } from './attachment-body.js';
import { attachmentEntity, attachmentKind, type AttachmentView } from './attachment-entity.js';
import type { AttachmentRecord } from './attachment-record.js';
import { attach, detach, findAttachment, partsOf } from './attachment-store.js';
import { openHolder, type OpenHolder } from './open-holder.js';

/** https://learn.microsoft.com/graph/api/message-list-attachments: all at once, of which one is given at most. */
const PAGE = { default: 1000, max: 1000 };
const ITEM_OF_ATTACHMENT = /^\s*microsoft\.graph\.itemattachment\/item\s*$/i;

export function listAttachments(service: OutlookService, call: GraphCall): GraphAnswer {
  const holder = openHolder(service, call, 'read');
  const view = viewFor(call, holder);
  return listAnswer<AttachmentRecord>(call, service.outlook.attachmentsOf.recordsOf(holder.key), {
    kind: attachmentKind,
    context: `${holder.context}/attachments`,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count', '$expand'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: ({ name, size, contentType, isInline, lastModifiedDateTime }) => ({
      name,
      size,
      contentType,
      isInline,
      lastModifiedDateTime,
    }),
    toEntity: (record) => attachmentEntity(service, record, view),
    expanded: ['item'],
  });
}

export function getAttachment(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const holder = openHolder(service, call, 'read');
  const view = viewFor(call, holder);
  const select = readSelect(call, attachmentKind);
  const record = find(service, holder, ids.at(-1) ?? '');
  const entity = project(attachmentEntity(service, record, view), select, ['item']);
  return entityAnswer(call, `${holder.context}/attachments/$entity`, entity);
}

/** The bytes of a file, or the item as it would be sent. */
export function getAttachmentValue(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const holder = openHolder(service, call, 'read');
  const { content, contentType } = find(service, holder, ids.at(-1) ?? '');
  if (content.kind === 'reference') {
    throw new GraphFailure(
      405,
      'ErrorInvalidRequest',
      'The content of a reference attachment is not in the mailbox.',
    );
  }
  const bytes =
    content.kind === 'file'
      ? Buffer.from(service.outlook.attachmentBytes.get(content.bytesKey)?.base64 ?? '', 'base64')
      : Buffer.from(JSON.stringify(content.item), 'utf8');
  return {
    status: 200,
    headers: { 'Content-Type': contentType ?? 'application/octet-stream' },
    bytes,
  };
}

export function createAttachment(service: OutlookService, call: GraphCall): GraphAnswer {
  const holder = openHolder(service, call, 'write');
  const before = partsOf(service, holder.key);
  const parts = readAttachment(service, call.body);
  requireRoom(service, [...before, parts]);
  const record = attach(service, holder.key, parts);
  holder.touch();
  const view = viewFor(call, holder);
  const entity = attachmentEntity(service, record, view);
  return createdAnswer(call, `${holder.context}/attachments/$entity`, {
    path: `${holder.path}/attachments/${String(entity['id'])}`,
    entity,
  });
}

export function deleteAttachment(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const holder = openHolder(service, call, 'write');
  detach(service, find(service, holder, ids.at(-1) ?? ''));
  holder.touch();
  return noContent;
}

function find(service: OutlookService, holder: OpenHolder, id: string): AttachmentRecord {
  const record = findAttachment(service, holder, id);
  if (record !== undefined) return record;
  throw isOutlookId(id) ? itemNotFound() : malformedId();
}

function viewFor(call: GraphCall, holder: OpenHolder): AttachmentView {
  const expand = call.query.get('$expand');
  if (expand !== null && !ITEM_OF_ATTACHMENT.test(expand)) {
    throw attachmentKind.badQuery(`Parsing OData Select and Expand failed: '${expand}'.`);
  }
  return { mailboxId: holder.mailboxId, holderId: holder.shownId, showsItem: expand !== null };
}
