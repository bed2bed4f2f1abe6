import type { Person } from '../entra/directory.js';
import { ensureFolders } from '../outlook/mail/mail-folder.js';
import type { OutlookService } from '../outlook/outlook-service.js';
import { newMailboxSettings } from '../outlook/settings/mailbox-settings-of.js';
import { seedCalendars } from './calendar/seed-calendars.js';
import { seedMail } from './mail/seed-mail.js';
import type { SeededIds } from './seeded-ids.js';

/** Outlook's own first categories, and three of the company. */
const CATEGORIES = [
  ['Red category', 'preset0'],
  ['Orange category', 'preset1'],
  ['Yellow category', 'preset3'],
  ['Green category', 'preset4'],
  ['Blue category', 'preset7'],
  ['Purple category', 'preset8'],
  ['Customer', 'preset5'],
  ['Focus', 'preset9'],
  ['Holiday', 'preset2'],
] as const;

const ZONES: Readonly<Record<string, string>> = {
  Hamburg: 'W. Europe Standard Time',
  Lisbon: 'GMT Standard Time',
};

/** Gives every person a mailbox with its folders; the first start fills them with mail and appointments. */
export function seedOutlook(service: OutlookService, ids: SeededIds): void {
  const isFirst = service.outlook.folders.size === 0;
  for (const { id } of service.people.values()) ensureFolders(service, id);
  service.people.observe((id, _before, after) => {
    if (after !== undefined) ensureFolders(service, id);
  });
  if (!isFirst) return;
  for (const person of service.people.values()) seedSettings(service, ids, person);
  seedMail(service);
  seedCalendars(service);
}

function seedSettings(service: OutlookService, ids: SeededIds, person: Person): void {
  const zone = ZONES[person.officeLocation ?? ''] ?? 'UTC';
  service.outlook.mailboxSettings.put(person.id, newMailboxSettings(service.now(), zone));
  for (const [displayName, color] of CATEGORIES) {
    const id = ids.guid(`category ${displayName} of ${person.displayName}`);
    service.outlook.categories.put(id, { id, mailboxId: person.id, displayName, color });
  }
}
