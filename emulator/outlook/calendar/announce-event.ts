import { changeKeyOf, etagOf } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { eventEntity, plainEventView } from './event-entity.js';
import type { EventRecord } from './event-record.js';

/** Tells subscribers of a change of a calendar. */
export function announceEvent(
  service: OutlookService,
  record: EventRecord,
  changeType: 'created' | 'updated' | 'deleted',
): void {
  const { mailboxId, id } = record;
  service.announceChange({
    changeType,
    subscribable: [`users/${mailboxId}/events`],
    resource: `Users/${mailboxId}/Events/${id}`,
    odataType: '#Microsoft.Graph.Event',
    id,
    etag: etagOf(changeKeyOf(mailboxId, record.changed)),
    entity: () => eventEntity(record, plainEventView),
  });
}
