import type { NewBody } from '../../graph/mail/write-message.js';
import { renderMarkdown, renderText, type WrittenForm } from './text/render-markdown.js';

/** What somebody wrote, as a message has it. */
export function toNewBody(body: string, format: WrittenForm): NewBody {
  return format === 'text'
    ? { contentType: 'Text', content: body }
    : { contentType: 'HTML', content: renderMarkdown(body) };
}

/** The same before a message that is quoted below it. */
export function beforeQuote(body: string, format: WrittenForm, quoted: string): NewBody {
  const written = `${format === 'text' ? renderText(body) : renderMarkdown(body)}<br>`;
  const start = /<body[^>]*>/i.exec(quoted);
  const at = start === null ? 0 : start.index + start[0].length;
  return { contentType: 'HTML', content: quoted.slice(0, at) + written + quoted.slice(at) };
}
