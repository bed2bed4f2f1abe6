import type { ItemBody, MessageItem, Recipient } from './message-record.js';

/** The body of an answer or a forward: what its writer says, a line, and the message below it, as Exchange does. */
export function quotedBody(comment: string, original: MessageItem): ItemBody {
  return {
    contentType: 'html',
    content: `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${comment}<hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000" style="font-size:11pt">${headOf(original)}</font><div>&nbsp;</div></div>${innerOf(original.body)}</body></html>`,
  };
}

/** `RE: Budget`, and never twice. */
export function prefixed(prefix: 'RE' | 'FW', subject: string): string {
  const known = prefix === 'RE' ? /^re:/i : /^(fw|fwd):/i;
  return known.test(subject) ? subject : `${prefix}: ${subject}`;
}

function headOf({ from, sentDateTime, toRecipients, ccRecipients, subject }: MessageItem): string {
  const lines = [
    ['From', from === null ? '' : named(from)],
    ['Sent', longTime(sentDateTime)],
    ['To', toRecipients.map(named).join('; ')],
    ...(ccRecipients.length === 0 ? [] : [['Cc', ccRecipients.map(named).join('; ')]]),
    ['Subject', escaped(subject)],
  ];
  return lines.map(([name, value]) => `<b>${name}:</b> ${value}`).join('<br>\r\n');
}

function named({ emailAddress: { name, address } }: Recipient): string {
  return escaped(name === '' || name === address ? address : `${name} <${address}>`);
}

/** Thursday, November 26, 2026 9:00 AM */
function longTime(utc: string): string {
  const options = { timeZone: 'UTC' } as const;
  const day = new Date(utc).toLocaleDateString('en-US', { ...options, dateStyle: 'full' });
  const time = new Date(utc).toLocaleTimeString('en-US', { ...options, timeStyle: 'short' });
  return `${day} ${time}`;
}

function innerOf({ contentType, content }: ItemBody): string {
  if (contentType === 'text') return escaped(content).replaceAll(/\r?\n/g, '<br>\r\n');
  return /<body[^>]*>([\s\S]*)<\/body>/i.exec(content)?.[1] ?? content;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
