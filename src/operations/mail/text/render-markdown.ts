import MarkdownIt from 'markdown-it';

/** What a caller writes: `markdown` is rendered, `text` stays as it is. */
export const writtenForms = ['markdown', 'text'] as const;

export type WrittenForm = (typeof writtenForms)[number];

/** HTML of Markdown; tags in it are text. A line break is one, as people write mail. */
export function renderMarkdown(text: string): string {
  return new MarkdownIt({ html: false, linkify: true, breaks: true }).render(text);
}

/** Plain text as HTML, to stand before other HTML. */
export function renderText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll(/\r?\n/g, '<br>')}</p>`;
}
