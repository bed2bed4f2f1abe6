/** The answer is longer than anything that Graph sends for what we ask. */
export class AnswerTooLongError extends Error {
  override readonly name = 'AnswerTooLongError';
}

/** The body as text; stops reading as soon as it is longer than `maxBytes`, so that no answer can fill the memory. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop by a throw cancels the body.
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new AnswerTooLongError();
    chunks.push(chunk);
  }
  const [first] = chunks;
  return first !== undefined && chunks.length === 1
    ? Buffer.from(first.buffer, first.byteOffset, first.byteLength).toString('utf8')
    : Buffer.concat(chunks, length).toString('utf8');
}
