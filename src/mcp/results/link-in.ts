import type { ContentBlock } from '@modelcontextprotocol/server';

/** The link to the file of which a member of the answer tells; none where there is no address. */
export function linkIn(
  value: Readonly<Record<string, unknown>>,
  member: string | undefined,
): ContentBlock[] {
  const file = member === undefined ? undefined : value[member];
  if (!isRecord(file)) return [];
  const { url, name, contentType } = file;
  if (typeof url !== 'string') return [];
  return [
    {
      type: 'resource_link',
      uri: url,
      name: typeof name === 'string' ? name : url,
      ...(typeof contentType === 'string' && contentType !== '' && { mimeType: contentType }),
    },
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
