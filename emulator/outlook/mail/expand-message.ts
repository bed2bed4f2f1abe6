import type { GraphCall } from '../../graph/exchange.js';
import type { Entity } from '../../odata/entity.js';
import { eventEntity, plainEventView } from '../calendar/event-entity.js';
import { eventOfMeeting } from '../calendar/event-of-meeting.js';
import type { OutlookService } from '../outlook-service.js';
import { attachmentEntity } from './attachments/attachment-entity.js';
import { messageEntity, messageKind, type MessageView } from './message-entity.js';
import type { MessageRecord } from './message-record.js';

const EVENT = /^microsoft\.graph\.eventMessage\/event$/i;

/** What `$expand` puts into a message: its attachments, or the event that an invitation is about. */
export function readExpand(call: GraphCall): readonly string[] {
  const text = call.query.get('$expand');
  if (text === null) return [];
  return text.split(',').map((part) => {
    const name = part.trim();
    if (name.toLowerCase() === 'attachments') return 'attachments';
    if (EVENT.test(name)) return 'event';
    throw messageKind.badQuery(
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.message'.`,
    );
  });
}

export function withExpanded(
  service: OutlookService,
  record: MessageRecord,
  view: MessageView,
  { select, expand }: { select: readonly string[] | undefined; expand: readonly string[] },
): Entity {
  const entity = messageEntity(record, view, select);
  const event = expand.includes('event') ? eventOfMeeting(service, record) : undefined;
  return {
    ...entity,
    ...(expand.includes('attachments')
      ? { attachments: attachmentsOf(service, record, String(entity['id'])) }
      : {}),
    ...(event === undefined ? {} : { event: eventEntity(event, plainEventView) }),
  };
}

function attachmentsOf(
  service: OutlookService,
  { mailboxId, immutableId }: MessageRecord,
  holderId: string,
): Entity[] {
  return service.outlook.attachmentsOf
    .recordsOf(immutableId)
    .map((record) => attachmentEntity(service, record, { mailboxId, holderId, showsItem: false }));
}
