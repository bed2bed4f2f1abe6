import type { GraphCall } from '../../../graph/exchange.js';
import { readCalendar, writeCalendar } from '../../calendar/calendar-permissions.js';
import { replaceEvent } from '../../calendar/event-store.js';
import { findEventOf } from '../../calendar/find-event.js';
import { openMailbox } from '../../mailbox.js';
import type { OutlookService } from '../../outlook-service.js';
import { findMessageOf } from '../find-message.js';
import { readMail, writeMail } from '../mail-permissions.js';
import { changeMessage } from '../mail-store.js';
import { viewOf } from '../message-entity.js';
import { countsAsAttached, partsOf, type AttachmentHolder } from './attachment-store.js';

/** The message or event that a path names, opened for its attachments. */
export interface OpenHolder extends AttachmentHolder {
  /** The id that the caller sees. */
  readonly shownId: string;
  /** Below the version. */
  readonly path: string;
  readonly context: string;
  /** Says that the attachments have changed: the item's version and `hasAttachments` follow. */
  touch(): void;
}

export function openHolder(
  service: OutlookService,
  call: GraphCall,
  use: 'read' | 'write',
): OpenHolder {
  return call.segments.includes('events')
    ? openEvent(service, call, use)
    : openMessage(service, call, use);
}

function openMessage(service: OutlookService, call: GraphCall, use: 'read' | 'write'): OpenHolder {
  const mailbox = openMailbox(service, call, use === 'read' ? readMail : writeMail);
  const record = findMessageOf(service, call, mailbox);
  const shownId = viewOf(call).usesImmutableIds ? record.immutableId : record.id;
  return {
    mailboxId: mailbox.id,
    key: record.immutableId,
    ids: [record.id, record.immutableId],
    shownId,
    path: `users/${mailbox.id}/messages/${shownId}`,
    context: `users('${mailbox.id}')/messages('${encodeURIComponent(shownId)}')`,
    touch: () => {
      const hasAttachments = countsAsAttached(partsOf(service, record.immutableId));
      changeMessage(service, record, { hasAttachments });
    },
  };
}

function openEvent(service: OutlookService, call: GraphCall, use: 'read' | 'write'): OpenHolder {
  const mailbox = openMailbox(service, call, use === 'read' ? readCalendar : writeCalendar);
  const { record } = findEventOf(service, call, mailbox);
  const key = record.seriesMasterId === null ? record.id : record.seriesMasterId;
  return {
    mailboxId: mailbox.id,
    key,
    ids: [record.id],
    shownId: record.id,
    path: `users/${mailbox.id}/events/${record.id}`,
    context: `users('${mailbox.id}')/events('${encodeURIComponent(record.id)}')`,
    touch: () => {
      const holder = service.outlook.events.get(key);
      if (holder === undefined) return;
      const hasAttachments = countsAsAttached(partsOf(service, key));
      replaceEvent(service, holder, { item: { ...holder.item, hasAttachments } });
    },
  };
}
