import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { cleanHtml } from './clean-html.js';
import { withoutInvisible } from './without-invisible.js';

/** In which form a text is answered. */
export const textForms = ['markdown', 'text'] as const;

export type TextForm = (typeof textForms)[number];

/**
 * The text of a mail or message as a person would see it. HTML becomes Markdown or plain text without anything that was
 * hidden in it; tags that somebody wrote as text are escaped. Never throws.
 */
export function toReadableText(
  { contentType, content }: { readonly contentType: string; readonly content: string },
  form: TextForm,
): string {
  if (contentType.toLowerCase() !== 'html') return tidy(escapeTags(content));
  const html = cleanHtml(content);
  try {
    const converted = form === 'markdown' ? markdown().turndown(html) : plain().turndown(html);
    return tidy(escapeTags(converted));
  } catch {
    // Whatever the library cannot cope with is still text.
    return tidy(escapeTags(html.replaceAll(/<[^<>]*>/g, ' ')));
  }
}

function markdown(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  service.use([strikethrough, tables]);
  service.addRule('preformatted', { filter: 'pre', replacement: toFence });
  return service.addRule('link', { filter: 'a', replacement: toMarkdownLink });
}

function plain(): TurndownService {
  const service = new TurndownService({ bulletListMarker: '-', hr: '---' });
  service.escape = asItIs;
  service.addRule('emphasis', {
    filter: ['b', 'strong', 'i', 'em', 's', 'del', 'code', 'kbd', 'samp'],
    replacement: asItIs,
  });
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content) => `\n\n${content}\n\n`,
  });
  service.addRule('row', { filter: 'tr', replacement: (content) => `\n${content.trim()}\n` });
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => `${content.trim()}  `,
  });
  service.addRule('link', { filter: 'a', replacement: toPlainLink });
  return service;
}

function asItIs(content: string): string {
  return content;
}

interface Link {
  getAttribute(name: string): string | null;
}

/** The fence is longer than any in the text, which therefore cannot close it. */
function toFence(content: string, node: unknown): string {
  const isRead = typeof node === 'object' && node !== null && 'textContent' in node;
  const text = isRead && typeof node.textContent === 'string' ? node.textContent : content;
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `\n\n${fence}\n${text.trimEnd()}\n${fence}\n\n`;
}

function toMarkdownLink(content: string, node: unknown): string {
  const text = content.replaceAll(/\s+/g, ' ').trim();
  const href = hrefOf(node);
  if (text === '' || href === '') return content;
  return isSame(text, href) ? href : `[${text}](${href})`;
}

function toPlainLink(content: string, node: unknown): string {
  const href = hrefOf(node);
  const text = content.trim();
  if (text === '' || href === '') return content;
  return isSame(text, href) ? href : `${text} (${href})`;
}

function hrefOf(node: unknown): string {
  return isLink(node) ? (node.getAttribute('href') ?? '') : '';
}

function isLink(node: unknown): node is Link {
  return typeof node === 'object' && node !== null && 'getAttribute' in node;
}

function isSame(text: string, href: string): boolean {
  return withoutScheme(text) === withoutScheme(href);
}

function withoutScheme(address: string): string {
  return address
    .replace(/^(https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '')
    .replaceAll('\\', '')
    .toLowerCase();
}

/** What looks like a tag is text: it stays readable and is none. A backslash that is escaped itself escapes nothing. */
function escapeTags(text: string): string {
  return text.replaceAll(/<(?=[a-z/!?])/gi, (mark: string, at: number) => {
    let backslashes = 0;
    while (text[at - backslashes - 1] === '\\') backslashes += 1;
    return backslashes % 2 === 0 ? `\\${mark}` : mark;
  });
}

function tidy(text: string): string {
  return withoutInvisible(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, (gap) => (gap.includes('\u00a0') ? ' ' : gap))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
