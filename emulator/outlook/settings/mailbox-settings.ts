import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { entityAnswer } from '../../odata/answers.js';
import { checkBody } from '../../odata/check-body.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { project, readSelect } from '../../odata/select.js';
import { isObject } from '../../schema/check-value.js';
import { standardFolder } from '../mail/mail-folder.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { timeZoneNames, toIanaZone } from '../time-zones.js';
import { settingsOf } from './mailbox-settings-of.js';
import type { MailboxSettingsRecord } from './mailbox-settings-record.js';
import { readSettings, readSupported, writeSettings } from './settings-permissions.js';

const settingsKind: EntityKind = { typeName: 'mailboxSettings', badQuery: badOutlookQuery };

/** Changed one by one: what a person may set of an answer and of her hours is within them. */
const WRITABLE = [
  'automaticRepliesSetting',
  'dateFormat',
  'delegateMeetingMessageDeliveryOptions',
  'language',
  'timeFormat',
  'timeZone',
  'workingHours',
];

export function getMailboxSettings(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readSettings);
  const select = readSelect(call, settingsKind);
  const entity = settingsEntity(service, mailbox);
  return entityAnswer(call, contextOf(mailbox), project(entity, select));
}

/** One of the settings alone: `mailboxSettings/timeZone`. */
export function getMailboxSetting(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readSettings);
  const name = call.segments.at(-1) ?? '';
  const context = `${contextOf(mailbox)}/${name}`;
  const value = settingsEntity(service, mailbox)[name];
  return entityAnswer(call, context, isObject(value) ? value : { value });
}

export function updateMailboxSettings(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeSettings);
  const change = checkBody(call.body, {
    typeName: 'mailboxSettings',
    writable: WRITABLE,
    code: 'RequestBodyRead',
  });
  const { timeZone, workingHours, automaticRepliesSetting } = change;
  if (typeof timeZone === 'string') toIanaZone(timeZone);
  const before = settingsOf(service, mailbox.id);
  const hours = { ...before.workingHours, ...(isObject(workingHours) ? workingHours : {}) };
  toIanaZone(hours.timeZone.name);
  if (hours.endTime <= hours.startTime) {
    throw new GraphFailure(
      400,
      'ErrorInvalidTimeInterval',
      "The working hours' 'endTime' must be after their 'startTime'.",
    );
  }
  const replies = isObject(automaticRepliesSetting) ? automaticRepliesSetting : {};
  const changed: MailboxSettingsRecord = {
    ...before,
    ...change,
    workingHours: hours,
    automaticRepliesSetting: { ...before.automaticRepliesSetting, ...replies },
  };
  service.outlook.mailboxSettings.put(mailbox.id, changed);
  return entityAnswer(call, contextOf(mailbox), settingsEntity(service, mailbox));
}

/** `outlook/supportedTimeZones`, by Windows' names. */
export function listTimeZones(service: OutlookService, call: GraphCall): GraphAnswer {
  openMailbox(service, call, readSupported);
  const value = timeZoneNames().map((name) => ({ alias: name, displayName: name }));
  return entityAnswer(call, 'Collection(microsoft.graph.timeZoneInformation)', { value });
}

function settingsEntity(service: OutlookService, mailbox: Person): Entity {
  return {
    archiveFolder: standardFolder(service, mailbox.id, 'archive').id,
    ...settingsOf(service, mailbox.id),
    userPurpose: 'user',
  };
}

function contextOf(mailbox: Person): string {
  return `users('${mailbox.id}')/mailboxSettings`;
}
