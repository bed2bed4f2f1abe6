import type { Tracked } from '../../state/change-history.js';
import type { ItemBody, Recipient } from '../mail/message-record.js';
import type { Recurrence } from './recurrence.js';

/** An event in somebody's calendar: every attendee has one of her own. */
export interface EventRecord extends Tracked {
  readonly id: string;
  readonly mailboxId: string;
  /** What all copies of a meeting share, and a series with its exceptions. */
  readonly iCalUId: string;
  /** Of an exception: its series, and the day that it stands for. */
  readonly seriesMasterId: string | null;
  readonly originalDay: string | null;
  /** Of a series: days that it leaves out, because they were cancelled or have become exceptions. */
  readonly withoutDays: readonly string[];
  /** A calendar beside the default one. */
  readonly calendarId?: string;
  /** When a reminder is shown again, UTC, or that it is not: `dismissed`. */
  readonly reminder?: string;
  readonly item: EventItem;
}

/** Graph's own property names and values; `start` and `end` are UTC without a zone. */
export type EventItem = {
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly transactionId: string | null;
  readonly originalStartTimeZone: string;
  readonly originalEndTimeZone: string;
  readonly subject: string;
  readonly body: ItemBody;
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
  readonly recurrence: Recurrence | null;
  readonly location: Location;
  readonly locations: readonly Location[];
  readonly attendees: readonly Attendee[];
  readonly organizer: Recipient;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly responseStatus: ResponseStatus;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly showAs: string;
  readonly sensitivity: string;
  readonly importance: string;
  readonly categories: readonly string[];
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly isOnlineMeeting: boolean;
  /** Absent in data folders from before there were attachments. */
  readonly hasAttachments?: boolean;
};

export type Location = { readonly displayName: string; readonly [name: string]: unknown };

export type Attendee = Recipient & {
  readonly type: string;
  readonly status: ResponseStatus;
  /** What she would like instead, of whose answer this is. */
  readonly proposedNewTime?: TimeSlot;
};

export type TimeSlot = {
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string; readonly timeZone: string };
};

export type ResponseStatus = {
  readonly response: string;
  readonly time: string;
};
