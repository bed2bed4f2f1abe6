import type { FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { wrongInput } from '../wrong-input.js';
import type { MailAddress } from '../../graph/mail/write-message.js';
import { nameOf, toAttendee } from './invitees.js';

type Attendees = NonNullable<FullEvent['attendees']>;

/** Who is asked to come, and who no longer. */
export interface AttendeeChange {
  readonly required: readonly MailAddress[];
  readonly optional: readonly MailAddress[];
  readonly removed: readonly MailAddress[];
}

/** The whole list as Graph takes it, with the call's members that would bring the earlier one back. */
export interface ChangedAttendees {
  readonly attendees: readonly object[];
  readonly undo: {
    readonly addAttendees?: readonly string[];
    readonly addOptionalAttendees?: readonly string[];
    readonly removeAttendees?: readonly string[];
  };
}

/** Null: nobody comes or goes. ProblemError invalid_input for one who is to go and was not invited. */
export function changeAttendees(
  { attendees }: Pick<FullEvent, 'attendees'>,
  { required, optional, removed }: AttendeeChange,
): ChangedAttendees | null {
  const before: Attendees = attendees ?? [];
  const invited = new Map(before.map((one) => [keyOf(one.emailAddress.address), one]));
  removed.forEach((one) => {
    if (invited.has(keyOf(one.address))) return;
    throw wrongInput('removeAttendees', `${nameOf(one)} is not invited`);
  });
  const gone = new Set(removed.map(({ address }) => keyOf(address)));
  const added = [
    ...required.map((one) => ({ one, type: 'required' as const })),
    ...optional.map((one) => ({ one, type: 'optional' as const })),
  ].filter(({ one, type }) => invited.get(keyOf(one.address))?.type !== type);
  if (gone.size === 0 && added.length === 0) return null;
  const replaced = new Set(added.map(({ one }) => keyOf(one.address)));
  const kept = before.filter(({ emailAddress }) => {
    const key = keyOf(emailAddress.address);
    return !gone.has(key) && !replaced.has(key);
  });
  const back = before.filter((one) => !kept.includes(one));
  return {
    attendees: [
      ...kept.map(({ type, emailAddress }) => ({ type, emailAddress })),
      ...added.map(({ one, type }) => toAttendee(one, type)),
    ],
    undo: {
      ...named('addAttendees', back.filter(({ type }) => type !== 'optional').map(addressIn)),
      ...named(
        'addOptionalAttendees',
        back.filter(({ type }) => type === 'optional').map(addressIn),
      ),
      ...named(
        'removeAttendees',
        added.filter(({ one }) => !invited.has(keyOf(one.address))).map(({ one }) => one.address),
      ),
    },
  };
}

function named(name: string, addresses: readonly string[]): Record<string, readonly string[]> {
  const there = addresses.filter((address) => address !== '');
  return there.length === 0 ? {} : { [name]: there };
}

function addressIn({ emailAddress }: Attendees[number]): string {
  return emailAddress.address ?? '';
}

function keyOf(address: string | null | undefined): string {
  return (address ?? '').toLowerCase();
}
