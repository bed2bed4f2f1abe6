/** What the text of a file is taken from. */
export type DocumentKind = 'text' | 'html' | 'docx' | 'pdf';

const byEnding: Readonly<Record<string, DocumentKind>> = {
  txt: 'text',
  md: 'text',
  markdown: 'text',
  csv: 'text',
  tsv: 'text',
  json: 'text',
  log: 'text',
  xml: 'text',
  yaml: 'text',
  yml: 'text',
  htm: 'html',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

const byType: Readonly<Record<string, DocumentKind>> = {
  'application/json': 'text',
  'application/xml': 'text',
  'text/html': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/pdf': 'pdf',
};

/** By the ending of its name, or else by its media type; null: it has no text that we can read. */
export function documentKind(name: string, mediaType: string): DocumentKind | null {
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (Object.hasOwn(byEnding, ending)) return byEnding[ending] ?? null;
  const [type = ''] = mediaType.toLowerCase().split(';');
  if (Object.hasOwn(byType, type)) return byType[type] ?? null;
  return type.startsWith('text/') ? 'text' : null;
}
