import { eventEntity, plainEventView } from '../outlook/calendar/event-entity.js';
import type { EventRecord } from '../outlook/calendar/event-record.js';
import { previewOf } from '../outlook/mail/mail-text.js';
import type { OutlookService } from '../outlook/outlook-service.js';
import { hasWord, isWhen, type KqlClause } from './kql.js';
import type { SearchSource } from './search-source.js';

const SHOWN = ['subject', 'bodyPreview', 'start', 'end', 'isAllDay', 'hasAttachments', 'type'];

/** One's own calendar, by date. https://learn.microsoft.com/graph/search-concept-events */
export function createEventSource({ outlook }: OutlookService): SearchSource {
  return {
    permissions: { person: ['Calendars.Read', 'Calendars.ReadWrite'], app: [] },
    together: ['event'],
    maxSize: 25,
    countsPage: true,
    isSortable: false,
    find: (caller, matches) =>
      outlook.eventsOf
        .recordsOf(caller.id)
        .filter((record) => matches((clause) => holds(record, clause)))
        .toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1))
        .map((record) => {
          const entity = eventEntity(record, plainEventView);
          return {
            hitId: record.id,
            summary: previewOf(record.item.body),
            resource: {
              '@odata.type': '#microsoft.graph.event',
              ...Object.fromEntries(SHOWN.map((name) => [name, entity[name]])),
            },
          };
        }),
  };
}

function holds(record: EventRecord, clause: KqlClause): boolean {
  const { item } = record;
  const { property, value } = clause;
  switch (property) {
    case undefined:
      return [item.subject, previewOf(item.body), JSON.stringify(item.organizer)].some((text) =>
        hasWord(text, value),
      );
    case 'subject':
      return hasWord(item.subject, value);
    case 'organizer':
      return hasWord(JSON.stringify(item.organizer), value);
    case 'start':
      return isWhen(startOf(record), clause);
    default:
      return false;
  }
}

function startOf({ item }: EventRecord): string {
  return item.start;
}
