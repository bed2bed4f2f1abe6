/** A piece of a page that is safe to send: everything in it was written here or escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** Escapes every text that is put into it. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let made = texts[0] ?? '';
  parts.forEach((part, index) => {
    made += render(part) + (texts[index + 1] ?? '');
  });
  return { html: made };
}

export const nothing: Html = { html: '' };

function render(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  if ('html' in part) return part.html;
  return part.map(({ html: text }) => text).join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
