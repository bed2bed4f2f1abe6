import type { OutlookPermissions } from '../mailbox.js';

const alike = (...names: string[]): OutlookPermissions => ({ app: names, person: names });

export const readSettings = alike('MailboxSettings.Read', 'MailboxSettings.ReadWrite');
export const writeSettings = alike('MailboxSettings.ReadWrite');
/** https://learn.microsoft.com/graph/api/outlookuser-supportedtimezones */
export const readSupported = alike(
  'User.Read',
  'User.Read.All',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
);
