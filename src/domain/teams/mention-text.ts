/** A person of a message, as Teams shows them. */
export interface Mentioned {
  /** Object id. */
  readonly id: string;
  readonly name: string;
}

/** An `@` in Markdown with what may be the name behind it, the longest first. */
export interface MentionPlace {
  readonly at: number;
  readonly names: readonly string[];
}

/** Of a text that people write: `@Maya Okafor`, not `maya@example.com`, and nothing inside code. */
export function findMentionPlaces(text: string): readonly MentionPlace[] {
  const code = codeIn(text);
  return [...text.matchAll(place)].flatMap((match): readonly MentionPlace[] => {
    const at = match.index;
    if (code.some(({ start, end }) => start <= at && at < end)) return [];
    const words = (match[1] ?? '').split(' ');
    const names = words
      .map((_word, index) => words.slice(0, words.length - index))
      .filter((some) => /^\p{Lu}/u.test(some.at(-1) ?? ''))
      .map((some) => some.join(' '));
    return [{ at, names }];
  });
}

/** A capital, then up to four words; nothing before it that would make it an address. */
const place = /(?<![\p{L}\p{N}_.+@/-])@(\p{Lu}[\p{L}\p{M}'’-]*(?: \p{L}[\p{L}\p{M}'’-]*){0,3})/gu;

/** Where `name` stands after an `@`, whatever its case; not inside code. */
export function placesOf(text: string, name: string): readonly number[] {
  const code = codeIn(text);
  const [folded, wanted] = [text.toLowerCase(), `@${name.toLowerCase()}`];
  const places: number[] = [];
  if (folded.length !== text.length) return places;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const isWhole = !/^[\p{L}\p{N}]/u.test(text.slice(at + wanted.length));
    if (isWhole && !code.some(({ start, end }) => start <= at && at < end)) places.push(at);
  }
  return places;
}

/** A stretch of a text that names somebody, with the `@`. */
export interface MentionSpan {
  readonly at: number;
  readonly length: number;
  /** Index of the person. */
  readonly person: number;
}

/** The text with marks instead of names, which rendering as HTML leaves alone. */
export function markMentions(text: string, spans: readonly MentionSpan[]): string {
  let marked = '';
  let from = 0;
  for (const { at, length, person } of spans.toSorted((left, right) => left.at - right.at)) {
    if (at < from) continue;
    marked += `${unmarked(text.slice(from, at))}${markOf(person)}`;
    from = at + length;
  }
  return marked + unmarked(text.slice(from));
}

export function markOf(person: number): string {
  return `\u{E000}${person}\u{E001}`;
}

/** The HTML with Teams' own elements for the marks. */
export function tagMentions(html: string, people: readonly Mentioned[]): string {
  return html.replaceAll(/\u{E000}(\d+)\u{E001}/gu, (_mark, index: string) => {
    const person = people[Number(index)];
    return person === undefined ? '' : `<at id="${index}">${escapeHtml(person.name)}</at>`;
  });
}

/** What Teams writes for people is an `@` to a reader. */
export function readableMentions(html: string): string {
  return html.replaceAll(/<at\b[^<>]*>/gi, '@').replaceAll(/<\/at>/gi, '');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unmarked(text: string): string {
  return text.replaceAll(/[\u{E000}\u{E001}]/gu, '');
}

function codeIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/(`{3,}|~{3,})[\s\S]*?(?:\1|$)|`[^`\n]*`/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
