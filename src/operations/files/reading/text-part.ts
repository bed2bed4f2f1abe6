/** A part of a text, and where the next one begins. */
export interface TextPart {
  readonly text: string;
  /** Null: that was the rest. */
  readonly nextOffset: number | null;
}

/**
 * At most `limit` characters from `offset` on. It ends at the end of a line where there is one in its last fifth, and never
 * inside a character. Offsets count UTF-16 code units.
 */
export function textPart(whole: string, offset: number, limit: number): TextPart {
  const start = isInsideCharacter(whole, offset) ? offset - 1 : offset;
  const rest = whole.length - start;
  if (rest <= limit) return { text: whole.slice(start), nextOffset: null };
  const most = start + limit;
  const line = whole.lastIndexOf('\n', most - 1) + 1;
  const wanted = line > start + limit * 0.8 ? line : most;
  const end = isInsideCharacter(whole, wanted) ? wanted - 1 : wanted;
  // A character of two units and room for one: it goes out whole, or the text would never end.
  const after = end > start ? end : end + 2;
  return { text: whole.slice(start, after), nextOffset: after };
}

function isInsideCharacter(text: string, at: number): boolean {
  const [before, here] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && here >= 0xdc00 && here <= 0xdfff;
}
