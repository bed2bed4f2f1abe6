import type { MetadataEntity, MetadataType } from '../domain/metadata.js';

const opening = '{"cachedAt":"';
const timeLength = '2026-01-01T00:00:00.000Z'.length;

/** The text that stands in Redis. The time comes first, so that it can be read without parsing the rest. */
export function toStored(type: MetadataType, entity: MetadataEntity, at: number): string {
  return JSON.stringify({ cachedAt: new Date(at).toISOString(), type, ...entity });
}

/** When it was read from Graph (ms since the epoch); null where it is not a text of ours. */
export function storedAt(json: string): number | null {
  if (!json.startsWith(opening)) return null;
  const at = Date.parse(json.slice(opening.length, opening.length + timeLength));
  return Number.isNaN(at) ? null : at;
}
