import type { MailAddress } from '../../graph/mail/write-message.js';

export function nameOf({ name, address }: MailAddress): string {
  return name ?? address;
}

/** https://learn.microsoft.com/graph/api/resources/attendee */
export function toAttendee({ address, name }: MailAddress, type: 'required' | 'optional') {
  return { type, emailAddress: { address, ...(name !== undefined && { name }) } };
}
