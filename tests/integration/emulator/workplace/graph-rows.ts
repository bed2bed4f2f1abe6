import { text, type GraphJson } from '../graph-fixture.js';

export const rowsOf = (body: GraphJson): GraphJson[] => Object.values(body['value'] ?? {});

/** One property of each row of a list. */
export const each = (body: GraphJson, name: string): unknown[] =>
  rowsOf(body).map((row) => row[name]);

export const codeOf = (body: GraphJson): unknown => body['error']?.['code'];

/** A link of an answer as a path below the version. */
export const below = (link: unknown): string => text(link).split('/v1.0')[1] ?? '';

export const keyOf = (entity: GraphJson | undefined): string =>
  encodeURIComponent(text(entity?.['id']));
