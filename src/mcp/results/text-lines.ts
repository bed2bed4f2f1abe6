/** A line of a result's text. */
export interface TextLine {
  readonly text: string;
  /** The line that closes the fence in which this one stands; null: it stands in none. */
  readonly closing: string | null;
}

/** Everything that ends a line somewhere. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** One line whatever stands in it: it can end neither its line nor its cell. */
export function inOneLine(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(lineEnds, '\\n');
}

/** The same between the bars of a table. */
export function inOneCell(text: string): string {
  return inOneLine(text).replaceAll('|', '\\|');
}

/** The same between quotes. */
export function inQuotes(text: string): string {
  return `"${inOneLine(text).replaceAll('"', '\\"')}"`;
}

export function hasLineEnd(text: string): boolean {
  return text.search(lineEnds) >= 0;
}

/** Names a fence that nothing between it can close, because the name does not stand there. */
function fenceName(kind: 'text' | 'outside', text: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${kind}-${count}`;
    if (!text.includes(name)) return name;
  }
}

/** A text of several lines, as it is, between two lines that name the same fence. */
export function fenced(kind: 'text' | 'outside', text: string, indent: string): TextLine[] {
  const name = fenceName(kind, text);
  const closing = `${indent}</${name}>`;
  return [
    { text: `${indent}<${name}>`, closing },
    ...text.split(lineEnds).map((line) => ({ text: line, closing })),
    { text: closing, closing: null },
  ];
}

/**
 * The lines as one text of at most so many characters, with open fences closed and `rest` said where some were left out.
 * The first line is always there.
 */
export function joinLines(lines: readonly TextLine[], most: number, rest: string): string {
  const kept: TextLine[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.text.length + 1;
    if (length > most && kept.length > 0) {
      const closing = kept.at(-1)?.closing ?? null;
      return [...kept.map(({ text }) => text), ...(closing === null ? [] : [closing]), rest].join(
        '\n',
      );
    }
    kept.push(line);
  }
  return kept.map(({ text }) => text).join('\n');
}
