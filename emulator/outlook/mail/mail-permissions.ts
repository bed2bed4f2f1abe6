import type { OutlookPermissions } from '../mailbox.js';

const alike = (...names: string[]): OutlookPermissions => ({ app: names, person: names });

export const readMailBasics: OutlookPermissions = {
  app: ['Mail.ReadBasic.All', 'Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
  person: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
};
export const readMail = alike('Mail.Read', 'Mail.ReadWrite');
export const writeMail = alike('Mail.ReadWrite');
export const sendMailPermissions = alike('Mail.Send');
