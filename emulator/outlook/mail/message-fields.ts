import type { Entity } from '../../odata/entity.js';
import type { MessageRecord } from './message-record.js';

/** What filters and orders of messages look at. */
export function messageFields(record: MessageRecord): Entity {
  return {
    ...record.item,
    id: record.id,
    parentFolderId: record.folderId,
    hasAttachments: record.item.hasAttachments ?? false,
  };
}
