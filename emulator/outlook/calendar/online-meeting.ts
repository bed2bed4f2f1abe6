import { createHash } from 'node:crypto';
import type { EventItem } from './event-record.js';

/** Where a Teams meeting is joined; every copy of the meeting has the same address. */
export function joinUrlOf(iCalUId: string): string {
  const thread = createHash('sha256').update(iCalUId).digest('hex').slice(0, 32);
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0`;
}

/** A meeting that is online says so in its text and, without another place, as its place. */
export function withMeetingText(item: EventItem, iCalUId: string): EventItem {
  const joinUrl = joinUrlOf(iCalUId);
  if (!item.isOnlineMeeting || item.body.content.includes(joinUrl)) return item;
  const place =
    item.location.displayName === ''
      ? { ...item.location, displayName: 'Microsoft Teams Meeting' }
      : item.location;
  return {
    ...item,
    location: place,
    locations: item.locations.length === 0 ? [place] : item.locations,
    body: {
      contentType: 'html',
      content: `${item.body.content}<div style="margin-bottom:24px; overflow:hidden; white-space:nowrap">________________________________________________________________________________</div><div class="me-email-text" lang="en-US"><div><span style="font-size:24px; font-weight:700">Microsoft Teams meeting</span></div><div><a class="me-email-headline" href="${joinUrl}">Join the meeting now</a></div></div>`,
    },
  };
}

/**
 * A meeting stays online, whatever `isOnlineMeeting` says later, until its address is taken out of its text.
 * https://learn.microsoft.com/graph/api/event-update
 */
export function stillOnline(before: EventItem, after: EventItem, iCalUId: string): boolean {
  if (!before.isOnlineMeeting) return after.isOnlineMeeting;
  return after.body === before.body || after.body.content.includes(joinUrlOf(iCalUId));
}
