import type { Entity, EntityKind } from '../../../odata/entity.js';
import { badOutlookQuery } from '../../outlook-failures.js';
import type { OutlookService } from '../../outlook-service.js';
import type { AttachmentRecord } from './attachment-record.js';
import { attachmentIdOf } from './attachment-store.js';

export const attachmentKind: EntityKind = { typeName: 'attachment', badQuery: badOutlookQuery };

const TYPE_NAMES = {
  file: '#microsoft.graph.fileAttachment',
  item: '#microsoft.graph.itemAttachment',
  reference: '#microsoft.graph.referenceAttachment',
} as const;

/** How an attachment is shown: below which id of its item, and whether with the item that it holds. */
export interface AttachmentView {
  readonly mailboxId: string;
  readonly holderId: string;
  readonly showsItem: boolean;
}

/** An attachment as Graph answers it; a file comes with its bytes unless `$select` leaves them out. */
export function attachmentEntity(
  service: OutlookService,
  record: AttachmentRecord,
  view: AttachmentView,
): Entity {
  const { content } = record;
  const entity: Entity = {
    '@odata.type': TYPE_NAMES[content.kind],
    ...(content.kind === 'file' ? { '@odata.mediaContentType': record.contentType } : {}),
    id: attachmentIdOf(view.mailboxId, view.holderId, record.key),
    lastModifiedDateTime: record.lastModifiedDateTime,
    name: record.name,
    contentType: record.contentType,
    size: record.size,
    isInline: record.isInline,
  };
  switch (content.kind) {
    case 'file':
      return {
        ...entity,
        contentId: content.contentId,
        contentLocation: content.contentLocation,
        contentBytes: service.outlook.attachmentBytes.get(content.bytesKey)?.base64 ?? '',
      };
    case 'item':
      return view.showsItem ? { ...entity, item: content.item } : entity;
    case 'reference':
      return entity;
  }
}
