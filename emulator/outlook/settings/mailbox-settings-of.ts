import type { OutlookService } from '../outlook-service.js';
import type { MailboxSettingsRecord } from './mailbox-settings-record.js';
import { inUtc, toUtcText } from '../utc-times.js';

const DAY_MS = 86_400_000;

/** The settings of a mailbox; one that nobody has set is as Exchange makes it, in UTC. */
export function settingsOf(service: OutlookService, mailboxId: string): MailboxSettingsRecord {
  return service.outlook.mailboxSettings.get(mailboxId) ?? newMailboxSettings(service.now(), 'UTC');
}

export function newMailboxSettings(now: Date, timeZone: string): MailboxSettingsRecord {
  return {
    timeZone,
    dateFormat: 'M/d/yyyy',
    timeFormat: 'h:mm tt',
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    language: { locale: 'en-US', displayName: 'English (United States)' },
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: timeZone },
    },
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: inUtc(toUtcText(now.getTime())),
      scheduledEndDateTime: inUtc(toUtcText(now.getTime() + DAY_MS)),
    },
  };
}
