import { GraphError } from '../domain/graph-error.js';
import type { Source } from './read-through.js';

/** The source, empty where Graph does not let it be read: one plan of many must not hide the others. */
export function skipRefused<Row>(source: Source<Row>): Source<Row> {
  return {
    key: source.key,
    async page(limit, cursor) {
      try {
        return await source.page(limit, cursor);
      } catch (error) {
        const isRefused =
          error instanceof GraphError && (error.code === 'forbidden' || error.code === 'not_found');
        if (isRefused) return { rows: [], nextCursor: null };
        throw error;
      }
    },
  };
}
