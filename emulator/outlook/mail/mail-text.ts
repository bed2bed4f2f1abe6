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

/** Where a reply goes over into what it answers. */
const QUOTE_STARTS = [
  /<hr tabindex="-1"/i,
  /<div id="divRplyFwdMsg"/i,
  /<blockquote\b/i,
  /^-{3,}\s*Original Message\s*-{3,}/im,
];

/** The part of a body that is not quoted from the messages before it. */
export function uniqueBodyOf({ contentType, content }: ItemBody): ItemBody {
  const starts = QUOTE_STARTS.map((start) => content.search(start)).filter((at) => at >= 0);
  if (starts.length === 0) return { contentType, content };
  const own = content.slice(0, Math.min(...starts));
  return { contentType, content: contentType === 'html' ? `${own}</body></html>` : own.trimEnd() };
}

export function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr|h\d)>/gi, '\r\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#39|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
}
