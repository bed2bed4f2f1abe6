/** A piece of a `$filter`: a name or path, a quoted text, another literal, or a mark. */
export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'mark'; readonly text: string };

const PIECES =
  /\s*(?:'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_$][\w$/-]*)|([(),:]))\s*/y;

const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** `undefined` when the text holds something that no filter can. */
export function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  PIECES.lastIndex = 0;
  while (PIECES.lastIndex < text.length) {
    const piece = PIECES.exec(text);
    if (piece === null) return undefined;
    tokens.push(tokenOf(piece));
  }
  return tokens;
}

function tokenOf(piece: RegExpExecArray): Token {
  const [, quoted, time, number, name, mark] = piece;
  if (quoted !== undefined) return { kind: 'text', text: quoted.replaceAll("''", "'") };
  if (time !== undefined) {
    return { kind: 'literal', text: time, value: time.includes('T') ? time : `${time}T00:00:00Z` };
  }
  if (number !== undefined) return { kind: 'literal', text: number, value: Number(number) };
  if (name !== undefined) {
    return WORDS.has(name)
      ? { kind: 'literal', text: name, value: WORDS.get(name) }
      : { kind: 'name', text: name };
  }
  return { kind: 'mark', text: mark ?? '' };
}
