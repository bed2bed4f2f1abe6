/** Whether a file of this type can be read as it is. */
export function isTextType(contentType: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';');
  return (
    /^text\/|[+/](json|xml|yaml)$/.test(type.trim()) ||
    ['application/x-yaml', 'application/javascript', 'application/sql', 'message/rfc822'].includes(
      type.trim(),
    )
  );
}

/** At most so many bytes of a stream, which is ended then; `isWhole` false: there were more. */
export async function readStart(
  stream: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) break;
  }
  const bytes = Buffer.concat(chunks, length).subarray(0, mostBytes);
  return { bytes, isWhole: length <= mostBytes };
}

/** By its byte order mark or charset; what is no UTF-8 is read as Windows-1252, as browsers do. */
export function decodeText(bytes: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1];
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const label of [isUtf16 ? 'utf-16le' : 'utf-8', charset]) {
    try {
      // The end may be half a character where the text was cut.
      return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      continue;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
