import type { FileContent } from './files-records.js';

export function bytesOf(content: FileContent): Buffer {
  if (content.kind === 'bytes') return Buffer.from(content.base64, 'base64');
  return Buffer.alloc(content.bytes, content.line);
}

export function sizeOf(content: FileContent): number {
  return content.kind === 'lines' ? content.bytes : bytesOf(content).length;
}

/** What a search looks through: texts, and of other files nothing but the name. */
export function searchableText(content: FileContent | undefined): string {
  const isText = content?.kind === 'bytes' && /^text\/|\/json$/.test(content.mimeType);
  return isText ? bytesOf(content).toString('utf8') : '';
}
