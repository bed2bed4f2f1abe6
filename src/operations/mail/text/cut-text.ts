/** A part of a text, and where it goes on. */
export interface TextPart {
  readonly body: string;
  readonly truncated?: true;
  readonly nextOffset?: number;
}

/** From `offset` at most `maxLength` characters; no character of two halves is cut apart. */
export function cutText(
  text: string,
  { offset, maxLength }: { readonly offset: number; readonly maxLength: number },
): TextPart {
  const start = wholeAt(text, Math.min(offset, text.length));
  const end = wholeAt(text, Math.min(start + maxLength, text.length));
  const body = text.slice(start, end);
  return end < text.length ? { body, truncated: true, nextOffset: end } : { body };
}

function wholeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
