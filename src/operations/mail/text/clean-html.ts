import { findDataTables } from './data-tables.js';
import { readableLink } from './readable-link.js';
import { scanHtml, type HtmlPiece } from './scan-html.js';
import { readStyleSheet, type StyleSheet } from './style-sheet.js';
import { isSeen, plainlyVisible, within, type Visibility } from './visibility.js';

const longestInput = 4_000_000;
const longestOutput = 200_000;
/** Tags and texts. Real mail has far fewer; each costs microseconds, in which nobody else is served. */
const mostPieces = 100_000;
/** White space in a row, line breaks among it. Patterns of the library take time with the square of its length. */
const mostWhiteSpace = 200;
/** What is nested deeper is shown, but not as nested. */
const deepest = 100;
/** Markdown's tables are for facts; a mail that consists of cells is read as text. */
const mostCells = 600;
const mostNested: Readonly<Record<string, number>> = { blockquote: 8, ul: 12, ol: 12 };

const kept = new Set(
  'b strong i em s del strike code pre kbd samp h1 h2 h3 h4 h5 h6 p div ul ol li blockquote'.split(
    ' ',
  ),
);
const keptAs: Readonly<Record<string, string>> = {
  center: 'div',
  section: 'div',
  article: 'div',
  header: 'div',
  footer: 'div',
  main: 'div',
  address: 'div',
  dl: 'div',
  dt: 'div',
  dd: 'div',
  figure: 'div',
  fieldset: 'div',
  form: 'div',
};
const inline = new Set(
  'a b strong i em s del strike code kbd samp tt span font u small big sub sup abbr o:p'.split(' '),
);
const empty = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Never text of the mail. */
const unseen = new Set(
  'head script style title template svg math object applet audio video canvas map select datalist iframe noembed noframes textarea xmp frameset'.split(
    ' ',
  ),
);
const cells = new Set(['td', 'th']);
const tableParts = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);
/** What a start tag closes that was left open, and the elements beyond which it does not look. */
const closedBy: Readonly<
  Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>
> = {
  li: { ends: ['li'], within: ['ul', 'ol'] },
  td: { ends: ['td', 'th'], within: ['table', 'tr'] },
  th: { ends: ['td', 'th'], within: ['table', 'tr'] },
  tr: { ends: ['tr'], within: ['table'] },
  p: { ends: ['p'], within: ['td', 'th', 'li', 'div', 'blockquote', 'table'] },
  body: { ends: ['head'], within: [] },
};

type StartTag = Extract<HtmlPiece, { readonly kind: 'start' }>;

interface OpenElement {
  readonly name: string;
  /** As which it was written out; null: it was not. */
  readonly written: string | null;
  readonly visibility: Visibility;
}

/**
 * The HTML of a mail as a person sees it: balanced, of a few harmless elements without attributes but links' addresses;
 * without what is hidden (by style, size or colour), scripts, styles, comments, pixels that count readers, and embedded
 * data. Bounded in length and depth, in time that grows with the length. Never throws.
 */
export function cleanHtml(html: string): string {
  const pieces = [...firstOf(scanHtml(html.slice(0, longestInput)), mostPieces)];
  return createCleaner(readStyleSheet(stylesIn(pieces)), findDataTables(pieces)).clean(pieces);
}

function* firstOf<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count >= most) return;
    count += 1;
    yield item;
  }
}

function stylesIn(pieces: readonly HtmlPiece[]): string {
  return pieces
    .flatMap((piece) => (piece.kind === 'start' && piece.name === 'style' ? [piece.raw ?? ''] : []))
    .join('\n');
}

