/** A piece of HTML as it comes, well-formed or not. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** Of elements whose content is no markup (`style`): what stands in them; the piece is the whole element. */
      readonly raw: string | null;
    }
  | { readonly kind: 'end'; readonly name: string };

/** Elements in which `<` means nothing until their end tag. https://html.spec.whatwg.org/#parsing-html-fragments */
const rawElements = new Set([
  'iframe',
  'noembed',
  'noframes',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
]);

const mostAttributes = 64;

/**
 * The pieces of a text of HTML, in one pass: comments, conditional ones too, declarations and processing instructions are
 * left out; what cannot be a tag is text. Never throws.
 */
export function* scanHtml(html: string): Generator<HtmlPiece> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) yield { kind: 'text', text: html.slice(at, end) };
    if (open === -1) return;
    const next = html.charAt(open + 1);
    if (html.startsWith('<!--', open)) at = endOfComment(html, open + 4);
    else if (next === '!' || next === '?') at = behind(html, '>', open);
    else if (/[a-z]/i.test(next)) {
      const tag = readTag(html, open + 1);
      at = tag.end;
      const raw = rawElements.has(tag.name) ? rawText(html, tag.name, at) : null;
      if (raw !== null) at = raw.end;
      yield { kind: 'start', ...tag, raw: raw?.text ?? null };
    } else if (next === '/' && /[a-z]/i.test(html.charAt(open + 2))) {
      const tag = readTag(html, open + 2);
      at = tag.end;
      yield { kind: 'end', name: tag.name };
    } else {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    }
  }
}

function endOfComment(html: string, at: number): number {
  if (html.startsWith('>', at)) return at + 1;
  if (html.startsWith('->', at)) return at + 2;
  return behind(html, '-->', at);
}

/** Behind the next of these; the end where there is none. */
function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

function readTag(html: string, from: number): Tag {
  const name = matchAt(/[^\s/>]+/y, html, from).toLowerCase();
  const attributes = new Map<string, string>();
  let at = from + name.length;
  while (at < html.length) {
    at += matchAt(/[\s/]+/y, html, at).length;
    const mark = html.charAt(at);
    if (mark === '>') return { name, attributes, end: at + 1 };
    const key = matchAt(/=?[^\s/>=]*/y, html, at);
    if (key === '') break;
    at += key.length;
    const equals = matchAt(/\s*=\s*/y, html, at);
    at += equals.length;
    const value = equals === '' ? { text: '', end: at } : readValue(html, at);
    at = value.end;
    if (attributes.size < mostAttributes && !attributes.has(key.toLowerCase())) {
      attributes.set(key.toLowerCase(), value.text);
    }
  }
  return { name, attributes, end: html.length };
}

function readValue(html: string, at: number): { readonly text: string; readonly end: number } {
  const quote = html.charAt(at);
  if (quote !== '"' && quote !== "'") {
    const text = matchAt(/[^\s>]*/y, html, at);
    return { text, end: at + text.length };
  }
  const close = html.indexOf(quote, at + 1);
  const end = close === -1 ? html.length : close;
  return { text: html.slice(at + 1, end), end: Math.min(end + 1, html.length) };
}

function rawText(
  html: string,
  name: string,
  from: number,
): { readonly text: string; readonly end: number } {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  if (found === null) return { text: html.slice(from), end: html.length };
  return { text: html.slice(from, found.index), end: behind(html, '>', found.index) };
}

/** What a sticky pattern matches here; nothing where it does not. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
