import type { FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { toReadableText } from '../mail/text/mail-text.js';
import { renderMarkdown } from '../mail/text/render-markdown.js';
import type { BodyText } from './calendar-schemas.js';

const longest = 20_000;

/** The text of an event as Markdown; null: it has none. */
export function readBody({ body }: FullEvent): BodyText | null {
  if (body == null) return null;
  const text = toReadableText(body, 'markdown');
  return text.length > longest
    ? { text: text.slice(0, longest), isCut: true }
    : { text, isCut: false };
}

/** For Graph: Markdown, or HTML as it was answered to us. */
export function writeBody(
  text: string,
  form: 'markdown' | 'html' = 'markdown',
): { readonly contentType: 'html'; readonly content: string } {
  return { contentType: 'html', content: form === 'html' ? text : renderMarkdown(text) };
}

/**
 * A new text for an event that is met online: its part with the address to join stays, without which the meeting would be
 * online no longer. https://learn.microsoft.com/graph/api/event-update#notes-for-updating-specific-properties
 */
export function keepMeetingPart(before: string, after: string): string {
  const part = meetingPart.exec(before)?.[0];
  return part === undefined || after.includes(part) ? after : `${after}<br>${part}`;
}

/** From the line that Teams draws above it. */
const meetingPart =
  /<(?:div|p)\b[^<>]{0,400}>(?:<span\b[^<>]{0,400}>)?\s*_{20,}[\s\S]*?(?=<\/body>|$)/i;