function createCleaner(sheet: StyleSheet, dataTables: ReadonlySet<HtmlPiece>) {
  const stack: OpenElement[] = [];
  const nested = new Map<string, number>();
  const output: string[] = [];
  let length = 0;
  let cellCount = 0;
  let isInTable = false;
  let whiteSpace = 0;

  const write = (text: string): void => {
    output.push(text);
    length += text.length;
  };
  const writeText = (text: string): void => {
    const bounded = withoutLongGaps(text, mostWhiteSpace - whiteSpace);
    const end = /\s*$/.exec(bounded.slice(-mostWhiteSpace))?.[0].length ?? 0;
    whiteSpace = end === bounded.length ? whiteSpace + end : end;
    write(escapeText(bounded));
  };
  const around = (): Visibility => stack.at(-1)?.visibility ?? plainlyVisible;
  const isOpen = (name: string): boolean => (nested.get(name) ?? 0) > 0;

  const closeTo = (depth: number): void => {
    while (stack.length > depth) {
      const element = stack.pop();
      if (element === undefined) return;
      nested.set(element.name, (nested.get(element.name) ?? 1) - 1);
      if (element.written === 'table') isInTable = false;
      if (element.written !== null) write(`</${element.written}>`);
    }
  };

  const start = (piece: StartTag): void => {
    const { name, attributes } = piece;
    if (piece.raw !== null) return;
    closeImplied(name);
    const visibility = unseen.has(name)
      ? { ...around(), isGone: true }
      : within(around(), piece, sheet);
    if (empty.has(name)) {
      if (isSeen(visibility)) writeEmpty(name, attributes);
      return;
    }
    if (stack.length >= deepest) return;
    const written = visibility.isGone ? null : open(piece);
    stack.push({ name, written, visibility });
    nested.set(name, (nested.get(name) ?? 0) + 1);
  };

  /** Writes the start tag; answers its name, or null where it is left out. */
  const open = (piece: StartTag): string | null => {
    const { name, attributes } = piece;
    if (name === 'a') {
      const href = isOpen('a') ? null : readableLink(attributes.get('href') ?? '');
      if (href === null) return null;
      write(`<a href="${escapeText(href)}">`);
      return 'a';
    }
    const tag = tagFor(piece);
    if (tag === null || (nested.get(name) ?? 0) >= (mostNested[name] ?? Infinity)) return null;
    const first = name === 'ol' ? /^\d{1,6}$/.exec(attributes.get('start') ?? '')?.[0] : undefined;
    write(first === undefined ? `<${tag}>` : `<${tag} start="${first}">`);
    return tag;
  };

  /** Null: only what is in it is written. */
  const tagFor = (piece: StartTag): string | null => {
    const { name } = piece;
    if (name === 'table') {
      isInTable = dataTables.has(piece);
      return isInTable ? name : 'div';
    }
    if (tableParts.has(name)) {
      if (cells.has(name)) cellCount += 1;
      if (isInTable && cellCount <= mostCells) return name;
      write(' ');
      return name === 'tr' ? 'div' : null;
    }
    const tag = keptAs[name] ?? name;
    return kept.has(tag) ? tag : null;
  };

  const writeEmpty = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name === 'br') writeBreak();
    if (name === 'hr') write('<hr>');
    if (name !== 'img' || isPixel(attributes)) return;
    const alt = (attributes.get('alt') ?? '').trim().slice(0, 200);
    if (alt !== '') writeText(`(image: ${alt})`);
  };

  const writeBreak = (): void => {
    if (whiteSpace >= mostWhiteSpace) return;
    whiteSpace += 1;
    write('<br>');
  };

  const closeImplied = (name: string): void => {
    const rule = closedBy[name];
    if (rule === undefined || !rule.ends.some(isOpen)) return;
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const { name: opened = '' } = stack[at] ?? {};
      if (rule.ends.includes(opened)) return closeTo(at);
      if (rule.within.includes(opened)) return;
    }
  };

  const end = (name: string): void => {
    if (name === 'br') writeBreak();
    if (!isOpen(name)) return;
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const { name: opened = '' } = stack[at] ?? {};
      if (opened === name) return closeTo(at);
      // `</b>` ends no paragraph, and nothing ends the table that it stands in.
      if (inline.has(name) && !inline.has(opened)) return;
      if (opened === 'table' && !['body', 'html'].includes(name)) return;
    }
  };

  return {
    clean(pieces: readonly HtmlPiece[]): string {
      for (const piece of pieces) {
        if (length > longestOutput) break;
        if (piece.kind === 'start') start(piece);
        else if (piece.kind === 'end') end(piece.name);
        else if (isSeen(around())) writeText(piece.text.slice(0, longestOutput));
      }
      closeTo(0);
      return output.join('');
    },
  };
}

/** Nobody sees a picture of three pixels; it tells the sender that somebody has read. */
function isPixel(attributes: ReadonlyMap<string, string>): boolean {
  const size = (name: string): number => {
    const number = /^\s*(\d+)/.exec(attributes.get(name) ?? '')?.[1];
    return number === undefined ? Infinity : Number(number);
  };
  return size('width') <= 3 || size('height') <= 3;
}

/** White space in a row is cut: at the beginning of the text to `atStart` characters, further on to as many as anywhere. */
function withoutLongGaps(text: string, atStart: number): string {
  return text.replaceAll(/\s+/g, (gap: string, at: number) =>
    gap.slice(0, at === 0 ? Math.max(0, atStart) : mostWhiteSpace),
  );
}

/** Character references stay what they are. */
function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
