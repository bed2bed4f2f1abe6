import type { ItemBody } from './message-record.js';

const PREVIEW_LENGTH = 255;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** The beginning of a body without markup, on one line. */
export function previewOf(body: ItemBody): string {
  const text = body.contentType === 'html' ? textOfHtml(body.content) : body.content;
  return text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH);
}

export function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr|h\d)>/gi, '\r\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#39|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
}
